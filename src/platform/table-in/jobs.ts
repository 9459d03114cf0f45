import type { Within } from '../database/database.ts';
import { type AnyJob, defineJob, type JobContext } from '../jobs/job.ts';
import { readWaiting, storeBegun, type When } from './actions.ts';
import { keepRead } from './given.ts';
import { jobNames } from './job-names.ts';
import type { Prepared } from './prepared.ts';

/** A long table is read, and stored, apart from the page that somebody waits on. */
export function jobsOf(prepared: Prepared): AnyJob[] {
  const asked = jobNames(prepared.kind);
  const limits = { expireInSeconds: 300, retryLimit: 2 };
  return [
    defineJob({
      ...asked.read,
      ...limits,
      run: ({ givenTable }, context) =>
        context.within(async within =>
          readWaiting(within, prepared, givenTable, await whenFor(within, context)),
        ),
      givenUp: ({ givenTable }, { within }) =>
        within(inside => keepRead(inside, givenTable, { problem: GIVEN_UP })),
    }),
    defineJob({
      ...asked.store,
      ...limits,
      run: ({ givenTable }, context) =>
        context.within(async within =>
          storeBegun(within, prepared, givenTable, await whenFor(within, context)),
        ),
      givenUp: ({ givenTable }, { within }) =>
        within(inside => keepRead(inside, givenTable, { problem: NOT_STORED })),
    }),
  ];
}

const GIVEN_UP =
  'Commsgrid could not read this file, though it tried three times. Save its rows as a CSV file, in two halves if it is long, and upload that.';
const NOT_STORED =
  'Commsgrid could not store this file, though it tried three times, and stored nothing of it. Upload it again.';

async function whenFor({ db }: Within, { clock }: JobContext): Promise<When> {
  const { time_zone: zone } = await db
    .selectFrom('organisations')
    .select('time_zone')
    .executeTakeFirstOrThrow();
  const now = clock.now();
  return { now, today: now.toZonedDateTimeISO(zone).toPlainDate() };
}
