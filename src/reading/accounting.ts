import type { SourceDocument } from '../documents/document.ts';
import { printedText, wordsOf } from '../documents/words.ts';
import { FIELDS, type Reading } from './reading.ts';
import { folded, plain } from './text/plain.ts';

/** Words of the document that the reading lost, and words that it has too often or made up. Both empty in a true reading. */
export type Accounting = { words: number; lost: string[]; spare: string[] };

/**
 * Counts every printed word of the document against the reading: each must stand in one field, or in the remainder.
 * A section, group or category that is carried down counts once, and so does the heading of a column without a field.
 */
export function account(document: SourceDocument, reading: Reading): Accounting {
  const printed = wordsOf(plain(printedText(document)));
  const left = new Map<string, number>();
  for (const word of printed) left.set(word, (left.get(word) ?? 0) + 1);
  const spare: string[] = [];
  for (const word of readWords(reading)) {
    const count = left.get(word) ?? 0;
    if (count > 0) left.set(word, count - 1);
    else spare.push(word);
  }
  const lost = [...left].flatMap(([word, count]) => Array.from({ length: count }, () => word));
  return { words: printed.length, lost, spare };
}

function readWords(reading: Reading): string[] {
  const texts: string[] = [reading.document.title];
  const carried = carrier(texts);
  for (const clause of reading.clauses) {
    carried('heading', clause.heading);
    texts.push(clause.number ?? '', clause.text);
  }
  for (const audience of reading.audiences) {
    carried('group', audience.group);
    texts.push(audience.name, audience.detail, audience.role);
  }
  for (const channel of reading.channels) {
    carried('category', channel.category);
    texts.push(channel.description, ...channel.existing, ...channel.projectSpecific);
  }
  const named = new Set<string>();
  for (const line of reading.lines) {
    carried('section', line.section);
    texts.push(...FIELDS.map(field => line[field] ?? ''));
    for (const [name, text] of Object.entries(line.other)) {
      if (!named.has(folded(name))) texts.push(name);
      named.add(folded(name));
      texts.push(text);
    }
  }
  texts.push(...reading.remainder.map(one => one.text));
  return wordsOf(texts.join('\n'));
}

/** Adds a value only where it differs from the last of its kind. */
function carrier(texts: string[]): (kind: string, text: string) => void {
  const last = new Map<string, string>();
  return (kind, text) => {
    if (folded(text) === last.get(kind)) return;
    last.set(kind, folded(text));
    texts.push(text);
  };
}
