import type { Database } from '../../platform/database/database.ts';
import { defineJob } from '../../platform/jobs/job.ts';
import { TIMED_PAYLOAD, type Timed } from '../../platform/jobs/timed.ts';
import { forgetEvents } from './actions/events.ts';

/**
 * Removes sign-ins that were kept long enough. They are of accounts, and so of no organisation: whichever organisation's
 * night comes first does it for all, and the others find nothing left to do.
 * @param days how long they are kept
 */
export const forgetSignIns = (database: Database, days: number): Timed => ({
  name: 'forget-sign-ins',
  every: 'day',
  at: '03:30',
  job: defineJob({
    name: 'forget-sign-ins',
    payload: TIMED_PAYLOAD,
    expireInSeconds: 300,
    retryLimit: 2,
    run: async (_payload, { clock }) => {
      const before = clock.now().subtract({ hours: 24 * days });
      await database.beforeOrganisation(db => forgetEvents(db, before));
    },
  }),
});
