import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { HOME } from '../../src/platform/settings/settings.ts';
import { quarterlySeries, stagedPromise, weeklySeries } from './promises.ts';
import { databaseOf } from './sending-while-killed.ts';
import { type TestSite, testSite } from './site.ts';

/** About as long as one transaction takes, in milliseconds. */
const A_TRANSACTION = 150;
const NOW = '2025-04-08T09:00:00Z';

export type DatesWhileKilled = {
  /** How many dates stood when each process was killed. */
  written: number[];
  /** How many there are in the end for promises of a kind, of how many commitments and under how many keys. */
  counts: { kind: string; commitments: number; dates: number; keys: number }[];
};

/**
 * Kills the process that writes dates down at random moments of its work, `kills` times; then the night's job runs once as
 * on any other day. Promises are weekly and quarterly, half each, for `whom` bodies each.
 */
export async function writeWhileKilled(wanted: {
  promises: number;
  whom: number;
  kills: number;
}): Promise<DatesWhileKilled> {
  const site = await testSite({ now: NOW });
  try {
    const organisation = await site.organisation('Borough of Ashmere');
    await keep(site, organisation, wanted);
    const written: number[] = [];
    for (let kill = 0; kill < wanted.kills; kill++) {
      const writer = startWriter(databaseOf(site), organisation);
      const ended = once(writer, 'exit');
      for (let begun = 0; begun < 1 + Math.random() * 4; begun++)
        await Promise.race([once(writer, 'message'), ended]);
      await pause(Math.random() * A_TRANSACTION);
      writer.kill('SIGKILL');
      await ended;
      written.push((await countDates(site, organisation)).reduce((sum, { dates }) => sum + dates, 0));
    }
    await site.runJobs(); // those that keeping the promises asked for, of which none was done yet
    return { written, counts: await countDates(site, organisation) };
  } finally {
    await site.close();
  }
}

const keep = (site: TestSite, organisation: string, { promises, whom }: { promises: number; whom: number }) =>
  site.within(organisation, async inside => {
    const now = site.clock.now();
    for (let n = 0; n < promises; n++) {
      const series = n % 2 ? weeklySeries : quarterlySeries;
      const { promise } = await stagedPromise(inside, { series, now, from: '2025-04-08' });
      const rows = Array.from({ length: whom - 1 }, (_, place) => ({
        ...{ promise_id: promise, for_kind: 'named', for_name: `Ward ${place}` },
        ...{ starts_on: Temporal.PlainDate.from('2025-04-08'), created_at: now, changed_at: now },
      }));
      await inside.db.insertInto('commitments').values(rows).execute();
    }
  });

const countDates = (site: TestSite, organisation: string): Promise<DatesWhileKilled['counts']> =>
  site.within(organisation, async ({ db }) => {
    const rows = await db
      .selectFrom('occurrences as o')
      .innerJoin('promises as p', 'p.id', 'o.promise_id')
      .select(({ fn }) => [
        sql<string>`p.series->>'kind'`.as('kind'),
        fn.count<number>('o.commitment_id').distinct().as('commitments'),
        fn.countAll<number>().as('dates'),
        fn.count<number>('o.key').distinct().as('keys'),
      ])
      .groupBy('kind')
      .orderBy('kind')
      .execute();
    return rows.map(row => ({
      kind: row.kind,
      commitments: Number(row.commitments),
      dates: Number(row.dates),
      keys: Number(row.keys),
    }));
  });

const startWriter = (database: Record<string, string>, organisation: string): ChildProcess =>
  spawn(process.execPath, [join(HOME, 'tests/support/write-dates.ts'), organisation, NOW], {
    cwd: HOME,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...database },
  });
