import { dueAfter } from '../../../timing/series/after-event.ts';
import type { Known } from '../../../timing/series/known.ts';
import type { Series } from '../../../timing/series/series.ts';

type Triggered = Extract<Series, { kind: 'triggered' }>;

/** When an occurrence is due that something sets off. Days are the organisation's own. */
export type DueAfter = {
  from: Temporal.PlainDate;
  by: Temporal.PlainDate;
  /** For limits that run from the minute: the moment, and its time of day. Otherwise the whole of the last day is left. */
  dueAt: Temporal.Instant | null;
  at: Temporal.PlainTime | null;
  missedFrom: Temporal.PlainDate;
};

/** Nothing where the promise did not hold yet, or no more, on the day. */
export function dueAfterEvent(
  series: Triggered,
  happened: Temporal.Instant,
  { known, graceDays }: { known: Pick<Known, 'working'>; graceDays: number },
): DueAfter | undefined {
  const zone = known.working.zone;
  const day = happened.toZonedDateTimeISO(zone).toPlainDate();
  if (!holdsOn(series, day)) return undefined;
  const due = dueAfter(series, happened, known);
  const local = due.toZonedDateTimeISO(zone);
  const toMidnight = local.equals(local.startOfDay());
  const by = toMidnight ? local.toPlainDate().subtract({ days: 1 }) : local.toPlainDate();
  // "six weeks before it closes" is due before it happens
  const from = Temporal.PlainDate.compare(by, day) < 0 ? by : day;
  return {
    from,
    by,
    dueAt: toMidnight ? null : due,
    at: toMidnight ? null : local.toPlainTime().round({ smallestUnit: 'minute', roundingMode: 'floor' }),
    missedFrom: by.add({ days: 1 + graceDays }),
  };
}

const holdsOn = ({ from, until }: Triggered, day: Temporal.PlainDate): boolean =>
  !(from && Temporal.PlainDate.compare(day, from) < 0) &&
  !(until && Temporal.PlainDate.compare(until, day) < 0);
