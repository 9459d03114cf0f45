import { otherCell, setOtherCell } from '../other-cells.ts';
import { isSamePlace } from '../places.ts';
import { type CellField, type Corrections, FIELDS, type Field, type ReadLine, STATES } from '../reading.ts';
import { folded } from '../text/plain.ts';
import { headedBy } from '../text/reference.ts';
import type { LineFacts } from './line-facts.ts';
import type { PlanRow } from './plan-row.ts';

type Corrected = Corrections['cells'];
/** What a row says before anything is concluded from it. */
export type RowWords = Partial<Record<Field, string>> &
  Pick<ReadLine, 'other' | 'section' | 'state'> & { stateGiven: boolean };

/** The words of a row, as its columns say, with what a person put right in it. */
export function wordsOfRow(row: PlanRow, facts: LineFacts): RowWords {
  const pieces = row.joined ?? [];
  const mine = correctionsAt(row.at, facts.corrected);
  const said = mine.length > 0 || pieces.some(({ at }) => correctionsAt(at, facts.corrected).length > 0);
  // what nobody put right is read of the cells as they stand together
  if (!said || !pieces.length) return corrected(asPrinted(row, facts), since(mine, undefined));
  const [first, ...rest] = pieces;
  let words = corrected(asPrinted(first!, facts), since(mine, undefined));
  let joined = 0;
  for (const piece of rest) {
    joined += rowsJoined(piece).length + 1;
    words = corrected(together(words, wordsOfRow(piece, facts)), since(mine, joined));
  }
  return words;
}

/** The rows that a person joined to a row, theirs with them, in their order. */
export const rowsJoined = ({ joined = [] }: PlanRow): number[] =>
  joined.slice(1).flatMap(piece => [piece.at.row, ...rowsJoined(piece)]);

/** What a person put right in a line, or in one of the lines that they made of its row. */
export const correctionsAt = (at: ReadLine['at'], all: LineFacts['corrected']): Corrected =>
  (all.get(at.row) ?? []).filter(one => isSamePlace(one, at));

/** What was put right while as many rows were joined to the line. */
const since = (mine: Corrected, joined: number | undefined): Corrected =>
  mine.filter(one => one.joined === joined);

function asPrinted(row: PlanRow, { columns, numbered }: LineFacts): RowWords {
  const fields: Partial<Record<Field, string>> = {};
  const other: Record<string, string> = {};
  columns.forEach((column, index) => {
    let text = row.cells[index] ?? '';
    const headed = index === numbered ? headedBy(text) : undefined;
    if (headed) {
      fields.reference = headed.reference;
      text = headed.rest;
    }
    if (!text || column.meaning === 'section') return;
    if (column.meaning === 'other') setOtherCell(other, column.name, text);
    else fields[column.meaning] = [fields[column.meaning], text].filter(Boolean).join('\n');
  });
  return { section: row.section?.text ?? '', ...fields, other, state: 'unknown', stateGiven: false };
}

function corrected(words: RowWords, mine: Corrected): RowWords {
  for (const { field, text } of mine) correct(words, field, text);
  return mine.some(({ field }) => field === 'state') ? { ...words, stateGiven: true } : words;
}

/** A cell under a cell, as rows that a person joined; what is the same in both is said once. */
function together(above: RowWords, below: RowWords): RowWords {
  const words: RowWords = { ...above, other: { ...above.other } };
  const under = (upper: string, lower: string): string =>
    folded(upper) === folded(lower) ? upper : [upper, lower].filter(Boolean).join('\n');
  for (const field of FIELDS) if (below[field]) words[field] = under(above[field] ?? '', below[field]);
  for (const [heading, text] of Object.entries(below.other))
    setOtherCell(words.other, heading, under(otherCell(above.other, heading), text));
  return words;
}

export function correct(
  line: Pick<ReadLine, 'section' | 'state' | 'other'>,
  field: CellField,
  text: string,
): void {
  if (field === 'section') line.section = text;
  else if (field === 'state') line.state = STATES.find(state => state === text) ?? 'unknown';
  else if (field.startsWith('other:')) setOther(line.other, field.slice('other:'.length), text);
  else
    set(
      line as Partial<Record<Field, string>>,
      FIELDS.find(one => one === field),
      text,
    );
}

function set<Key extends string>(
  into: Partial<Record<Key, string>>,
  key: Key | undefined,
  text: string,
): void {
  if (key === undefined) return;
  if (text) into[key] = text;
  else delete into[key];
}

function setOther(other: ReadLine['other'], heading: string, text: string): void {
  if (text) setOtherCell(other, heading, text);
  else delete other[heading];
}
