import type { Window } from '../next.ts';

/** What a promise may be kept once in, any day of it. Half-years, quarters and years follow the organisation's financial year. */
export const UNITS = ['day', 'working-day', 'week', 'month', 'quarter', 'half-year', 'year'] as const;
export type Unit = (typeof UNITS)[number];

/** So many units long. */
export type Length = { count: number; unit: Unit };

/** First day on which it holds, and the last where it has one. */
type Bounds = { from: string; until?: string };

/**
 * Which days an entry of a calendar sets: those that it takes, its first or last ones, or so far before or after it.
 * `within`: any day from there to the entry, not that day alone ("within five working days after each meeting").
 */
export type Beside =
  | { at: 'during' | 'first-day' | 'last-day' | 'first-week' | 'last-week' }
  | { at: 'before' | 'after'; end: 'first-day' | 'last-day'; far: Length; within?: true };

/**
 * When something promised is due, with nothing left open: what a commitment keeps, where a schedule is what a plan's words
 * were read as. Days are ISO days and times of day "18:30", so that a series is stored as it is.
 */
export type Series =
  /** A rule of RFC 5545 that is true to the day; `at` in the organisation's own time. */
  | ({ kind: 'rule'; rule: string; at?: string } & Bounds)
  /** So many times in each period, on whatever days of it. */
  | ({ kind: 'each'; times: number; period: Length } & Bounds)
  /** Days or windows that stand by themselves. */
  | { kind: 'days'; windows: Window[]; at?: string }
  /** Days of the year that have names ("Halloween"), and so many days that lead up to them. */
  | ({ kind: 'occasions'; occasions: readonly string[]; lead?: number } & Bounds)
  /** As a calendar of the organisation has it: its entries, or those called so. */
  | ({ kind: 'beside'; calendar: string; called?: string; times?: number; days: Beside } & Bounds)
  /** Whenever something happens: within an ISO 8601 duration of it, whose days may be working days. */
  | ({ kind: 'triggered'; trigger: string; limit: string; workingDays?: true } & Partial<Bounds>)
  /** All the time; that it holds is looked at once in each such period. */
  | ({ kind: 'continuous'; look: Length } & Bounds);

export type SeriesKind = Series['kind'];

/** One time at which a promise is due. Equal days where it is one day. */
export type Due = {
  /**
   * Names it for ever among those of its series: the day or the period as the series has it, whatever a holiday or a person
   * has moved since. Whoever writes dates down twice finds by it that they stand already.
   */
  key: string;
  from: Temporal.PlainDate;
  by: Temporal.PlainDate;
  at?: Temporal.PlainTime;
  /** Where several share a window: the day by which this one should be done, if they are not to pile up at its end. */
  pace?: Temporal.PlainDate;
};
