import type { YearFacts } from '../schedule.ts';
import type { WorkingCalendar } from '../working/working.ts';

/** A dated thing of a named calendar: a term, a meeting, a festival. Days are ISO days, both ends counted. */
export type Entry = { id: string; title: string; from: string; by: string; at?: string };

/** A calendar that somebody keeps, as far as they have kept it. */
export type NamedCalendar = { id: string; name: string; entries: readonly Entry[] };

/** What a day becomes that falls on a weekend, a bank holiday or a day on which the organisation is closed. */
export const SHIFTS = ['none', 'next', 'previous'] as const;
export type Shift = (typeof SHIFTS)[number];

/** What a series needs to be turned into days: how the body counts its year, when it works, what its calendars say. */
export type Known = {
  year: YearFacts;
  working: WorkingCalendar;
  shift: Shift;
  calendars: ReadonlyMap<string, NamedCalendar>;
};
