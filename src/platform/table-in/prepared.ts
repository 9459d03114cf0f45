import type { Within } from '../database/database.ts';
import type { TableIn } from './declaration.ts';
import { type Judged, judge } from './judge.ts';
import type { NamedColumn, Table } from './match-columns.ts';

/** A column as pages tell it. */
export type ToldColumn = NamedColumn & { about: string; examples: string[] };

/** A declaration whose kinds of row are its own business: what pages and jobs, which are alike for all, work with. */
export type Prepared = Pick<
  TableIn<object, unknown>,
  'kind' | 'at' | 'needs' | 'one' | 'many' | 'title' | 'list' | 'under' | 'about'
> & {
  columns: ToldColumn[];
  judge: (within: Within, table: Table, today: Temporal.PlainDate) => Promise<Judged>;
};

export function prepare<Row extends object, Deed>(declared: TableIn<Row, Deed>): Prepared {
  const { columns, ...said } = declared;
  const names = Object.keys(columns) as (keyof Row & string)[];
  return {
    ...said,
    columns: names.map(name => ({ ...columns[name], name })),
    judge: (within, table, today) => judge(within, declared, table, today),
  };
}
