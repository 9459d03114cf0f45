import type { Problem, RowIn, Weighed, WeighedRow } from '../../../platform/table-in/declaration.ts';

export type FigureRow = { name: string; day: Temporal.PlainDate; value: number };
type Stored = ReadonlyMap<string, { values: ReadonlyMap<string, number> }>;

/** Sets values beside those that are stored, by figure and day. */
export function weighFigures(rows: readonly RowIn<FigureRow>[], stored: Stored): Weighed<FigureRow> {
  const seen = new Map<string, number>();
  const problems: Problem[] = [];
  for (const { number, values } of rows) {
    const key = `${values.name.toLowerCase()} ${values.day}`;
    const first = seen.get(key);
    if (first)
      problems.push({
        row: number,
        column: 'day',
        text: `Row ${first} has a value of this figure for this day. Keep one of the two.`,
      });
    seen.set(key, first ?? number);
  }
  return { rows: rows.map(row => weighed(row, stored)), problems };
}

function weighed({ number, values }: RowIn<FigureRow>, stored: Stored): WeighedRow<FigureRow> {
  const { name, day, value } = values;
  const row = { row: number, name: `${name}, ${day}` };
  const before = stored.get(name.toLowerCase())?.values.get(day.toString());
  if (before === value) return { ...row, is: 'same', changes: [] };
  if (before === undefined) return { ...row, is: 'new', changes: [], deed: values };
  const changes = [{ field: 'value', before: String(before), after: String(value) }];
  return { ...row, is: 'changed', changes, deed: values };
}
