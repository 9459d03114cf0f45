import { systemClock } from '../platform/clock.ts';
import { openDatabase } from '../platform/database/database.ts';
import type { EmbeddedDatabase } from '../platform/database/embedded/embedded.ts';
import { migrate } from '../platform/database/migrate.ts';
import { faultFacts, openLog } from '../platform/log/log.ts';
import type { Settings } from '../platform/settings/settings.ts';
import { type Closing, openClosing } from './closing.ts';
import { giveBackOnceBegun } from './give-back.ts';
import { type InstallationDatabase, InstallationProblem, openInstallation } from './installation.ts';
import { holdInstallation } from './lock.ts';
import { onceAsked } from './stopping.ts';
import { keepWorker } from './worker-process.ts';

/** How often it is looked whether the embedded database lives. In milliseconds. */
const LOOK_EVERY = 250;

/** By when each must have stopped, in milliseconds after it was asked: the whole takes less than ten seconds. */
const STOPPED_BY = { requestsAndJobs: 6_000, connections: 7_000, database: 9_000 };

/** `npm start`: the database, the web pages, and the worker beside them, until asked to stop. */
export async function start(settings: Settings): Promise<void> {
  const closing = openClosing();
  const stopping = new AbortController();
  const begun = begin(settings, closing, stopping.signal);
  onceAsked(async () => {
    stopping.abort();
    await begun.catch(() => undefined); // asked while starting: what was begun is stopped too
    await closing.all();
  }, closing.hurry);
  await begun.catch(async fault => {
    await closing.all();
    if (!stopping.signal.aborted) throw fault;
  });
}

async function begin(given: Settings, closing: Closing, unwanted: AbortSignal): Promise<void> {
  const settings = { ...given };
  const log = openLog(settings.log);
  const tell = (fault: unknown, reference?: string) =>
    log('error', 'A fault.', { reference, ...faultFacts(fault) });
  const pages = import('./web.ts'); // loads while the database starts
  pages.catch(() => undefined); // told below, once the database can be stopped again
  const installation = await openInstallation(settings, unwanted);
  const lock = await holdDatabase(installation, closing, tell);
  await migrate(installation.connection);

  const database = openDatabase(installation.connection, 'commsgrid-web');
  closing.ends(STOPPED_BY.connections, () => database.close());
  const { app, firstLink } = await (await pages).buildWeb({ settings, database, clock: systemClock, tell });
  const { url, at } = await listen(app, settings);
  settings.url = url; // with PORT=0 its port is only known now, and the links that pages make for people name it
  lock?.servesAt(url, at);
  const worker = keepWorker(log);
  closing.ends(STOPPED_BY.requestsAndJobs, limit => Promise.all([app.close(), worker.stop(limit)]));
  greet(url, firstLink);
  giveBackOnceBegun();
}

/** A second Commsgrid is turned away here, and leaves the first one's database alone. */
async function holdDatabase({ embedded }: InstallationDatabase, closing: Closing, tell: Tell) {
  if (!embedded) return undefined;
  const lock = await holdInstallation(embedded);
  closing.ends(STOPPED_BY.database, limit => embedded.stop(limit));
  closing.inHurry(embedded.stopAtOnce);
  const watch = watchDatabase(embedded, tell);
  closing.ends(STOPPED_BY.database, async () => {
    clearInterval(watch);
    await lock.release();
  });
  return lock;
}

type Tell = (fault: unknown) => void;
type Listening = { listen: (where: { port: number; host: string }) => Promise<string> };

/** @returns the address people use (with PORT=0 its port is only known now), and the one on this machine. */
async function listen(app: Listening, { port, host, url }: Settings): Promise<{ url: string; at: string }> {
  try {
    const at = await app.listen({ port, host });
    return { url: url.replace(/:0$/, `:${new URL(at).port}`), at };
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
function watchDatabase(embedded: EmbeddedDatabase, tell: Tell): NodeJS.Timeout {
  return setInterval(() => embedded.revive().catch(tell), LOOK_EVERY).unref();
}

function greet(url: string, firstLink: string | undefined): void {
  console.log(`\nCommsgrid is ready at ${url}`);
  if (firstLink)
    console.log(
      `\nSet up the first account with this link (it works once, within 24 hours):\n  ${url}${firstLink}`,
    );
  console.log('\nStop it with Ctrl-C.\n');
}
