import { signingSecret } from '../capabilities/access/index.ts';
import { systemClock } from '../platform/clock.ts';
import { openDatabase } from '../platform/database/database.ts';
import { jobsOf, timedOf } from '../platform/jobs/timed.ts';
import { startWorker } from '../platform/jobs/worker.ts';
import { faultFacts, openLog } from '../platform/log/log.ts';
import type { Settings } from '../platform/settings/settings.ts';
import { capabilitiesFor } from './capabilities.ts';
import { giveBackOnceBegun } from './give-back.ts';
import { connectionOf } from './installation.ts';
import { onceAsked } from './stopping.ts';

/** Jobs in hand are given this long, in milliseconds; what is not done by then is begun again later. */
const JOBS_STOP_WITHIN = 4_000;

/** `commsgrid work`: the worker alone. Beside `npm start` by itself, or on further machines by hand. */
export async function work(settings: Settings): Promise<void> {
  const log = openLog(settings.log);
  const connection = connectionOf(settings);
  const database = openDatabase(connection, 'commsgrid-jobs');
  const secret = await signingSecret(database, systemClock);
  const capabilities = capabilitiesFor({ settings, database, signingSecret: secret });
  const worker = await startWorker({
    connection,
    database,
    jobs: jobsOf(capabilities),
    timed: timedOf(capabilities),
    clock: systemClock,
    tell: fault => log('error', 'A fault in the worker.', faultFacts(fault)),
  });
  process.send?.('ready');
  giveBackOnceBegun();
  onceAsked(async () => {
    await worker.stop(JOBS_STOP_WITHIN);
    await database.close();
  });
}
