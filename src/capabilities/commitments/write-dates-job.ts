import { enqueue } from '../../platform/jobs/enqueue.ts';
import { defineJob, type JobContext } from '../../platform/jobs/job.ts';
import { TIMED_PAYLOAD, type Timed } from '../../platform/jobs/timed.ts';
import { AT_ONCE, type WhichDates, writeNextDates } from './actions/write-dates.ts';
import { knownFor } from './queries/known.ts';
import { WRITE_DATES } from './write-dates-asked.ts';

/** So far ahead dates stand, so that next year's calendar can be looked at this year. */
export const AHEAD = { months: 18 };
/** They are written on once less than this is left of it: once a month, and not every night a day. */
const LEFT = { months: 17 };

/** The dates of a promise. Safe to run twice, and killed half way: what stands is not written again. */
export const writeDatesJob = defineJob({
  ...WRITE_DATES,
  expireInSeconds: 600,
  retryLimit: 5,
  run: async (which, context) => {
    if (await writeAhead(which, context)) return;
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

/**
 * Some at a time, each in a transaction of its own.
 * @returns whether all stand; not where the worker was asked to stop before
 */
async function writeAhead(which: WhichDates, { within, clock, stopping }: JobContext): Promise<boolean> {
  const some = () =>
    within(async inside => {
      const known = await knownFor(inside);
      const now = clock.now();
      const today = now.toZonedDateTimeISO(known.working.zone).toPlainDate();
      return writeNextDates(inside, which, { until: today.add(AHEAD), before: today.add(LEFT), now }, known);
    });
  while (!stopping.aborted) if ((await some()) < AT_ONCE) return true;
  return false;
}
