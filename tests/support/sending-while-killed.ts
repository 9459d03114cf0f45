import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { enqueue } from '../../src/platform/jobs/enqueue.ts';
import { putManyInOutbox } from '../../src/platform/mail/outbox.ts';
import { SEND_MAIL } from '../../src/platform/mail/send-mail.ts';
import { HOME } from '../../src/platform/settings/settings.ts';
import { startMailServer } from './mail-server.ts';
import { messagesOf } from './messages.ts';
import { type TestSite, testSite } from './site.ts';

/** The longest that a worker is let live after it handed over its first message, in milliseconds. */
const LIFE = 120;

/** What became of messages: for each address, what the outbox says and how often it arrived. */
export type Fate = { to: string; state: string; arrived: number };

/**
 * Puts messages into an outbox and kills, again and again, the worker that hands them over to a real mail server: at a
 * random moment after its first. In the end one is left alive, at a time at which what the dead had in hand counts as lost.
 */
export async function sendWhileKilled({
  messages,
  kills,
}: {
  messages: number;
  kills: number;
}): Promise<Fate[]> {
  const server = await startMailServer({ judge: () => pause(3, 'take' as const) });
  const environment = {
    COMMSGRID_SMTP_HOST: '127.0.0.1',
    COMMSGRID_SMTP_PORT: String(server.port),
    COMMSGRID_SMTP_SECURITY: 'none',
    COMMSGRID_MAIL_FROM: 'comms@ashmere.example',
  };
  const site = await testSite({ now: Temporal.Now.instant().round('millisecond'), settings: environment });
  try {
    const organisation = await site.organisation('Borough of Ashmere');
    /** As the clock does every minute: the job of a worker that died counts as being worked on for a while. */
    const ask = () =>
      site.within(organisation, within =>
        enqueue(within, SEND_MAIL, { at: site.clock.now().toString() }, site.clock.now()),
      );
    await site.within(organisation, within =>
      putManyInOutbox(within, toEverybody(messages), site.clock.now()),
    );
    const arrived = () => server.received.length;
    for (let kill = 0; kill < kills; kill++) {
      const worker = startWorker({ ...environment, ...databaseOf(site) });
      await ask();
      await killOnceAtWork(worker, arrived);
    }
    assert.ok(arrived() < messages, 'all of them were sent before the last worker was killed');
    await site.runJobs();
    site.clock.set(Temporal.Now.instant().add({ minutes: 11 })); // the dead went by the real clock, however long it took
    await ask();
    await site.runJobs();
    const times = Map.groupBy(server.received, ({ to }) => to[0]);
    const kept = await messagesOf(site, organisation);
    return kept.map(({ to_address: to, state }) => ({ to, state, arrived: times.get(to)?.length ?? 0 }));
  } finally {
    await server.close();
    await site.close();
  }
}

const toEverybody = (many: number) =>
  Array.from({ length: many }, (_, n) => ({
    kind: 'mail-test',
    to: { name: `Person ${n}`, address: `person.${n}@ashmere.example` },
    subject: 'What needs an answer',
    text: 'One thing needs an answer.',
  }));

async function killOnceAtWork(worker: ChildProcess, arrived: () => number): Promise<void> {
  const before = arrived();
  while (arrived() === before) {
    assert.equal(worker.exitCode, null, 'the worker ended by itself');
    await pause(1);
  }
  await pause(Math.random() * LIFE);
  const { promise: ended, resolve } = Promise.withResolvers<unknown>();
  worker.once('exit', resolve);
  worker.kill('SIGKILL');
  await ended;
}

const startWorker = (environment: Record<string, string>): ChildProcess =>
  spawn(process.execPath, ['src/main.mjs', 'work'], {
    cwd: HOME,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { PATH: process.env.PATH, HOME: process.env.HOME, COMMSGRID_LOG: 'silent', ...environment },
  });

/** Where a process of its own finds the site's database. */
export function databaseOf({ database }: TestSite): Record<string, string> {
  const { connectionString, user, password, host, port, database: name } = database.pool.options;
  const url = new URL(connectionString ?? `postgresql://localhost/${name}`);
  if (connectionString) return { DATABASE_URL: url.href };
  [url.username, url.password] = [user ?? '', String(password ?? '')];
  url.searchParams.set('host', host ?? 'localhost');
  if (port) url.searchParams.set('port', String(port));
  return { DATABASE_URL: url.href };
}
