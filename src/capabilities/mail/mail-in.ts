import { defineJob } from '../../platform/jobs/job.ts';
import { TIMED_PAYLOAD, type Timed } from '../../platform/jobs/timed.ts';
import { collectingMail } from '../../platform/mail/in/collect.ts';
import { removeOldWords } from '../../platform/mail/in/look-at.ts';

const forgetReplies = defineJob({
  name: 'forget-replies',
  payload: TIMED_PAYLOAD,
  run: async (_payload, { within, clock }) => {
    await within(inside => removeOldWords(inside, clock.now()));
  },
  expireInSeconds: 120,
  retryLimit: 2,
});

/** What comes back to messages, collected every minute and forgotten in time. */
export const mailInTimed = (signingSecret: string): Timed[] => [
  collectingMail(signingSecret),
  { name: 'forget-replies', every: 'day', at: '03:40', job: forgetReplies },
];
