import type { Timetable } from '../calendar/timetable.ts';
import type { Rating } from '../colours/rated.ts';
import type { Column } from '../headings/columns.ts';
import type { Corrections, State } from '../reading.ts';
import type { InitialsKey } from '../text/owners/key.ts';
import type { PlanRow } from './plan-row.ts';
import type { Timings } from './timings.ts';

/** What the lines of one plan table share. */
export type LineFacts = {
  columns: Column[];
  rows: PlanRow[];
  /** As printed, before a person left rows out or joined them: what a cell that points up points to. */
  printed: PlanRow[];
  /** The column whose texts begin with the rows' numbers. */
  numbered: number | undefined;
  timings: Timings;
  colours: Map<string, State>;
  /** What marks in the columns of a timetable say, and what colours say of states, by row. */
  timetable: Timetable;
  ratings: ReadonlyMap<number, Rating>;
  /** What initials stand for, by the plan's own key. */
  initials: InitialsKey;
  /** What a person put right in its cells, by row. */
  corrected: ReadonlyMap<number, Corrections['cells']>;
  /** Rows that a person made into several lines. */
  parted: NonNullable<Corrections['parted']>;
  split: NonNullable<Corrections['split']>;
};
