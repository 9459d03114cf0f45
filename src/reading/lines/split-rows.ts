import type { Column } from '../headings/columns.ts';
import { folded, wordsIn } from '../text/plain.ts';
import { headedBy, isReference } from '../text/reference.ts';
import { closes, goesOn, stopsShort } from '../text/sentence.ts';

/** Cells shorter than this are seldom so tall that a page break runs through them. */
const TALL = 4;

/** Per column, whether its cells often begin small anyway, so that a small letter shows nothing. */
export function smallHabit(rows: string[][], width: number): boolean[] {
  return Array.from({ length: width }, (_, column) => {
    const written = rows.map(row => row[column] ?? '').filter(Boolean);
    return written.length > 3 && written.filter(goesOn).length / written.length > 0.3;
  });
}

/**
 * Whether a row is only the rest of the one above, which a page break cut in two: its first cell is empty, repeated or
 * itself the rest of a sentence, no new number begins, and at least one tall cell goes on in the middle of a sentence.
 */
export function continuesRow(above: string[], below: string[], columns: Column[], habit: boolean[]): boolean {
  const key = above.findIndex((cell, index) => cell !== '' && columns[index]?.meaning !== 'section');
  if (key < 0 || beginsAnew(above, below, columns)) return false;
  if (onlyMore(above, below, key, columns)) return true;
  let points = 0;
  let evidence = 0;
  for (let index = 0; index < columns.length; index++) {
    const upper = above[index] ?? '';
    const lower = below[index] ?? '';
    if (!lower) continue;
    const joins = joint(upper, lower, habit[index] ?? false);
    const tall = wordsIn(upper).length >= TALL || stopsShort(upper);
    if (index === key && joins <= 0 && folded(upper) !== folded(lower)) return false;
    if (joins >= 2 && tall) evidence++;
    points += index === key && folded(upper) === folded(lower) ? 0 : joins;
  }
  return evidence >= 1 && points >= 1;
}

/** How well two texts read as one: 2 and more for a sentence that runs on, below 0 for two things. */
function joint(upper: string, lower: string, habit: boolean): number {
  if (!upper) return -1.5;
  if (folded(upper) === folded(lower)) return -0.75;
  if (stopsShort(upper)) return 2;
  if (goesOn(lower) && !habit) return closes(upper) ? 0.5 : 2;
  return closes(upper) ? 0 : -0.7;
}

function beginsAnew(above: string[], below: string[], columns: Column[]): boolean {
  return columns.some((column, index) => {
    const upper = above[index] ?? '';
    const lower = below[index] ?? '';
    if (!lower) return false;
    if (column.meaning === 'section') return true;
    if (column.meaning === 'reference') return isReference(lower) && folded(upper) !== folded(lower);
    const numbered = column.meaning === 'recommendation' || column.meaning === 'what';
    return numbered && headedBy(upper) !== undefined && headedBy(lower) !== undefined && !/\n/.test(upper);
  });
}

/** One more sentence of a tall cell and nothing else: no owner, no time, no number make it a row of its own. */
function onlyMore(above: string[], below: string[], key: number, columns: Column[]): boolean {
  const written = below.flatMap((cell, index) => (cell ? [index] : []));
  const only = written[0];
  if (written.length !== 1 || only === undefined || only === key || columns.length < 3) return false;
  const upper = above[only] ?? '';
  return closes(upper) && wordsIn(upper).length >= 8;
}

/** The parts of a split row put together column by column; a first cell that was only repeated is kept once. */
export function joinRows(above: string[], below: string[]): string[] {
  const key = above.findIndex(Boolean);
  return above.map((upper, index) => {
    const lower = below[index] ?? '';
    if (index === key && folded(upper) === folded(lower)) return upper;
    return [upper, lower].filter(Boolean).join(' ');
  });
}
