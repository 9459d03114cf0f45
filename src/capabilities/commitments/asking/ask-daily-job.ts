import type { Within } from '../../../platform/database/database.ts';
import { defineJob } from '../../../platform/jobs/job.ts';
import { TIMED_PAYLOAD, type Timed } from '../../../platform/jobs/timed.ts';
import { whenHere } from '../queries/zone.ts';
import type { When } from '../when.ts';
import { AT_ONCE, askWhatIsDue } from './ask-what-is-due.ts';
import { endWhatIsOver } from './end-what-is-over.ts';

/** By night, so that what is asked goes with the messages of the morning. */
export const askDaily: Timed = {
  name: 'ask-what-is-due',
  every: 'day',
  at: '04:30',
  job: defineJob({
    name: 'ask-what-is-due',
    payload: TIMED_PAYLOAD,
    expireInSeconds: 1800,
    retryLimit: 10,
    run: async (_, { within, clock, stopping }) => {
      const today = (work: (inside: Within, when: When) => Promise<number>) =>
        within(async inside => work(inside, await whenHere(inside, clock.now())));
      await today(async (inside, when) => {
        await endWhatIsOver(inside, when);
        return 0;
      });
      while (!stopping.aborted && (await today(askWhatIsDue)) === AT_ONCE);
    },
  }),
};
