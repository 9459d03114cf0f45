import { defineJob } from '../../platform/jobs/job.ts';
import { TIMED_PAYLOAD, type Timed } from '../../platform/jobs/timed.ts';
import { deleteOldReadings } from './actions/delete-old-readings.ts';

/** After the plans of that night are gone. */
export const deleteReadingsDaily: Timed = {
  name: 'delete-old-readings',
  every: 'day',
  at: '04:40',
  job: defineJob({
    name: 'delete-old-readings',
    payload: TIMED_PAYLOAD,
    run: async (_payload, { within, clock }) => {
      await within(inside => deleteOldReadings(inside, clock.now()));
    },
    expireInSeconds: 600,
    retryLimit: 2,
  }),
};
