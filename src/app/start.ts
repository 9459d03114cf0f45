import { systemClock } from '../platform/clock.ts';
import { openDatabase } from '../platform/database/database.ts';
import { migrate } from '../platform/database/migrate.ts';
import { faultFacts, openLog } from '../platform/log/log.ts';
import type { Settings } from '../platform/settings/settings.ts';
import { type InstallationDatabase, InstallationProblem, openInstallation } from './installation.ts';
import { holdInstallation } from './lock.ts';
import { onceAsked, STOP_WITHIN } from './stopping.ts';
import { keepWorker } from './worker-process.ts';

/** How often it is looked whether the embedded database lives. In milliseconds. */
const LOOK_EVERY = 500;

/** `npm start`: the database, the web pages, and the worker beside them, until asked to stop. */
export async function start(settings: Settings): Promise<void> {
  const log = openLog(settings.log);
  const [installation, web] = await Promise.all([openInstallation(settings), import('./web.ts')]);
  const { embedded, connection } = installation;
  const lock = embedded && (await holdInstallation(embedded, settings.url));
  await migrate(connection);

  const database = openDatabase(connection, 'commsgrid-web');
  const tell = (fault: unknown, reference?: string) =>
    log('error', 'A fault.', { reference, ...faultFacts(fault) });
  const { app, firstLink } = await web.buildWeb({ settings, database, clock: systemClock, tell });
  await listen(app, settings).catch(async fault => {
    await lock?.release();
    await embedded?.stop();
    throw fault;
  });
  const worker = keepWorker(log);
  const watch = watchDatabase(installation, tell);
  greet(settings, firstLink);

  onceAsked(async () => {
    clearInterval(watch);
    await Promise.all([withinLimit(app.close()), worker.stop(STOP_WITHIN - 1_000)]);
    await lock?.release();
    await withinLimit(database.close());
    await embedded?.stop();
  });
}

type Listening = { listen: (where: { port: number; host: string }) => Promise<string> };

async function listen(app: Listening, { port, host }: Settings): Promise<void> {
  try {
    await app.listen({ port, host });
  } catch (fault) {
    const code = (fault as NodeJS.ErrnoException).code;
    if (code === 'EADDRINUSE')
      throw new InstallationProblem(
        `Port ${port} is taken by another program. Stop that program, or choose another port: PORT=3001 npm start`,
        { cause: fault },
      );
    if (code === 'EACCES')
      throw new InstallationProblem(
        `Port ${port} may only be used by the machine's administrator. Choose one above 1023, such as PORT=3000.`,
        { cause: fault },
      );
    throw fault;
  }
}

/** A database server that died is started again; it recovers what was committed from its own log. */
function watchDatabase({ embedded }: InstallationDatabase, tell: (fault: unknown) => void): NodeJS.Timeout {
  let reviving = false;
  return setInterval(async () => {
    if (!embedded || reviving) return;
    reviving = true;
    await embedded.revive().catch(tell);
    reviving = false;
  }, LOOK_EVERY).unref();
}

/** Requests in hand are given most of the time there is; then the process ends all the same. */
const withinLimit = (work: PromiseLike<unknown>): Promise<unknown> =>
  Promise.race([work, new Promise(resolve => setTimeout(resolve, STOP_WITHIN - 3_000).unref())]);

function greet(settings: Settings, firstLink: string | undefined): void {
  console.log(`\nCommsgrid is ready at ${settings.url}`);
  if (firstLink)
    console.log(
      `\nSet up the first account with this link (it works once, within 24 hours):\n  ${settings.url}${firstLink}`,
    );
  console.log('\nStop it with Ctrl-C.\n');
}
