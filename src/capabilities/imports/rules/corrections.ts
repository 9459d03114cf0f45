import type { ColumnMeaning, Corrections } from '../../../reading/reading.ts';

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
  one.table === other.table && one.row === other.row && one.field === other.field;

/** The columns whose meaning differs from what they are taken for now. */
export function changedColumns(
  tables: { columns: { meaning: ColumnMeaning }[] }[],
  asked: ColumnCorrection[],
): ColumnCorrection[] {
  return asked.filter(({ table, column, meaning }) => {
    const now = tables[table]?.columns[column];
    return now !== undefined && now.meaning !== meaning;
  });
}
