import { defineJob } from '../../platform/jobs/job.ts';
import { TIMED_PAYLOAD, type Timed } from '../../platform/jobs/timed.ts';
import { clearBulkChanges } from './actions/bulk/clear.ts';

/** What was prepared for many lines goes by night, also where nobody prepares another change. */
export const clearBulkChangesDaily: Timed = {
  name: 'clear-bulk-changes',
  every: 'day',
  at: '04:50',
  job: defineJob({
    name: 'clear-bulk-changes',
    payload: TIMED_PAYLOAD,
    expireInSeconds: 60,
    retryLimit: 2,
    run: (_, { within, clock }) => within(inside => clearBulkChanges(inside, clock.now())),
  }),
};
