import { z } from 'zod';
import { defineJob } from '../../platform/jobs/job.ts';
import { asPerson } from '../plans/index.ts';
import { keepReady } from './actions/keep-proposed.ts';
import { whenHere } from './queries/zone.ts';

/** So many promises are kept in one transaction; more of them by a job, so that nobody waits at a page. */
export const AT_ONCE = 100;

/** Keeps all timings of a plan that leave no question. Safe to run twice: what is promised is not proposed again. */
export const keepPromisesJob = defineJob({
  name: 'keep-promises',
  payload: z.object({ plan: z.uuid(), account: z.uuid() }),
  expireInSeconds: 600,
  retryLimit: 3,
  run: async ({ plan, account }, { within, clock, stopping }) => {
    const some = () =>
      within(async inside => {
        const when = await whenHere(inside, clock.now());
        return keepReady(await asPerson(inside, account), plan, AT_ONCE, when);
      });
    while (!stopping.aborted && (await some()) === AT_ONCE);
  },
});
