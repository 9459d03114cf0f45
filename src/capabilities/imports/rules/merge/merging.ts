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
 * where nobody touched it, for cells in which that is something else than what the plan held; `unseen`: it has no row of
 * its own there, since it was read as part of another (`asReadBack` gives both).
 */
export type BaseLine = { id: string; cells: Cells; asRead?: Cells; unseen?: boolean };

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
export type MergedLine = Match & {
  changes: CellChange[];
  conflicts: CellConflict[];
  /** It stands elsewhere among the lines of the file than it did. */
  moved: boolean;
};

export type MergeOutcome = {
  /** Rows of the file that are lines of the plan, also those that change nothing. */
  matched: MergedLine[];
  /** Perhaps the same; a person is to say so. What it would make of that line stands with it. */
  doubtful: (MergedLine & { likely: 'same' | 'new' })[];
  /** Rows that are no line of the plan, by their index. */
  added: number[];
  /** Lines that the file once showed and does not any more. `edited`: they were changed here since. */
  gone: { line: string; edited: boolean }[];
  /** Rows whose line was taken out of the plan since, with what the file changed of it. */
  takenOut: { row: number; line: string; changes: CellChange[] }[];
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
  /** Rows that changed a line which was taken out here. */
  takenOut: number;
};

/**
 * What a person chose. Rows are named by their place in the document, which stays the same when it is read again. What
 * is not decided changes nothing: a conflict keeps what stands here, a doubtful row is left out, and so is its line.
 */
export type MergeDecisions = {
  conflicts?: { line: string; cell: string; take: 'ours' | 'theirs' | { typed: string } }[];
  doubtful?: { at: ReadLine['at']; is: 'same' | 'new' }[];
  gone?: { line: string; now: 'closed' | 'kept' | 'removed'; reason?: string }[];
  takenOut?: { at: ReadLine['at']; now: 'back' | 'out' }[];
};

/** A line of the plan, or a row of the file that becomes one. */
export type Placed = { line: string } | { row: number };

export type MergeWrites = {
  /** `after`: what it stands right behind; undefined for the first of all. Cells as the file says them, `section` among them. */
  inserts: { row: number; cells: Cells; after: Placed | undefined }[];
  /** Each only while the line has this version still. `cells`: those that change, perhaps `section` and `state`. */
  updates: { line: string; version: number; row: number; cells: Cells }[];
  closures: { line: string; version: number; now: 'closed' | 'removed'; reason: string }[];
  /** Lines taken out before that come back under their identity, as the file says them. */
  back: { line: string; row: number; cells: Cells }[];
  /** All lines and new rows in their new order; absent where no line moved and none is new. */
  order?: Placed[];
  undecided: {
    conflicts: { line: string; cell: string }[];
    doubtful: number[];
    gone: string[];
    takenOut: number[];
  };
};
