import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Outcome } from '../occurrence.ts';

type Day = Temporal.PlainDate;

/** What somebody says became of occurrences. */
export const SAID = ['done', 'not-done', 'nothing', 'excused', 'not-triggered'] as const;
export type Said = (typeof SAID)[number];

/** `doneAt` where a limit is in hours, which no day can say. */
export type SaidOf = {
  as: Said;
  doneOn?: Day | undefined;
  /** Each was done by its own last day, where that is before `doneOn`: said of several at once that they were in time. */
  inTime?: boolean | undefined;
  doneAt?: Temporal.Instant | undefined;
  reason: string;
};

export type Settleable = {
  by: Day;
  missedFrom: Day;
  dueAt: Temporal.Instant | null;
  conditional: boolean;
  setOff: boolean;
};

export type NotSaid = Refusal<'reason-needed' | 'not-yet' | 'not-conditional' | 'nothing-set-it-off'>;

/** Said of all of them alike, whichever they are. `not-yet`: done on a day to come. */
export function sayable({ as, doneOn, reason }: SaidOf, today: Day): NotSaid | undefined {
  if (['not-done', 'excused', 'not-triggered'].includes(as) && !reason.trim()) return refuse('reason-needed');
  if (as === 'done' && doneOn && Temporal.PlainDate.compare(doneOn, today) > 0) return refuse('not-yet');
  return undefined;
}

export type SettledAs = { outcome: Outcome; doneOn: Day | null; wasMissed: boolean };

/**
 * What an occurrence becomes by what is said of it on a day. In time is until the grace after its last day is over. Whatever
 * is said after that, it keeps that it had been missed, unless it had been done in time and only nobody had said so.
 */
export function settledAs(
  of: Settleable,
  { as, doneOn, inTime, doneAt }: SaidOf,
  today: Day,
): SettledAs | NotSaid {
  const over = Temporal.PlainDate.compare(today, of.missedFrom) >= 0;
  if (as === 'done') {
    const said = doneOn ?? today;
    const day = inTime && Temporal.PlainDate.compare(of.by, said) < 0 ? of.by : said;
    const late = isLate(of, day, doneAt);
    return { outcome: late ? 'late' : 'met', doneOn: day, wasMissed: late && over };
  }
  if (as === 'nothing' && !of.conditional) return refuse('not-conditional');
  if (as === 'not-triggered' && !of.setOff) return refuse('nothing-set-it-off');
  return { outcome: as === 'not-done' ? 'missed' : as, doneOn: null, wasMissed: over || as === 'not-done' };
}

const isLate = ({ missedFrom, dueAt }: Settleable, day: Day, at: Temporal.Instant | undefined): boolean =>
  dueAt && at ? Temporal.Instant.compare(at, dueAt) > 0 : Temporal.PlainDate.compare(day, missedFrom) >= 0;
