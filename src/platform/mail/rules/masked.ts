/** Stands where something of the addressee's alone stood. */
export const MASK = '[only for whom it was written to]';

/** The words of a message without what is the addressee's alone. */
export const masked = (text: string, secrets: string[]): string =>
  secrets.filter(Boolean).reduce((words, secret) => words.replaceAll(secret, MASK), text);
