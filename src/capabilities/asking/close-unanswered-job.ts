import { defineJob } from '../../platform/jobs/job.ts';
import { TIMED_PAYLOAD, type Timed } from '../../platform/jobs/timed.ts';
import { closeUnanswered } from './actions/close-unanswered.ts';

/** By night, so that the lists of the morning are without it. */
export const closeUnansweredDaily: Timed = {
  name: 'close-unanswered-requests',
  every: 'day',
  at: '04:50',
  job: defineJob({
    name: 'close-unanswered-requests',
    payload: TIMED_PAYLOAD,
    expireInSeconds: 120,
    retryLimit: 5,
    run: (_, { within, clock }) => within(inside => closeUnanswered(inside, clock.now())),
  }),
};
