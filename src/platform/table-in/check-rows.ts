import type { Columns, Problem, RowIn } from './declaration.ts';
import type { Table } from './match-columns.ts';

/**
 * Rows as far as they are read, and what is wrong with their cells: a cell that is wrong is as if its column were not
 * there, so that whatever else is wrong with the row is told at once. `besides`: rows without a cell that each must have.
 */
export type CheckedRows<Row> = { rows: RowIn<Row>[]; problems: Problem[]; besides: Partial<Row>[] };

/** Reads every cell of a table by its column. */
export function checkRows<Row extends object>(table: Table, columns: Columns<Row>): CheckedRows<Row> {
  const checked: CheckedRows<Row> = { rows: [], problems: [], besides: [] };
  const names = Object.keys(columns) as (keyof Row & string)[];
  const places = names.map(name => ({ name, at: table.columns.indexOf(name), column: columns[name] }));
  for (const { number, values } of table.rows) {
    const read: Partial<Row> = {};
    const wrong: Problem[] = [];
    for (const { name, at, column } of places) {
      const text = values[at];
      if (text === undefined) continue;
      const cell = text || !column.required ? column.read(text) : { problem: column.required };
      if ('problem' in cell) wrong.push({ row: number, column: name, text: cell.problem });
      else read[name] = cell.value;
    }
    checked.problems.push(...wrong);
    const lacks = wrong.some(({ column }) => columns[column as keyof Row].required);
    if (lacks) checked.besides.push(read);
    // every column that may not be missing was there: the file had its heading
    else checked.rows.push({ number, values: read as Row });
  }
  return checked;
}
