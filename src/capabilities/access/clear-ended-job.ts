import type { Database } from '../../platform/database/database.ts';
import { defineJob } from '../../platform/jobs/job.ts';
import { TIMED_PAYLOAD, type Timed } from '../../platform/jobs/timed.ts';
import { clearFailures } from './actions/guessing.ts';
import { clearEnded } from './actions/sessions.ts';

/** Tables of tokens that are worth nothing after a moment: none of it needs an organisation to be known. */
const UNTIL = ['one_time_links', 'second_steps', 'used_sign_ons'] as const;

/**
 * What is over is cleared whenever a new one of its kind is made; where nobody comes any more, nobody would clear the
 * addresses and browsers of those who did. Each organisation's day clears it for the whole installation: the second
 * finds nothing left.
 */
export const clearEndedDaily = (database: Database): Timed => ({
  name: 'clear-ended',
  every: 'day',
  at: '03:00',
  job: defineJob({
    name: 'clear-ended',
    payload: TIMED_PAYLOAD,
    expireInSeconds: 60,
    retryLimit: 2,
    run: (_, { clock }) =>
      database.beforeOrganisation(async db => {
        const now = clock.now();
        await clearEnded(db, now);
        await clearFailures(db, now);
        for (const table of UNTIL) await db.deleteFrom(table).where('expires_at', '<=', now).execute();
      }),
  }),
});
