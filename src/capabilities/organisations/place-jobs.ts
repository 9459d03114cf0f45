import type { Within } from '../../platform/database/database.ts';
import { defineJob, type JobContext } from '../../platform/jobs/job.ts';
import { TIMED_PAYLOAD, type Timed } from '../../platform/jobs/timed.ts';
import { clearOver } from '../../platform/table-in/given.ts';
import { removeContactDetails } from './actions/remove-contact-details.ts';

const limits = { payload: TIMED_PAYLOAD, expireInSeconds: 120, retryLimit: 2 };

/** How role holders are reached goes on the day after its last. */
export const removeContactDaily: Timed = {
  name: 'remove-contact-details',
  every: 'day',
  at: '01:30',
  job: defineJob({
    ...limits,
    name: 'remove-contact-details',
    run: (_, context) => context.within(within => removeToday(within, context)),
  }),
};

async function removeToday(within: Within, { clock }: JobContext): Promise<void> {
  const { time_zone: zone } = await within.db
    .selectFrom('organisations')
    .select('time_zone')
    .executeTakeFirstOrThrow();
  const now = clock.now();
  await removeContactDetails(within, now.toZonedDateTimeISO(zone).toPlainDate(), now);
}

/** Files that nobody confirmed may hold personal data: they go within the hour after their day. */
export const clearGivenHourly: Timed = {
  name: 'clear-given-tables',
  every: 'hour',
  job: defineJob({
    ...limits,
    name: 'clear-given-tables',
    run: (_, { within, clock }) => within(inside => clearOver(inside, clock.now())),
  }),
};
