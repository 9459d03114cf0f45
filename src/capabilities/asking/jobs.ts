import { type AnyJob, defineJob } from '../../platform/jobs/job.ts';
import { TIMED_PAYLOAD, type Timed } from '../../platform/jobs/timed.ts';
import { askAtOnce } from './actions/ask-at-once.ts';
import { type AskingParts, AT_ONCE, writeDailyMessages } from './actions/daily-messages.ts';
import { ASK_AT_ONCE } from './at-once.ts';

/** Every hour whoever is due a message and has none of today gets it: from the hour on at which messages go. */
export const dailyMessages = (parts: () => AskingParts): Timed => ({
  name: 'daily-messages',
  every: 'hour',
  job: defineJob({
    name: 'write-daily-messages',
    payload: TIMED_PAYLOAD,
    expireInSeconds: 600,
    retryLimit: 20,
    run: async (_, { within, clock, stopping }) => {
      const some = () => within(one => writeDailyMessages(one, clock.now(), parts()));
      while (!stopping.aborted && (await some()) === AT_ONCE);
    },
  }),
});

export const askAtOnceJob = (parts: () => AskingParts): AnyJob =>
  defineJob({
    ...ASK_AT_ONCE,
    expireInSeconds: 60,
    retryLimit: 20,
    run: ({ request }, { within, clock }) => within(one => askAtOnce(one, request, clock.now(), parts())),
  });
