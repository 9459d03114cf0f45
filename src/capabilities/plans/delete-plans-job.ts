import { defineJob } from '../../platform/jobs/job.ts';
import { TIMED_PAYLOAD, type Timed } from '../../platform/jobs/timed.ts';
import { deleteOldPlans } from './actions/delete-old-plans.ts';
import type { GoesWithPlans } from './goes-with-plans.ts';

/** By night, since a plan may have thousands of lines. */
export const deletePlansDaily = (goWithPlans: readonly GoesWithPlans[]): Timed => ({
  name: 'delete-old-plans',
  every: 'day',
  at: '04:30',
  job: defineJob({
    name: 'delete-old-plans',
    payload: TIMED_PAYLOAD,
    run: async (_payload, { within, clock }) => {
      await within(inside => deleteOldPlans(inside, clock.now(), goWithPlans));
    },
    expireInSeconds: 600,
    retryLimit: 2,
  }),
});
