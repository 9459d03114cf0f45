import { defineJob } from '../../platform/jobs/job.ts';
import { TIMED_PAYLOAD, type Timed } from '../../platform/jobs/timed.ts';
import { clearOldFiles } from './actions/keep-files.ts';

/** Files that nobody can fetch any more are whole plans: they go within the hour, not at the next export. */
export const clearFilesHourly: Timed = {
  name: 'clear-export-files',
  every: 'hour',
  job: defineJob({
    name: 'clear-export-files',
    payload: TIMED_PAYLOAD,
    expireInSeconds: 60,
    retryLimit: 2,
    run: (_, { within, clock }) => within(inside => clearOldFiles(inside, clock.now())),
  }),
};
