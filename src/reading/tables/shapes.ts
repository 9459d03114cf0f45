import { isTimetable } from '../calendar/is-timetable.ts';
import { isColourKey } from '../colours/is-key.ts';
import { type Column, decideColumns } from '../headings/columns.ts';
import { readHeading } from '../headings/heading.ts';
import { isTotal } from '../lines/row-kinds.ts';
import { type Looks, looksOf } from '../text/looks.ts';
import { folded, wordsIn } from '../text/plain.ts';
import { kindOfTable, type TableKind } from './kind.ts';
import { columnTexts, headingCells, type Stretch } from './stretches.ts';

/** What a stretch of rows is and what its columns hold. */
export type Shape = { kind: TableKind; columns: Column[]; inherited: boolean };

/** The shape of a stretch by its own headings, or, without any, from the nearest before it that fits. */
export function shapeOf(stretch: Stretch, before: Shape[], adjoining: boolean): Shape {
  const looks = looksByColumn(stretch);
  const isKey = stretch.headings.length === 0 && isColourKey(stretch.rows);
  if (stretch.headings.length === 0 && !isKey) {
    const heir = before.findLast(
      shape => shape.columns.length >= stretch.width && fits(shape, looks, stretch.width, adjoining),
    );
    if (heir) return { ...heir, inherited: true };
  }
  const headings = Array.from({ length: stretch.width }, (_, column) =>
    readHeading(headingCells(stretch.headings, column)),
  );
  const columns = decideColumns(headings, looks);
  const told = stretch.headings.length > 0 && columns.some(column => column.sense);
  if (isKey) return { kind: 'set-aside', columns, inherited: false };
  const kind = told ? kindOfTable(columns) : bare(columns, stretch);
  if (kind === 'set-aside' && told && isTimetable(columns, stretch))
    return { kind: 'plan', columns, inherited: false };
  return { kind, columns, inherited: false };
}

/** How the cells of each column look, rows that hold a single text (titles) left out. */
export function looksByColumn(stretch: Stretch): Looks[] {
  const telling = stretch.rows.filter(
    row => row.cells.filter(cell => cell.text !== '' || cell.continues).length > 1 && !isTotal(row),
  );
  return Array.from({ length: stretch.width }, (_, column) => looksOf(columnTexts(telling, column)));
}

/**
 * Headings printed once hold for later tables of the same width, across section titles, unless the cells speak against it:
 * no references where references stood, words where dates stood.
 */
function fits(shape: Shape, looks: Looks[], width: number, adjoining: boolean): boolean {
  // Rows that all lack their last cells make a narrower table, which its cells must vouch for.
  if (shape.columns.length !== width && (width < 2 || !(adjoining || vouches(shape, looks)))) return false;
  if (shape.kind !== 'plan') return adjoining;
  return shape.columns.every((column, index) => {
    const look = looks[index];
    if (!look || look.filled === 0) return true;
    if (column.meaning === 'reference') return look.reference >= 0.4 || (adjoining && look.filled <= 2);
    // One row alone may be odd in itself.
    if (look.filled < 2) return true;
    if (column.meaning === 'when') return look.long < 0.6 || look.timing > 0.2;
    if (column.meaning === 'owner') return look.long < 0.8;
    if (column.meaning === 'what' || column.meaning === 'recommendation')
      return look.reference < 0.8 && look.timing < 0.8;
    return true;
  });
}

function vouches(shape: Shape, looks: Looks[]): boolean {
  return shape.columns.some((column, index) => {
    const look = looks[index];
    if (!look) return false;
    if (column.meaning === 'when') return look.timing >= 0.5;
    if (column.meaning === 'reference') return look.reference >= 0.7;
    if (column.meaning === 'status') return look.state >= 0.5;
    return column.meaning === 'owner' && look.owner >= 0.6;
  });
}

/** A table that never says what its columns are is a plan only where its cells leave little doubt. */
function bare(columns: Column[], stretch: Stretch): TableKind {
  const meanings = columns.map(column => column.meaning);
  const typed = (['reference', 'when', 'owner', 'status'] as const).filter(field =>
    meanings.includes(field),
  ).length;
  const says =
    meanings.includes('what') ||
    meanings.includes('recommendation') ||
    (meanings.includes('audience') && meanings.includes('how'));
  if (stretch.rows.length >= 2 && says && typed >= 2 && !isContents(stretch)) return 'plan';
  return 'set-aside';
}

/** Page numbers in the last column, or dot leaders. */
function isContents(stretch: Stretch): boolean {
  const last = columnTexts(stretch.rows, stretch.width - 1).filter(Boolean);
  return last.length > 0 && last.every(text => /^\d{1,3}(?:\s?[-–]\s?\d{1,3})?$/.test(text));
}

/** Two shapes whose columns are headed alike are one table to a person, however often its headings are printed. */
export const sameColumns = (one: Column[], other: Column[]): boolean =>
  one.length === other.length &&
  one.every((column, index) => {
    const twin = other[index];
    return twin !== undefined && column.meaning === twin.meaning && alike(column.name, twin.name);
  });

const alike = (one: string, other: string) =>
  folded(one) === folded(other) || wordsIn(one).join(' ') === wordsIn(other).join(' ');
