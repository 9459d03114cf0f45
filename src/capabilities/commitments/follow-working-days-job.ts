import { defineJob, type JobContext } from '../../platform/jobs/job.ts';
import type { Timed } from '../../platform/jobs/timed.ts';
import { WORKING_DAYS_CHANGED } from '../organisations/index.ts';
import { FROM_THE_FIRST } from './actions/agree-dates.ts';
import { followLimits } from './actions/follow-limits.ts';
import { followWorkingDays } from './actions/follow-working-days.ts';
import { knownFor } from './queries/known.ts';

/**
 * When it is announced that other days are worked, and by night before dates are written ahead, since bank holidays also
 * come with a file or a release. Safe to run twice.
 */
export const followWorkingDaysDaily: Timed = {
  name: WORKING_DAYS_CHANGED.name,
  every: 'day',
  at: '03:00',
  job: defineJob({
    ...WORKING_DAYS_CHANGED,
    expireInSeconds: 600,
    retryLimit: 5,
    run: async (_, context) => {
      let after: string | undefined = FROM_THE_FIRST;
      while (after && !context.stopping.aborted) after = await followSome(context, after);
    },
  }),
};

/** As many at a time as one transaction takes; limits, of which few run at a time, with the first. */
const followSome = ({ within, clock }: JobContext, after: string): Promise<string | undefined> =>
  within(async inside => {
    const known = await knownFor(inside);
    const now = clock.now();
    const when = { now, today: now.toZonedDateTimeISO(known.working.zone).toPlainDate() };
    if (after === FROM_THE_FIRST) await followLimits(inside, when, known);
    return followWorkingDays(inside, { ...when, after }, known);
  });
