import {
  type CellField,
  FIELDS,
  type Field,
  type ReadLine,
  type SplitLine,
} from '../../../../reading/reading.ts';
import { fieldWords } from '../../reading-words.ts';
import { isSameText } from '../../rules/corrections.ts';
import { readValue } from '../reading/doubt.ts';

/** The most lines that a row is split into on one page. */
export const MOST = 12;
/** The most letters that a cell of a line may have. */
const LONGEST = 20_000;

/** Cells that lines of one row mostly share; the words of the others are parted between them. */
const SHARED: readonly string[] = [
  'audience',
  'messenger',
  'owner',
  'why',
  'recommendation',
  'when',
  'status',
];

/** A cell of the row, and what each line says in it. `same`: a line that says nothing says what the first does. */
export type SplitCell = { field: CellField; label: string; name: string; same: boolean; texts: string[] };

const cellsOf = (line: ReadLine): CellField[] => [
  ...FIELDS.filter(field => line[field] || line.taken?.[field]),
  ...Object.keys(line.other).map(heading => `other:${heading}` as const),
];

const printed = (line: ReadLine, field: CellField): string =>
  (readValue(line, field) || line.taken?.[field as Field]?.text) ?? '';

/** The form as it first stands: the row's words with the first line. */
export const freshCells = (line: ReadLine, lines: number): SplitCell[] =>
  cellsOf(line).map((field, at) => ({
    field,
    label: fieldWords(field),
    name: `cell-${at}`,
    same: SHARED.includes(field),
    texts: Array.from({ length: lines }, (_, number) => (number ? '' : printed(line, field))),
  }));

/** The same as a person left it. */
export function sentCells(line: ReadLine, form: Record<string, unknown>, lines: number): SplitCell[] {
  return freshCells(line, lines).map(cell => ({
    ...cell,
    same: form[`${cell.name}-same`] === 'yes',
    texts: cell.texts.map((_, number) => {
      const sent = form[`${cell.name}-${number + 1}`];
      return typeof sent === 'string' ? sent.replaceAll('\r\n', '\n').trim().slice(0, LONGEST) : '';
    }),
  }));
}

/** What each line says in place of the row; a cell that all of them leave as it is is no one's own. */
export function linesOf(line: ReadLine, cells: SplitCell[], lines: number): SplitLine[] {
  return Array.from({ length: lines }, (_, number) =>
    Object.fromEntries(
      cells.flatMap(({ field, same, texts }) => {
        const all = texts.map(text => (same && !text ? (texts[0] ?? '') : text));
        const untouched = all.every(text => isSameText(text, printed(line, field)));
        return untouched ? [] : [[field, all[number] ?? '']];
      }),
    ),
  );
}

/** Lines, by number from 1, that would say nothing of their own. */
export const emptyLines = (cells: SplitCell[], lines: number): number[] =>
  Array.from({ length: lines }, (_, number) => number).flatMap(number =>
    cells.some(({ texts }) => texts[number]) ? [] : [number + 1],
  );
