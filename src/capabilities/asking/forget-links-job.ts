import { defineJob } from '../../platform/jobs/job.ts';
import { TIMED_PAYLOAD, type Timed } from '../../platform/jobs/timed.ts';
import { forgetLinks } from './actions/forget.ts';

/** Links that ran out long ago go by night. */
export const forgetLinksDaily: Timed = {
  name: 'forget-request-links',
  every: 'day',
  at: '04:40',
  job: defineJob({
    name: 'forget-request-links',
    payload: TIMED_PAYLOAD,
    expireInSeconds: 60,
    retryLimit: 2,
    run: (_, { within, clock }) => within(inside => forgetLinks(inside, clock.now())),
  }),
};
