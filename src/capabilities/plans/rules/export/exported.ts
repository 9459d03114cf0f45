import type { DocumentKind, Field, State } from '../../../../reading/reading.ts';
import type { Schedule } from '../../../../timing/schedule.ts';
import type { Beside, Column, Marking } from '../../plan.ts';

/** A plan with all that is given back of it, or with those of its lines that were asked for. */
export type ExportedPlan = {
  id?: string;
  kind?: DocumentKind;
  title: string;
  marking: Marking;
  dated: string | null;
  periodFrom: string | null;
  periodTo: string | null;
  beside: Beside;
  sections: ExportedSection[];
};

export type ExportedSection = { title: string; columns: Column[]; lines: ExportedLine[] };

/** `id`: what its row is known by when the document comes back. */
export type ExportedLine = Record<Field, string> & {
  id?: string;
  /** Where lines of several sections stand in one table: the title of its own. */
  section?: string;
  /** What no table prints; kept for those who read it by program. */
  kept?: KeptOfLine;
  other: Record<string, string>;
  state: State;
  marking: Marking;
  schedules: Schedule[];
};

export type KeptOfLine = {
  position: number;
  accountable: string;
  contributors: string[];
  tags: string[];
  doubts: { field: string; reason: string }[];
  changed: string;
};

/** What is given out at once: plans in order, each with those of its lines that were asked for. */
export type Exported = {
  plans: ExportedPlan[];
  /** What it is called: by its plan, its view, or what it is. */
  title: string;
  /** Whether it is a plan with all its lines and all that its document says besides. */
  whole: boolean;
};
