import type { SourceDocument } from '../../../documents/document.ts';
import { printedText, wordsOf } from '../../../documents/words.ts';
import {
  type Corrections,
  FIELDS,
  type Reading,
  type ReadLine,
  type ReadTable,
} from '../../../reading/reading.ts';
import { plain } from '../../../reading/text/plain.ts';

/** How many words the document has, how many of them found no place of their own, and which were lost: none, ever. */
export type WordCount = { document: number; remainder: number; lost: number; lostWords: string[] };

/** The most lost words that are named. */
const NAMED = 20;

/**
 * Every word of the document against every word of its reading, each as often as it is printed. What the reading
 * repeats (a section over its lines, a cell merged down) counts once, so that a copy cannot hide a loss.
 */
export function countWords(document: SourceDocument, reading: Reading, corrections?: Corrections): WordCount {
  // mark-up that a web editor left behind is not a word; taken out line by line, so that it cannot swallow a cell
  const source = printedText(document)
    .split('\n')
    .flatMap(line => wordsOf(plain(line)));
  const lost = tallyOf(source);
  takeAway(lost, keptWords(reading, corrections));
  const lostWords = [...lost].flatMap(([word, times]) => Array<string>(times).fill(word));
  return {
    document: source.length,
    remainder: reading.remainder.flatMap(({ text }) => wordsOf(text)).length,
    lost: lostWords.length,
    lostWords: lostWords.slice(0, NAMED),
  };
}

function keptWords(reading: Reading, corrections?: Corrections): string[] {
  const texts = [
    reading.document.title,
    ...ownHeadings(reading),
    ...reading.remainder.map(({ text }) => text),
    ...eachRunOnce(reading.clauses.map(({ heading }) => heading)),
    ...reading.clauses.flatMap(({ number, text }) => [number ?? '', text]),
    ...eachRunOnce(reading.audiences.map(({ group }) => group)),
    ...reading.audiences.flatMap(({ name, detail, role }) => [name, detail, role]),
    ...eachRunOnce(reading.channels.map(({ category }) => category)),
    ...reading.channels.flatMap(one => [one.description, ...one.existing, ...one.projectSpecific]),
  ];
  return [...texts.flatMap(wordsOf), ...wordsOfLines(reading, corrections)];
}

/** Headings of columns that have no field stand with their cells; all others, and those that a person gave another name, are in the remainder. */
function ownHeadings({ tables }: Reading): string[] {
  const own = tables.flatMap(table =>
    table.columns.filter(column => column.meaning === 'other' && !column.name),
  );
  return own.flatMap(column => column.headings);
}

function wordsOfLines({ lines, tables }: Reading, corrections?: Corrections): string[] {
  const corrected = new Set(corrections?.cells.map(({ table, row }) => `${table}/${row}`));
  let section = '';
  return lines.flatMap(line => {
    const begins = line.section !== section;
    section = line.section;
    const inRow = line.printed[sectionColumn(tables[line.at.table])] ?? '';
    const title = inRow || !begins ? [] : wordsOf(section);
    // lines made of one row repeat what they share, and joining words stand in none: the row as printed is what they keep
    if (line.at.part) return line.at.part === 1 ? [...line.printed.flatMap(wordsOf), ...title] : title;
    // the same of a line that a person put right, in its own row or in one that they joined to it
    const rows = [line.at.row, ...(line.joined ?? [])];
    if (rows.some(row => corrected.has(`${line.at.table}/${row}`)))
      return [...line.printed.flatMap(wordsOf), ...title];
    return [...wordsOfLine(line, inRow && section), ...title];
  });
}

const sectionColumn = (table: ReadTable | undefined): number =>
  table?.columns.findIndex(column => column.meaning === 'section') ?? -1;

/** The words of the printed row that the line still holds. */
function wordsOfLine(line: ReadLine, section: string): string[] {
  const held = [...FIELDS.map(field => line[field] ?? ''), ...Object.values(line.other), section];
  return takeAway(tallyOf(line.printed.flatMap(wordsOf)), held.flatMap(wordsOf));
}

const eachRunOnce = (texts: string[]): string[] => texts.filter((text, at) => text !== texts[at - 1]);

type Tally = Map<string, number>;

function tallyOf(words: string[]): Tally {
  const tally: Tally = new Map();
  for (const word of words) tally.set(word, (tally.get(word) ?? 0) + 1);
  return tally;
}

/** Takes words out of a tally, and says which of them were there to take. */
function takeAway(tally: Tally, words: string[]): string[] {
  return words.filter(word => {
    const times = tally.get(word);
    if (!times) return false;
    if (times === 1) tally.delete(word);
    else tally.set(word, times - 1);
    return true;
  });
}
