import { openDatabase } from '../../src/platform/database/database.ts';
import { defineJob } from '../../src/platform/jobs/job.ts';
import { TIMED_PAYLOAD, type Timed } from '../../src/platform/jobs/timed.ts';
import { queueDue } from '../../src/platform/jobs/timetable.ts';

/** A job of each hour, for tests of who queues it when. */
export const HOURLY: Timed = {
  name: 'hourly',
  every: 'hour',
  job: defineJob({
    name: 'hourly-job',
    payload: TIMED_PAYLOAD,
    expireInSeconds: 60,
    retryLimit: 1,
    run: async () => undefined,
  }),
};

/** A clock that runs on from a moment so fast that an hour lasts a tenth of a second. */
export const hastyClock = (since: Temporal.Instant) => (): Temporal.Instant =>
  since.add({ milliseconds: Math.floor(Temporal.Now.instant().since(since).total('milliseconds') * 36_000) });

// As a program of its own it looks at the timetable without a pause until it is killed.
if (import.meta.main) {
  const [, , connection = '', since = ''] = process.argv;
  const database = openDatabase(JSON.parse(connection), 'commsgrid-timetable');
  const now = hastyClock(Temporal.Instant.from(since));
  for (;;) await queueDue(database, [HOURLY], now());
}
