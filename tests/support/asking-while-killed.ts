import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { HOME } from '../../src/platform/settings/settings.ts';
import { startMailServer } from './mail-server.ts';
import { askMany } from './many-asked.ts';
import { runTimed } from './run-timed.ts';
import { databaseOf } from './sending-while-killed.ts';
import { testSite } from './site.ts';

export type AskedWhileKilled = {
  /** Of each person how many messages came. */
  arrived: Map<string, number>;
  /** How many people had their message written when each process was killed. */
  written: number[];
};

/**
 * Kills the process that writes the daily messages at random moments of its work, `kills` times; then the day goes on as
 * any other, and the messages are handed to a real mail server.
 */
export async function askWhileKilled(wanted: {
  people: number;
  each: number;
  kills: number;
}): Promise<AskedWhileKilled> {
  const server = await startMailServer();
  const site = await testSite({
    now: '2025-06-02T07:00:00Z', // a Monday
    settings: {
      COMMSGRID_SMTP_HOST: '127.0.0.1',
      COMMSGRID_SMTP_PORT: String(server.port),
      COMMSGRID_SMTP_SECURITY: 'none',
      COMMSGRID_MAIL_FROM: 'comms@ashmere.example',
    },
  });
  try {
    const organisation = await site.organisation('Borough of Ashmere');
    await askMany(site, organisation, wanted);
    site.clock.set('2025-06-02T09:00:00Z');
    const written: number[] = [];
    for (let kill = 0; kill < wanted.kills; kill++) {
      const writer = startWriter(databaseOf(site), organisation, site.clock.now());
      const ended = once(writer, 'exit');
      for (let begun = 0; begun < 1 + Math.random() * 4; begun++)
        await Promise.race([once(writer, 'message'), ended]);
      await pause(Math.random() * A_TRANSACTION);
      writer.kill('SIGKILL');
      await ended;
      written.push(await countWritten(site, organisation));
    }
    await runTimed(site);
    const arrived = Map.groupBy(server.received, ({ to }) => to[0]!);
    return { arrived: new Map([...arrived].map(([to, some]) => [to, some.length])), written };
  } finally {
    await server.close();
    await site.close();
  }
}

/** About as long as one transaction takes, in milliseconds. */
const A_TRANSACTION = 300;

const startWriter = (
  database: Record<string, string>,
  organisation: string,
  at: Temporal.Instant,
): ChildProcess =>
  spawn(process.execPath, [join(HOME, 'tests/support/write-daily.ts'), organisation, at.toString()], {
    cwd: HOME,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...database },
  });

async function countWritten(
  site: Awaited<ReturnType<typeof testSite>>,
  organisation: string,
): Promise<number> {
  const { many } = await site.within(organisation, ({ db }) =>
    db
      .selectFrom('request_messages')
      .select(({ fn }) => fn.countAll<number>().as('many'))
      .executeTakeFirstOrThrow(),
  );
  return Number(many);
}
