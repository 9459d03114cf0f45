/** Where what they quote begins: the line that programs write above it, in English, Welsh and what Outlook writes. */
const QUOTED = [
  /^>/,
  /^-{2,}\s*(original message|forwarded message|neges wreiddiol)\s*-{2,}$/i,
  /^on\b.{0,200}\bwrote:$/i,
  /^ar\b.{0,200}\bysgrifennodd\b.{0,80}:$/i,
  /^from:\s.{1,200}$/i,
  /^_{10,}$/,
];

/** "Sent from my phone", and the two dashes that part a signature (RFC 3676 section 4.3). */
const SIGNED = [/^--\s?$/, /^(sent|get outlook) (from|for) (my |outlook|ios|android)/i];

/**
 * What somebody wrote themselves, above what they quote and above their signature. Where nothing is left, they wrote
 * below or between what they quote: then the whole text is theirs to read.
 */
export function ownWords(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const end = lines.findIndex((line, at) => beginsQuote(line, lines[at + 1] ?? '') || isOneOf(SIGNED, line));
  const own = (end === -1 ? lines : lines.slice(0, end)).join('\n').trim();
  return own || text.trim();
}

/** Some programs break the line above a quotation in two. */
function beginsQuote(line: string, next: string): boolean {
  const both = `${line.trim()} ${next.trim()}`;
  return isOneOf(QUOTED, line) || (/^(on|ar)\b/i.test(line.trim()) && isOneOf(QUOTED.slice(2, 4), both));
}

const isOneOf = (patterns: RegExp[], line: string): boolean =>
  patterns.some(pattern => pattern.test(line.trim()));
