import type { Within } from '../database/database.ts';
import type { Change } from '../history/history.ts';
import type { Role } from '../http/visit.ts';

/** What the words of a cell mean, or what is wrong with them, as a sentence that says what to do. */
export type CellRead<Value> = { value: Value } | { problem: string };

type AnyColumn<Value> = {
  /** As the example file heads it. */
  heading: string;
  /** Other headings under which files have it. Capitals, plurals and signs make no difference. */
  alsoHeaded?: string[];
  /** What stands in it, for whoever fills the file. */
  about: string;
  /** Is also asked what an empty cell means, where the column is there and may be empty. */
  read: (text: string) => CellRead<Value>;
  /** For the rows of the example file. */
  examples: string[];
  required?: string;
};

/**
 * A column of the file. `required` is said of a cell that is empty, and the file must have the column. Of any other
 * column the value is undefined where the file has no such column: what is stored then stays.
 */
export type Column<Value> = AnyColumn<Value> & (undefined extends Value ? unknown : { required: string });

/** In the order of the example file. */
export type Columns<Row> = { [Name in keyof Row]-?: Column<Row[Name]> };

/** A row of the file, each cell understood. `number`: as a spreadsheet shows it. */
export type RowIn<Row> = { number: number; values: Row };

/** What is wrong with a row that only what is stored, or another row, can tell; `column` where it is of one cell. */
export type Problem = { row: number; column?: string; text: string };

/** What storing a row would do. `deed`: what `store` needs for it; none where all of it is stored already. */
export type WeighedRow<Deed> = {
  row: number;
  /** Of which record it is, where several rows may be of one: they are counted once. */
  record?: string;
  /** Whom or what it is about. */
  name: string;
  is: 'new' | 'changed' | 'same';
  /** For those that are changed. */
  changes: Change[];
  deed?: Deed;
};

/** What storing would make besides the rows themselves: each by its name. */
export type Makes = { one: string; names: string[] };

export type Weighed<Deed> = { rows: WeighedRow<Deed>[]; problems: Problem[]; makes?: Makes[] };

/** Records that come from a table that people give in as a file: looked at before anything is stored. */
export type TableIn<Row, Deed> = {
  /** What its rows are, in one word: "areas". */
  kind: string;
  /** The address of its pages: "/organisation/areas/bring-in". */
  at: string;
  needs: Role;
  one: string;
  many: string;
  /** Of the page: "Bring in areas". */
  title: string;
  /** The list that they come into, for the way back and when it is done. */
  list: { text: string; href: string };
  /** What stands over the list in the trail. */
  under?: { text: string; href: string };
  /** What it is for, what is done with a row that is known, as sentences. */
  about: string[];
  columns: Columns<Row>;
  /**
   * Sets rows beside what is stored, those with a wrong cell without it. Reads only; asked once more when it is confirmed.
   * `besides`: what rows say that lack what each must have, so that a row which names one of them is not called wrong too.
   */
  weigh: (
    within: Within,
    rows: RowIn<Row>[],
    today: Temporal.PlainDate,
    besides: Partial<Row>[],
  ) => Promise<Weighed<Deed>>;
  /** Stores what `weigh` said of the same rows in the same transaction, with its history. */
  store: (within: Within, deeds: Deed[], now: Temporal.Instant) => Promise<void>;
};
