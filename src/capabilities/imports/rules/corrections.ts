import { isSamePlace, isSameRow, type Place } from '../../../reading/places.ts';
import type { Corrections } from '../../../reading/reading.ts';

type ColumnCorrection = Corrections['columns'][number];
type CellCorrection = Corrections['cells'][number];
type Dropped = NonNullable<Corrections['dropped']>[number];
type Joined = NonNullable<Corrections['joined']>[number];
type Split = NonNullable<Corrections['split']>[number];

/** The latest word about a column or a cell stands in place of an earlier one. */
export function withColumns(corrections: Corrections, columns: ColumnCorrection[]): Corrections {
  const earlier = corrections.columns.filter(
    one => !columns.some(column => column.table === one.table && column.column === one.column),
  );
  return { ...corrections, columns: [...earlier, ...columns] };
}

export function withCells(corrections: Corrections, cells: CellCorrection[]): Corrections {
  const said = new Set(cells.map(cellKey));
  const earlier = corrections.cells.filter(one => !said.has(cellKey(one)));
  return { ...corrections, cells: [...earlier, ...cells] };
}

const cellKey = ({ table, row, part, joined, field }: CellCorrection): string =>
  JSON.stringify([table, row, part, joined, field]);

/** A row becomes several lines. */
export function withParted(corrections: Corrections, { table, row }: Place): Corrections {
  const { parted = [] } = withoutParted(corrections, { table, row });
  return { ...corrections, parted: [...parted, { table, row }] };
}

/** The lines of a row become one again; what was put right in one of them goes with it. */
export function withoutParted(corrections: Corrections, at: Place): Corrections {
  const { parted, split } = corrections;
  return {
    ...corrections,
    cells: corrections.cells.filter(one => one.part === undefined || !isSameRow(one, at)),
    ...(parted ? { parted: parted.filter(one => !isSameRow(one, at)) } : {}),
    ...(split ? { split: split.filter(one => !isSameRow(one, at)) } : {}),
  };
}

/** A row becomes the lines that a person wrote. */
export function withSplit(corrections: Corrections, split: Split): Corrections {
  const whole = withoutParted(corrections, split);
  return { ...whole, split: [...(whole.split ?? []), split] };
}

/** Rows that are no lines are left out, each with its reason; the latest counts. */
export function withDropped(corrections: Corrections, rows: Dropped[]): Corrections {
  const earlier = (corrections.dropped ?? []).filter(one => !rows.some(row => isSameRow(row, one)));
  return { ...corrections, dropped: [...earlier, ...rows] };
}

export const withoutDropped = (corrections: Corrections, at: Place): Corrections => ({
  ...corrections,
  dropped: (corrections.dropped ?? []).filter(one => !isSameRow(one, at)),
});

/** A row is the rest of one above. */
export function withJoined(corrections: Corrections, row: Joined): Corrections {
  const earlier = (corrections.joined ?? []).filter(one => !isSameRow(one, row));
  return { ...corrections, joined: [...earlier, row] };
}

/** A row stands alone again; what was put right in the line that it was part of goes with it. */
export function withoutJoined(corrections: Corrections, at: Place): Corrections {
  const { joined = [], split = [] } = corrections;
  const above = rowsAbove(joined, at);
  const ofTheWhole = (one: Place & { joined?: number }) =>
    one.joined !== undefined && one.table === at.table && above.has(one.row);
  return {
    ...corrections,
    cells: corrections.cells.filter(one => !ofTheWhole(one)),
    joined: joined.filter(one => !isSameRow(one, at)),
    ...(split.length ? { split: split.filter(one => !ofTheWhole(one)) } : {}),
  };
}

/** The rows that a row is joined to, directly or with the row between them. */
function rowsAbove(joined: Joined[], { table, row }: Place): Set<number> {
  const above = new Set<number>();
  for (let at = row; ; ) {
    const next = joined.find(one => one.table === table && one.row === at);
    if (!next || above.has(next.onto)) return above;
    above.add(next.onto);
    at = next.onto;
  }
}

/** A cell as a person left it: blanks and line ends aside, the same words are the same. */
export const isSameText = (one: string, other: string): boolean => plain(one) === plain(other);

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What a person said of a cell that is not yet read; undefined where they said nothing. */
export const saidOf = (
  { cells }: Corrections,
  at: Place & { joined?: number },
  field: string,
): string | undefined =>
  cells.find(one => isSamePlace(one, at) && one.joined === at.joined && one.field === field)?.text;
