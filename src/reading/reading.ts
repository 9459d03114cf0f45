import type { Schedule } from '../timing/schedule.ts';
import type { Cost } from './text/budget/cost.ts';
import type { Owner } from './text/owners/owner.ts';

/** The fields of a plan's line, in the order in which they are shown. */
export const FIELDS = [
  'reference',
  'recommendation',
  'what',
  'audience',
  'messenger',
  'how',
  'when',
  'why',
  'owner',
  'status',
  'budget',
  'measure',
  'comments',
] as const;
export type Field = (typeof FIELDS)[number];

export const STATES = [
  'not-started',
  'in-progress',
  'ongoing',
  'complete',
  'deferred',
  'not-progressing',
  'superseded',
  'unknown',
] as const;
export type State = (typeof STATES)[number];

export type DocumentKind = 'recommendation-tracker' | 'stakeholder-plan' | 'framework' | 'policy' | 'unknown';

/** What the importer makes of one document, before anything is stored. */
export type Reading = {
  document: {
    title: string;
    kind: DocumentKind;
    /** Year, year-month or full date as printed; null if none. */
    dated: string | null;
    period: { from: string; to: string } | null;
  };
  clauses: Clause[];
  audiences: { group: string; name: string; detail: string; role: string }[];
  channels: { category: string; description: string; existing: string[]; projectSpecific: string[] }[];
  /** The plan tables that the lines came from, with what each column was taken for. */
  tables: ReadTable[];
  /** The tables that the audiences and channels came from. */
  registers?: ReadRegister[];
  lines: ReadLine[];
  /** Every word that found no place above. */
  remainder: Remainder[];
  /** The export that the file says it is (a UUID), hidden in it. A hint: it may be forged or another plan's. */
  identity?: string;
};

/** `why`: what a person gave as reason, where they left the row out that holds the words. */
export type Remainder = { text: string; where: string; why?: string };

export type Clause = {
  number: string | null;
  heading: string;
  text: string;
  /** Why it is a clause of its own, and why its heading is one; for a person. */
  why?: string;
  whyHeading?: string;
  /** What a person should look at: a sentence that breaks off, a number left out before it. */
  doubt?: string;
};

/** What a column was taken for: a field, a column kept under its own heading, or the section. */
export type ColumnMeaning = Field | 'section' | 'other';

export type ReadColumn = {
  /** The heading as printed; several heading rows stand in several entries. */
  headings: string[];
  meaning: ColumnMeaning;
  /** Why, in words for a person: "the heading says 'Who from'". */
  why: string;
  /** A question about the column, where its heading leaves one. */
  doubt?: string;
  /** The heading that its cells are kept under, where a person chose it. */
  name?: string;
};

/** A table of audiences or channels; `place`: what the cells of a column say of one ("role", "existing"). */
export type ReadRegister = {
  kind: 'audiences' | 'channels';
  where: string;
  columns: { headings: string[]; place: string; why: string }[];
};

export type ReadTable = { columns: ReadColumn[]; where: string };

export type ReadLine = Partial<Record<Field, string>> & {
  /**
   * Where in the document: index into `tables`, and the first row (from 0) that gave the line its words. Stable across
   * re-readings of the same file. `part`: of several lines that a person made of the row, which one, from 1.
   */
  at: { table: number; row: number; part?: number };
  /** The line that the row says it is (a UUID), hidden in the file. A hint, as for the file; may stand in several rows. */
  identity?: string;
  /** How many lines a person made of its row; absent where the row is one line. */
  parts?: number;
  /** Rows of its table that a person joined to its own, in their order; absent where there are none. */
  joined?: number[];
  section: string;
  /** Columns with no field, under their heading as printed. */
  other: Record<string, string>;
  state: State;
  /**
   * Why that state: the words, the field they stood in, and the rule, for a person; absent when unknown. `shaded`: the
   * cell holds no words, and its colour says so.
   */
  stateFrom?: { field: string; phrase: string; why?: string; shaded?: true };
  /** What the row leaves to one above it, for fields that it does not print itself or prints only a pointer in. */
  taken?: Partial<Record<Field, Taken>>;
  /**
   * Whom the owner cell names, in order; in a table without owners, whom the messenger cell names: who gives a message is
   * who keeps the promise. Absent where neither says anything.
   */
  owners?: (Owner & { field: Field })[];
  /** What the budget cell says; absent where it says nothing. */
  costs?: Cost[];
  schedules: ReadTime[];
  suggestions: (ReadTime & { field: Field })[];
  /** What each of several schedules may belong to: offers, by which nothing is split. Absent where there are none. */
  pairs?: Pair[];
  doubts: { field: string; reason: string }[];
  /** The row as printed, a cell for each column of its table; row parts of a split row joined. */
  printed: string[];
  /** Likewise by column, how cells without words are shaded: a colour's name, or '' where it has none. Absent without any. */
  shades?: Record<number, string>;
};

/** A timing of a line. `why`: where no words tell it but marks in a timetable, which these are, for a person. */
export type ReadTime = Schedule & { why?: string };

/** An offer: one of several timings of a line, and the part of another cell that it may belong to. Nothing is split by it. */
export type Pair = {
  field: Field;
  /** The part, as printed. */
  text: string;
  /** Index into the line's schedules, or into its suggestions for a time that stands in the part itself. */
  schedule?: number;
  suggestion?: number;
  /** Why, for a person. */
  why: string;
};

/** A value that counts for a line although it is printed in another row of its table. */
export type Taken = { text: string; row: number; because: 'as above' | 'merged cell' };

export type CellField = Field | 'section' | 'state' | `other:${string}`;

/**
 * What a person put right while checking a reading. Applied by reading again; each stands for itself, so that what is
 * taken back is as if it had never been said. `joined`: how many rows were joined to the line when it was said of it.
 */
export type Corrections = {
  /** `name`: for a column kept under a heading that the person chose. */
  columns: (Decided & { table: number; column: number; meaning: ColumnMeaning; name?: string })[];
  cells: {
    table: number;
    row: number;
    part?: number;
    joined?: number;
    field: CellField;
    text: string;
  }[];
  /** Rows that become a line for each of their timings, by the pairs that are offered; without pairs they stay one. */
  parted?: RowPlace[];
  /** Rows that are no lines; `words`: as printed, by which the row is known in a later edition. */
  dropped?: (Decided & RowPlace & { reason: string; words: string })[];
  /** Rows that are the rest of one above in the same table. */
  joined?: (RowPlace & { onto: number })[];
  /** Rows that hold several lines: what each of them says in place of the row's own cells. */
  split?: (RowPlace & { joined?: number; lines: SplitLine[] })[];
};

type RowPlace = { table: number; row: number };
export type SplitLine = Partial<Record<CellField, string>>;

/** `edition`: decided for the edition before this one, and taken over. */
export type Decided = { from?: 'edition' };
