import type { Column } from '../headings/columns.ts';
import type { PlanRow } from '../lines/plan-row.ts';
import type { Timings } from '../lines/timings.ts';
import { type MarkedTime, markedTimes } from './marked-times.ts';
import { type Period, periodsOf } from './periods.ts';
import { shadedColumns } from './shading.ts';

/** The times that a row of the table marks, by where the row stands. */
export type Timetable = (row: number, timings: Timings) => MarkedTime[];

/** What the marks and the shading of a plan table tell, where it has columns for months, quarters, weeks or days. */
export function timetableOf(columns: Column[], rows: PlanRow[]): Timetable {
  const headings = columns.map(column => column.headings);
  const under = new Map<string, (Period | undefined)[]>();
  const periodsUnder = (title: string) => {
    const known = under.get(title) ?? periodsOf(headings, title);
    under.set(title, known);
    return known;
  };
  const calendar = periodsUnder(rows[0]?.month ?? '').flatMap((period, at) => (period ? [at] : []));
  const shaded = shadedColumns(rows, calendar);
  const byRow = new Map(rows.map((row, index) => [row.at.row, { row, shaded: shaded[index] }]));
  return (at, timings) => {
    const found = byRow.get(at);
    if (!found || calendar.length === 0) return [];
    const periods = periodsUnder(found.row.month ?? '');
    return markedTimes(periods, found.row.cells, found.shaded ?? new Set(), timings);
  };
}
