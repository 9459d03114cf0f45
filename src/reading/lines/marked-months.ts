import type { Schedule } from '../../timing/schedule.ts';
import type { Column } from '../headings/columns.ts';
import { folded } from '../text/plain.ts';
import type { Timings } from './timings.ts';

/** "Apr", "April", "Apr-25", "April 2025" over a column of a timetable. */
const MONTH = /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?(?:[\s'’/-]*(\d{4}|\d{2}))?$/;
const MARK = /^(?:x+|y|yes|[✓✔✗✘√●•◆■▪*]+)$/;
/** Fewer columns named by months are no timetable. */
const FEWEST = 3;
const NAMES: Record<string, string> = {
  jan: 'January',
  feb: 'February',
  mar: 'March',
  apr: 'April',
  may: 'May',
  jun: 'June',
  jul: 'July',
  aug: 'August',
  sep: 'September',
  oct: 'October',
  nov: 'November',
  dec: 'December',
};

/**
 * In a timetable with a column for each month, the months that a row marks: each unbroken run is a timing that hides in
 * the marks. Nothing where the table has no such columns.
 */
export function markedMonths(columns: Column[], cells: string[], timings: Timings): Schedule[] {
  const months = columns.map(column => monthOf(column.headings.at(-1) ?? ''));
  if (months.filter(Boolean).length < FEWEST) return [];
  return runs(
    months.map((month, index) => (MARK.test(folded(cells[index] ?? '')) ? month : undefined)),
  ).flatMap(([first, last]) => timings.read(first === last ? first : `${first} to ${last}`));
}

function monthOf(heading: string): string | undefined {
  const [, month, year] = MONTH.exec(folded(heading)) ?? [];
  if (!month) return undefined;
  return [NAMES[month], year && (year.length === 2 ? `20${year}` : year)].filter(Boolean).join(' ');
}

/** The first and the last of each unbroken run. */
function runs(marked: (string | undefined)[]): [string, string][] {
  const found: [string, string][] = [];
  marked.forEach((month, index) => {
    if (!month) return;
    const run = index > 0 && marked[index - 1] ? found.at(-1) : undefined;
    if (run) run[1] = month;
    else found.push([month, month]);
  });
  return found;
}
