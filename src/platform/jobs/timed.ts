import { z } from 'zod';
import type { AnyJob, Job } from './job.ts';

/** When the period began that the job is for, as an instant; what time it is now is the clock's to say. */
export type TimedPayload = { at: string };

/** The payload of every timed job. */
export const TIMED_PAYLOAD: z.ZodType<TimedPayload> = z.object({ at: z.iso.datetime() });

/**
 * A job that comes by the clock, for each organisation once in every period. After a time in which no worker ran it
 * comes once, for the period that it is by then, and not for those that were missed: what it does for a day it works
 * out from what is due, not from how often it was called.
 */
export type Timed = {
  /** Under which it is kept which period was queued last: stays when the job is called otherwise. */
  name: string;
  every: Every;
  /** For `day`: the hour at which it comes, by the organisation's own clocks, as "07:30"; otherwise midnight. */
  at?: string;
  job: Job<TimedPayload>;
};

export type Every = 'minute' | 'hour' | 'day';

/**
 * When the period began that it is now. A day begins at its hour of the organisation's own day; where clocks skip that
 * hour, an hour later, and where they show it twice, at the first.
 */
export function periodAt(
  { every, at = '00:00' }: Pick<Timed, 'every' | 'at'>,
  now: Temporal.Instant,
  zone: string,
): Temporal.Instant {
  if (every !== 'day') return now.round({ smallestUnit: every, roundingMode: 'floor' });
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const begin = (day: Temporal.PlainDate) =>
    day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(at) }).toInstant();
  const begins = begin(today);
  return Temporal.Instant.compare(begins, now) <= 0 ? begins : begin(today.subtract({ days: 1 }));
}

/** Every job that a worker must know: those that are asked for, and those that come by the clock. */
export function jobsOf(capabilities: { jobs?: AnyJob[]; timed?: Timed[] }[]): AnyJob[] {
  const all = capabilities.flatMap<AnyJob>(({ jobs = [], timed = [] }) => [
    ...jobs,
    ...timed.map(one => one.job),
  ]);
  return [...new Set(all)];
}

export const timedOf = (capabilities: { timed?: Timed[] }[]): Timed[] =>
  capabilities.flatMap(({ timed = [] }) => timed);
