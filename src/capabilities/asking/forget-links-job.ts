import { defineJob } from '../../platform/jobs/job.ts';
import { TIMED_PAYLOAD, type Timed } from '../../platform/jobs/timed.ts';
import { forgetLinks, forgetTidings } from './actions/forget.ts';

/** Links that ran out long ago go by night, and what was told. */
export const forgetLinksDaily: Timed = {
  name: 'forget-request-links',
  every: 'day',
  at: '04:40',
  job: defineJob({
    name: 'forget-request-links',
    payload: TIMED_PAYLOAD,
    expireInSeconds: 60,
    retryLimit: 2,
    run: (_, { within, clock }) =>
      within(async inside => {
        await forgetLinks(inside, clock.now());
        await forgetTidings(inside, clock.now());
      }),
  }),
};
