import { timingsUnder } from '../../src/reading/lines/timings.ts';
import { pairsOf } from '../../src/reading/pairs/pairs.ts';
import type { Field, ReadLine } from '../../src/reading/reading.ts';

export const timings = timingsUnder({ today: Temporal.PlainDate.from('2025-04-01') });

/** A line with these cells, its times and what pairs with them, as far as the cells tell. */
export function lineWith(cells: Partial<Record<Field, string>>, more: Partial<ReadLine> = {}): ReadLine {
  const line: ReadLine = {
    at: { table: 0, row: 1 },
    section: '',
    ...cells,
    other: {},
    state: 'unknown',
    schedules: timings.read(cells.when ?? ''),
    suggestions: (['what', 'how', 'comments'] as const).flatMap(field =>
      timings.find(cells[field] ?? '').map(one => ({ ...one, field })),
    ),
    doubts: [],
    printed: [],
    ...more,
  };
  const pairs = pairsOf(line, timings);
  return pairs.length ? { ...line, pairs } : line;
}
