import type { Columns, Problem, RowIn } from './declaration.ts';
import type { Table } from './match-columns.ts';

/** Rows that are in order, what is wrong with the cells of the others, and what these say besides. */
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
    if (wrong.length) {
      checked.problems.push(...wrong);
      checked.besides.push(read);
    }
    // every column that may not be missing was there: the file had its heading
    else checked.rows.push({ number, values: read as Row });
  }
  return checked;
}

/** Rows that have in common what no two may, told at the later one. */
export function twiceThere<Row>(
  rows: RowIn<Row>[],
  once: { column: string; key: (row: Row) => string } | undefined,
): Problem[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ number, values }) => {
    const key = once?.key(values);
    if (!once || !key) return [];
    const before = first.get(key);
    if (before === undefined) first.set(key, number);
    return before === undefined
      ? []
      : [
          {
            row: number,
            column: once.column,
            text: `This is the same as in row ${before}. Keep one of the two rows.`,
          },
        ];
  });
}
