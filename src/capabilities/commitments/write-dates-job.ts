import { enqueue } from '../../platform/jobs/enqueue.ts';
import { defineJob, type JobContext } from '../../platform/jobs/job.ts';
import { TIMED_PAYLOAD, type Timed } from '../../platform/jobs/timed.ts';
import type { FollowsCalendars } from '../calendars/index.ts';
import { agreeDates, FROM_THE_FIRST } from './actions/agree-dates.ts';
import { AT_ONCE, type WhichDates, writeNextDates } from './actions/write-dates.ts';
import type { WhichDated } from './queries/dated.ts';
import { knownFor } from './queries/known.ts';
import { whenIn } from './when.ts';
import { AGREE_DATES, WRITE_DATES } from './write-dates-asked.ts';

/** So far ahead dates stand, so that next year's calendar can be looked at this year. */
export const AHEAD = { months: 18 };
/** They are written on once less than this is left of it: once a month, and not every night a day. */
const LEFT = { months: 17 };

/** The dates of a promise that is new, or was changed. Safe to run twice, and killed half way: what stands is not written again. */
export const writeDatesJob = defineJob({
  ...WRITE_DATES,
  expireInSeconds: 600,
  retryLimit: 5,
  run: async (which, context) => {
    if ((await agreeAll(which, context)) && (await writeAhead(which, context))) return;
    await context.within(inside => enqueue(inside, WRITE_DATES, which, context.clock.now()));
  },
});

/** By night: keeps the dates of every promise written ahead. What a stop of the worker leaves is written the next night. */
export const writeDatesDaily: Timed = {
  name: 'write-dates-ahead',
  every: 'day',
  at: '03:15',
  job: defineJob({
    name: 'write-dates-ahead',
    payload: TIMED_PAYLOAD,
    expireInSeconds: 3600,
    retryLimit: 5,
    run: async (_, context) => {
      await writeAhead({}, context);
    },
  }),
};

/** A calendar was changed, or how days that are not worked are shifted: what is written down follows. */
export const agreeDatesJob = defineJob({
  ...AGREE_DATES,
  expireInSeconds: 600,
  retryLimit: 5,
  run: async (which, context) => {
    if (await agreeAll(which, context)) return;
    await context.within(inside => enqueue(inside, AGREE_DATES, which, context.clock.now()));
  },
});

/** Told by calendars, in the transaction that changes one. */
export const promisesFollowCalendars: FollowsCalendars = (within, calendar, now) =>
  enqueue(within, AGREE_DATES, { calendar }, now);

/** As many at a time as one transaction takes. @returns whether all were; not where the worker was asked to stop before */
async function agreeAll(which: WhichDated, { within, clock, stopping }: JobContext): Promise<boolean> {
  let after: string | undefined = FROM_THE_FIRST;
  while (after && !stopping.aborted) {
    const from: string = after;
    after = await within(async inside => {
      const known = await knownFor(inside);
      const when = whenIn(known.working.zone, clock.now());
      return agreeDates(inside, which, { ...when, after: from }, known);
    });
  }
  return !after;
}

/** So many write at once, since one waits for its answers most of the time. */
const WRITERS = 2;

/**
 * Some at a time, each in a transaction of its own: first several beside each other, then one that waits for whatever
 * another worker has in hand, since that may yet be undone.
 * @returns whether all stand; not where the worker was asked to stop before
 */
export async function writeAhead(
  which: WhichDates,
  { within, clock, stopping }: Pick<JobContext, 'within' | 'clock' | 'stopping'>,
  ahead: { until: Temporal.DurationLike; before: Temporal.DurationLike } = { until: AHEAD, before: LEFT },
): Promise<boolean> {
  const some = (passing: boolean) =>
    within(async inside => {
      const known = await knownFor(inside);
      const { now, today } = whenIn(known.working.zone, clock.now());
      const how = { until: today.add(ahead.until), before: today.add(ahead.before), passing, now };
      return writeNextDates(inside, which, how, known);
    });
  const all = async (passing: boolean) => {
    while (!stopping.aborted) if ((await some(passing)) < AT_ONCE) return true;
    return false;
  };
  await Promise.all(Array.from({ length: WRITERS }, () => all(true)));
  return all(false);
}
