import { hash } from 'node:crypto';
import type { Within } from '../database/database.ts';
import type { Change } from '../history/history.ts';
import { checkRows } from './check-rows.ts';
import type { Makes, Problem, TableIn, Weighed, WeighedRow } from './declaration.ts';
import type { Table } from './match-columns.ts';

/** A row as its page shows it: the words of the file under the columns of the file. */
export type ShownRow = { row: number; cells: string[] };
export type WrongRow = ShownRow & { whole: string[]; wrong: Record<string, string[]> };
export type ChangedRow = { row: number; name: string; changes: Change[] };

/** What the page of a table shows. */
export type Outcome = {
  columns: string[];
  passedOver: string[];
  rows: number;
  new: number;
  changed: number;
  same: number;
  /** How many cells and rows must be put right. */
  wrong: { cells: number; rows: number };
  firstWrong: WrongRow[];
  firstNew: ShownRow[];
  firstChanged: ChangedRow[];
  /** How many rows are not among the first. */
  more: { new: number; changed: number };
  /** The first of what would be made besides, and of how many; left out by what was judged before it was told. */
  makes?: (Makes & { all: number })[];
};

/** One cell that must be put right, or a whole row, for the file of them. */
export type ToldProblem = { row: number; column: string; cell: string; text: string };

export type Judged = {
  outcome: Outcome;
  problems: ToldProblem[];
  /** Of all that storing would do. */
  digest: string;
  store: (now: Temporal.Instant) => Promise<void>;
};

export const FIRST_WRONG = 50;
const FIRST_NEW = 20;
const FIRST_CHANGED = 50;
const FIRST_MADE = 30;

/** Checks the rows of a table and sets them beside what is stored; nothing is written before `store` is called. */
export async function judge<Row extends object, Deed>(
  within: Within,
  declared: TableIn<Row, Deed>,
  table: Table,
  today: Temporal.PlainDate,
): Promise<Judged> {
  const checked = checkRows(table, declared.columns);
  const weighed = await declared.weigh(within, checked.rows, today, checked.besides);
  const problems = [...checked.problems, ...weighed.problems.filter(isNewsTo(checked.problems))];
  const deeds = weighed.rows.flatMap(({ deed }) => (deed === undefined ? [] : [deed]));
  return {
    outcome: outcomeOf(table, weighed, problems),
    problems: told(table, declared, problems),
    digest: hash(
      'sha256',
      JSON.stringify(weighed.rows.map(({ row, name, is, changes }) => [row, name, is, changes])),
    ),
    store: now => declared.store(within, deeds, now),
  };
}

/** A cell that cannot be read is told once: what is made of its absence besides says nothing. */
const isNewsTo = (told: Problem[]) => {
  const cells = new Set(told.map(({ row, column }) => `${row} ${column}`));
  return ({ row, column }: Problem): boolean => !cells.has(`${row} ${column}`);
};

function outcomeOf<Deed>(table: Table, { rows, makes = [] }: Weighed<Deed>, problems: Problem[]): Outcome {
  const values = new Map(table.rows.map(row => [row.number, row.values]));
  const shown = (row: number): ShownRow => ({ row, cells: values.get(row) ?? [] });
  const wrong = byRow(problems);
  const of = (is: WeighedRow<Deed>['is']) => rows.filter(row => row.is === is);
  const [fresh, changed] = [of('new'), of('changed')];
  return {
    columns: table.columns,
    passedOver: table.passedOver,
    rows: table.rows.length,
    ...counted(rows),
    wrong: { cells: problems.length, rows: wrong.length },
    firstWrong: wrong
      .slice(0, FIRST_WRONG)
      .map(([row, some]) => ({ ...shown(row), ...marked(some, table.columns) })),
    firstNew: fresh.slice(0, FIRST_NEW).map(({ row }) => shown(row)),
    firstChanged: changed.slice(0, FIRST_CHANGED).map(({ row, name, changes }) => ({ row, name, changes })),
    more: {
      new: Math.max(0, fresh.length - FIRST_NEW),
      changed: Math.max(0, changed.length - FIRST_CHANGED),
    },
    makes: makes
      .filter(({ names }) => names.length)
      .map(({ one, names }) => ({ one, names: names.slice(0, FIRST_MADE), all: names.length })),
  };
}

/** A record of several rows is new where one of them is, and changed where one of them changes it. */
function counted<Deed>(rows: WeighedRow<Deed>[]): Pick<Outcome, WeighedRow<Deed>['is']> {
  const counts = { new: 0, changed: 0, same: 0 };
  for (const some of Map.groupBy(rows, ({ record, row }) => record ?? `row ${row}`).values()) {
    const all = new Set(some.map(({ is }) => is));
    counts[all.has('new') ? 'new' : all.has('changed') ? 'changed' : 'same']++;
  }
  return counts;
}

function byRow(problems: Problem[]): [number, Problem[]][] {
  const rows = Map.groupBy(problems, ({ row }) => row);
  return [...rows].sort(([one], [other]) => one - other);
}

/** Sentences under the cell that they are of; those of the whole row, or of a column that the file has not, over it. */
function marked(problems: Problem[], columns: string[]): Pick<WrongRow, 'whole' | 'wrong'> {
  const isOfCell = ({ column }: Problem) => column !== undefined && columns.includes(column);
  const cells = Map.groupBy(problems.filter(isOfCell), ({ column }) => column!);
  return {
    whole: problems.filter(problem => !isOfCell(problem)).map(({ text }) => text),
    wrong: Object.fromEntries([...cells].map(([column, some]) => [column, some.map(({ text }) => text)])),
  };
}

function told<Row, Deed>(table: Table, { columns }: TableIn<Row, Deed>, problems: Problem[]): ToldProblem[] {
  const values = new Map(table.rows.map(row => [row.number, row.values]));
  return problems
    .toSorted((one, other) => one.row - other.row)
    .map(({ row, column, text }) => ({
      row,
      column: column ? (columns[column as keyof Row]?.heading ?? '') : '',
      cell: column ? (values.get(row)?.[table.columns.indexOf(column)] ?? '') : '',
      text,
    }));
}
