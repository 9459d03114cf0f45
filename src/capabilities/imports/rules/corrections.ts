import { isSamePlace, isSameRow, type Place } from '../../../reading/places.ts';
import type { Corrections } from '../../../reading/reading.ts';

type ColumnCorrection = Corrections['columns'][number];
type CellCorrection = Corrections['cells'][number];

/** The latest word about a column or a cell stands in place of an earlier one. */
export function withColumns(corrections: Corrections, columns: ColumnCorrection[]): Corrections {
  const earlier = corrections.columns.filter(
    one => !columns.some(column => column.table === one.table && column.column === one.column),
  );
  return { ...corrections, columns: [...earlier, ...columns] };
}

export function withCells(corrections: Corrections, cells: CellCorrection[]): Corrections {
  const earlier = corrections.cells.filter(one => !cells.some(cell => isSameCell(cell, one)));
  return { ...corrections, cells: [...earlier, ...cells] };
}

const isSameCell = (one: CellCorrection, other: CellCorrection): boolean =>
  isSamePlace(one, other) && one.field === other.field;

/** A row becomes several lines. */
export function withParted(corrections: Corrections, { table, row }: Place): Corrections {
  const { parted = [] } = withoutParted(corrections, { table, row });
  return { ...corrections, parted: [...parted, { table, row }] };
}

/** The lines of a row become one again; what was put right in one of them goes with it. */
export function withoutParted(corrections: Corrections, at: Place): Corrections {
  return {
    ...corrections,
    cells: corrections.cells.filter(one => one.part === undefined || !isSameRow(one, at)),
    parted: (corrections.parted ?? []).filter(one => !isSameRow(one, at)),
  };
}

/** A cell as a person left it: blanks and line ends aside, the same words are the same. */
export const isSameText = (one: string, other: string): boolean => plain(one) === plain(other);

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
