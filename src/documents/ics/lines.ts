import { holdLines, holdText } from './limits.ts';

/** One line of a calendar file (RFC 5545, 3.1), its name in capitals, the names of its parameters too. */
export type ContentLine = { name: string; parameters: Map<string, string>; value: string };

/** The lines of a file, joined where they were folded. What is no line of a calendar is left out. */
export function contentLines(text: string): ContentLine[] {
  const unfolded = holdText(text)
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]/g, '');
  return holdLines(unfolded.split('\n')).flatMap(line => contentLine(line) ?? []);
}

function contentLine(line: string): ContentLine | undefined {
  const name = /^[A-Za-z0-9-]+/.exec(line)?.[0];
  if (!name) return undefined;
  const rest = line.slice(name.length);
  const end = isOfTime(name) ? rest.lastIndexOf(':') : endOfParameters(rest);
  if (end < 0) return undefined;
  return {
    name: name.toUpperCase(),
    parameters: parametersOf(rest.slice(0, end)),
    value: rest.slice(end + 1).trim(),
  };
}

/**
 * No value of a time has a colon in it; but Exchange writes zones that have one, and no quotes around them:
 * "DTSTART;TZID=(UTC+00:00) Dublin, Edinburgh, Lisbon, London:20261014T190000".
 */
const isOfTime = (name: string): boolean => /^(dtstart|dtend|exdate|rdate|recurrence-id)$/i.test(name);

/** The first colon that stands in no quotes. */
function endOfParameters(rest: string): number {
  let quoted = false;
  for (let at = 0; at < rest.length; at++) {
    if (rest[at] === '"') quoted = !quoted;
    if (rest[at] === ':' && !quoted) return at;
  }
  return -1;
}

function parametersOf(text: string): Map<string, string> {
  const found = [...text.matchAll(/;([A-Za-z0-9-]+)=("[^"]*"|[^;]*)/g)];
  return new Map(found.map(([, name, value]) => [name!.toUpperCase(), value!.replaceAll('"', '').trim()]));
}

/** Words as they were before they were written into a file (RFC 5545, 3.3.11), on one line. */
export const wordsOf = (value: string): string =>
  value
    .replace(/\\([nN\\;,])/g, (_, sign: string) => (/n/i.test(sign) ? ' ' : sign))
    .toWellFormed()
    .replace(/[\p{C}\u2028\u2029]/gu, sign => (/[\t\u2028\u2029]/.test(sign) ? ' ' : ''))
    .replace(/\s+/g, ' ')
    .trim();
