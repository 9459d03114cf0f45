import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/job.ts';
import { workingCalendarOf } from '../../organisations/index.ts';
import { asPerson } from '../actions/as-person.ts';
import { askWhoseLines } from './ask-owners.ts';

/** About more lines than these owners are asked by a job, so that nobody waits at a page for it. */
export const MOST_AT_ONCE = 500;

/** Asks the owners of a plan of very many lines. Safe to run twice: what was asked is not asked again. */
export const askOwnersJob = defineJob({
  name: 'ask-owners',
  payload: z.object({ plan: z.uuid(), account: z.uuid() }),
  expireInSeconds: 600,
  retryLimit: 3,
  run: ({ plan, account }, { within, clock }) =>
    within(async inside => {
      const person = await asPerson(inside, account);
      const { zone } = await workingCalendarOf(inside);
      const now = clock.now();
      await askWhoseLines(person, plan, { today: now.toZonedDateTimeISO(zone).toPlainDate(), now });
    }),
});
