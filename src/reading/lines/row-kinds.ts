import { isMarkedRow } from '../calendar/marked-row.ts';
import { isFurniture } from '../document/furniture.ts';
import { filled, type GridRow } from '../grid/grid.ts';
import type { Column } from '../headings/columns.ts';
import { folded, wordsIn } from '../text/plain.ts';
import { isReference } from '../text/reference.ts';
import { closes, goesOn } from '../text/sentence.ts';
import { beginsWithVerb } from '../text/verbs.ts';

/** A row of a plan table is a line (or part of one), a section's title, or words that belong to no line. */
export type RowKind = 'line' | 'section' | 'note';

const NAMES_SECTION =
  /^(?:(?:strategic |key |corporate )?(?:objective|theme|priority|section|aim|phase|strand|workstream|part|goal|stage|pillar|chapter|campaign|audience))\b/;
const NOTE = /^(?:key|notes?|nb|n\.b|source|please note|\*|total|totals|sub-?total)\b/;
/** "LW = Lorna West, PT = Pete Tolley" under a table explains it. */
const INITIALS = /^\s*(?:key:?\s*)?[A-Z][A-Z&/]{0,4}\s?=\s?\p{L}/u;
/** A row that adds the others up. */
export const isTotal = (row: GridRow): boolean =>
  /^(?:sub-?|grand )?totals?\b/.test(folded(filled(row)[0]?.text ?? '')) && filled(row).length <= 3;

/** A line across the page that somebody typed: "-----  -------". */
const isDrawn = (row: GridRow): boolean =>
  filled(row).every(cell => /^[-–—_=.~+|\s]+$/.test(cell.text)) &&
  filled(row).some(cell => cell.text.length >= 4);

export function rowKind(row: GridRow, columns: Column[], next: GridRow | undefined): RowKind {
  const cells = filled(row);
  const only = cells[0];
  if (!only) return 'note';
  if (isTotal(row) || isDrawn(row)) return 'note';
  if (cells.length === 1 && (isFurniture(only.text) || INITIALS.test(only.text))) return 'note';
  if (cells.length > 1 || row.cells.some(cell => cell.continues))
    return isTemplate(row, columns) ? 'note' : 'line';
  const length = wordsIn(only.text).length;
  if (only.columns >= columns.length * 0.6 || row.cells.length === 1)
    return wholeRow(only.text, length, columns);
  if (isTemplate(row, columns)) return 'note';
  if (isMarkedRow(row, columns)) return 'line';
  return isTitle(only, row, columns, next) ? 'section' : 'line';
}

/** One text across the whole table: a title, unless it explains ("Key: …") or is a paragraph. */
function wholeRow(text: string, length: number, columns: Column[]): RowKind {
  if (goesOn(text) || (columns.length === 1 && length > 12)) return 'line';
  return NOTE.test(folded(text)) || length > 30 || (closes(text) && /\.$/.test(text.trim()) && length > 14)
    ? 'note'
    : 'section';
}

/** Only a number, waiting to be filled in. */
function isTemplate(row: GridRow, columns: Column[]): boolean {
  return filled(row).every(cell => columns[cell.column]?.meaning === 'reference' && isReference(cell.text));
}

/** A lone text at the head of a row that is otherwise empty. */
function isTitle(
  cell: { text: string; column: number; bold: boolean },
  row: GridRow,
  columns: Column[],
  next: GridRow | undefined,
): boolean {
  const first = columns.findIndex(column => column.meaning !== 'reference');
  if (closes(cell.text.replace(/:$/, '')) || goesOn(cell.text)) return false;
  const length = wordsIn(cell.text).length;
  if (length > 12) return false;
  const capitals = /\p{Lu}{4}/u.test(cell.text) && cell.text === cell.text.toUpperCase();
  const bold = cell.bold && next !== undefined && !filled(next).every(other => other.bold);
  if (capitals || bold || NAMES_SECTION.test(folded(cell.text))) return true;
  if (cell.column > Math.max(first, 0)) return false;
  const meaning = columns[cell.column]?.meaning;
  if (meaning === 'section' || (meaning === 'reference' && !isReference(cell.text))) return true;
  return (
    columns.length > 2 &&
    length <= 6 &&
    row.cells.length > 1 &&
    next !== undefined &&
    filled(next).length >= 2 &&
    !beginsWithVerb(cell.text)
  );
}
