import type { ReadLine } from '../../../../reading/reading.ts';

/**
 * The cells of a line by name, as its history tells them: its fields, `other:` and a heading, `state`, and here also
 * `section`, the title it stands under.
 */
export type Cells = Record<string, string>;

/** A line of the plan as it stands now. The lines of a plan are given in their order. */
export type PlanLine = { id: string; version: number; cells: Cells };

/**
 * A line as it stood when the file was given out, or last read; in the order of then. `asRead`: how the file shows it
 * where nobody touched it, for cells in which that is something else than what the plan held.
 */
export type BaseLine = { id: string; cells: Cells; asRead?: Cells };

/**
 * A row of the file. `says`: the cells it speaks of; a file without a column for owners does not say that there are
 * none. `toldState`: the cells that its state was read from; absent where a column of its own holds it.
 */
export type FileRow = {
  at: ReadLine['at'];
  identity?: string;
  cells: Cells;
  says: ReadonlySet<string>;
  toldState?: readonly string[];
};

export type MergeInput = { lines: PlanLine[]; base: BaseLine[]; rows: FileRow[] };

/** How a row was known to be a line. */
export type MatchedBy = 'identity' | 'same words' | 'reference' | 'similar words' | 'a person';

/** `row`: index into the rows of the file; `likeness`: of their words, from 0 to 1. */
export type Match = { row: number; line: string; by: MatchedBy; likeness: number };

/** A cell that takes the file's words. */
export type CellChange = { cell: string; before: string; after: string };

/** A cell that was changed on both sides, differently. `base`: absent where it is not known what stood there. */
export type CellConflict = { cell: string; base?: string; ours: string; theirs: string };

/** What a row makes of the line it was taken for. */
export type MergedLine = {
  row: number;
  line: string;
  by: MatchedBy;
  likeness: number;
  changes: CellChange[];
  conflicts: CellConflict[];
  /** It stands elsewhere among the lines of the file than it did. */
  moved: boolean;
};

export type MergeOutcome = {
  /** Rows of the file that are lines of the plan, also those that change nothing. */
  matched: MergedLine[];
  /** Likely the same, but a person is to say so; `MergedLine` is what it would make of the likely line. */
  doubtful: MergedLine[];
  /** Rows that are no line of the plan, by their index. */
  added: number[];
  /** Lines that the file once showed and does not any more. */
  gone: string[];
};

export type MergeCounts = {
  new: number;
  changed: number;
  unchanged: number;
  gone: number;
  doubtful: number;
  /** Cells. */
  conflicts: number;
  /** Lines of which nothing changed but their place. */
  moved: number;
};

/** What a person chose. What is not decided: a conflict keeps what stands in the plan, and is told as undecided. */
export type MergeDecisions = {
  conflicts?: { line: string; cell: string; take: 'ours' | 'theirs' | { typed: string } }[];
  /** Rows are named by their place in the document, which stays the same when it is read again. */
  doubtful?: { at: ReadLine['at']; is: 'same' | 'new' }[];
  gone?: { line: string; now: 'closed' | 'kept' | 'removed'; reason?: string }[];
};

/** A row that becomes a line: right after another line, or after a row that becomes one; first where neither is there. */
export type NewLinePlace = { after: { line: string } | { row: number } | undefined };

export type MergeWrites = {
  inserts: ({ row: number; cells: Cells } & NewLinePlace)[];
  /** Holds only where the line still has this version. `cells`: those that change, `section` among them. */
  updates: { line: string; version: number; row: number; cells: Cells }[];
  closures: { line: string; version: number; now: 'closed' | 'removed'; reason: string }[];
  /** All lines and new rows in their order, where lines moved or are new. */
  order: ({ line: string } | { row: number })[] | undefined;
  /** What nobody decided yet. */
  undecided: { conflicts: { line: string; cell: string }[]; doubtful: number[] };
};
