import type { Field, State } from '../../../../reading/reading.ts';
import type { Schedule } from '../../../../timing/schedule.ts';
import type { Beside, Column, Marking } from '../../plan.ts';

/** A plan with all that is given back of it. */
export type ExportedPlan = {
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
  other: Record<string, string>;
  state: State;
  marking: Marking;
  schedules: Schedule[];
};
