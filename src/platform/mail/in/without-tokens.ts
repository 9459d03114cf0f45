/** 256 bits as they stand at the end of a link that lets somebody in, or at its place in a scanner's own address for it. */
const TOKEN = /(?<=\/|%2F)[\w-]{43}(?![\w-])/gi;

/**
 * Whoever answers quotes what they were written, and a server brings it back: with the link that acts in their name. It is
 * theirs alone, so it is not kept with what came in.
 */
export const withoutTokens = (text: string): string => text.replace(TOKEN, '…');
