import type { ReadColumn } from '../../reading/reading.ts';
import type { AsRead, LineOwners, NewLine } from './plan.ts';
import type { StandingLine, StandingSection } from './queries/standing-plan.ts';

/** A line as the history names its cells, `section` among them. */
type Cells = Record<string, string>;

/** What a later edition of a plan changes of it, as a person decided. */
export type Edition = {
  file: { id: string | null; name: string };
  /** The document's own date and period; what it does not say stays. */
  dated: string | null;
  period: { from: string; to: string } | null;
  updates: { line: string; version: number; cells: Cells; asRead?: AsRead; settledOwners?: LineOwners }[];
  closures: { line: string; version: number; reason: string }[];
  /** Lines that a person wants out because of it; they can be put back. */
  removals: { line: string; version: number; reason: string }[];
  /** Lines that were taken out and come back as the document says them. */
  back: { line: string; cells: Cells }[];
  /** Under the number of their row. */
  inserts: { row: number; section: string; line: NewLine }[];
  /** All lines and new rows in their order; absent where none is new and none moved. */
  order?: ({ line: string } | { row: number })[];
  /** The columns of the tables that stand under a title in the document. */
  columns: Map<string, ReadColumn[]>;
};

/** A line before and after; `before` is null for one that is new. */
export type Touched = { line: string; row?: number; before: StandingLine | null; version: number };

/** What is needed to take an edition back: the plan's own values, its sections and the order of its lines, as they were. */
export type PlanBefore = {
  dated: string | null;
  periodFrom: string | null;
  periodTo: string | null;
  sourceFile: string | null;
  sections: StandingSection[];
  order: { id: string; position: number }[];
  /** Lines that were taken out with it. */
  removed: string[];
  /** Lines that lay among the removed, and came back with it; `reason`: why they had been taken out. */
  back: { line: string; reason: string }[];
};
