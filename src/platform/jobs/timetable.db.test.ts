import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { testDatabase } from '../../../tests/support/database.ts';
import { HOURLY, hastyClock } from '../../../tests/support/timetable-alone.ts';
import { systemClock } from '../clock.ts';
import { openDatabase } from '../database/database.ts';
import { HOME } from '../settings/settings.ts';
import type { Timed } from './timed.ts';
import { queueDue } from './timetable.ts';

const { connection, database, drop } = await testDatabase();
const second = openDatabase(connection, 'commsgrid-second');
after(async () => {
  await second.close();
  await drop();
});

const found = (name: string, zone: string) =>
  database.beforeOrganisation(async db => {
    const values = { name, colour: '#1d4f91', time_zone: zone, created_at: systemClock.now() };
    return (await db.insertInto('organisations').values(values).returning('id').executeTakeFirstOrThrow()).id;
  });
const borough = await found('Borough of Ashmere', 'Europe/London');
const island = await found('Isle of Saltby', 'America/Jamaica');

const DAILY: Timed = { ...HOURLY, name: 'daily', every: 'day', job: { ...HOURLY.job, name: 'daily-job' } };

const at = (text: string) => Temporal.Instant.from(text);
const queued = async () =>
  (
    await database.pool.query(
      `select organisation_id as body, name, payload ->> 'at' as at from queued_jobs order by 3, 2`,
    )
  ).rows.map(({ body, name, at: when }) => [body === borough ? 'borough' : 'island', name, when]);

beforeEach(() => database.pool.query('delete from queued_jobs; delete from timed_runs'));

test('a day begins for each organisation at its own midnight, and is queued once', async () => {
  assert.equal(await queueDue(database, [DAILY], at('2026-07-01T23:00:00Z')), 2);
  assert.deepEqual(await queued(), [
    ['island', 'daily-job', '2026-07-01T05:00:00Z'],
    ['borough', 'daily-job', '2026-07-01T23:00:00Z'],
  ]);
  assert.equal(await queueDue(database, [DAILY], at('2026-07-02T04:59:59Z')), 0);
  assert.equal(await queueDue(database, [DAILY], at('2026-07-02T05:00:00Z')), 1);
  assert.equal(await queueDue(database, [DAILY], at('2026-07-02T22:59:59Z')), 0);
});

test('after days without a worker it comes once, for the day that it is', async () => {
  await queueDue(database, [DAILY, HOURLY], at('2026-07-01T12:00:00Z'));
  await database.pool.query('delete from queued_jobs');
  assert.equal(await queueDue(database, [DAILY, HOURLY], at('2026-07-09T12:10:00Z')), 4);
  assert.equal(await queueDue(database, [DAILY, HOURLY], at('2026-07-09T12:10:05Z')), 0);
});

test('two workers that look at the same moment queue it once', async () => {
  for (let hour = 0; hour < 10; hour++) {
    const now = at('2026-07-01T00:00:00Z').add({ hours: hour });
    const made = await Promise.all(
      [database, second, database, second].map(each => queueDue(each, [HOURLY], now)),
    );
    assert.equal(
      made.reduce((sum, n) => sum + n),
      2,
    );
  }
  assert.equal((await queued()).length, 20);
});

test('a worker whose clock is behind queues nothing anew', async () => {
  await queueDue(database, [HOURLY], at('2026-07-01T12:00:00Z'));
  assert.equal(await queueDue(second, [HOURLY], at('2026-07-01T11:59:58Z')), 0);
  assert.equal(await queueDue(database, [HOURLY], at('2026-07-01T12:00:03Z')), 0);
});

test('a clock that was years ahead for once holds nothing up', async () => {
  await queueDue(database, [DAILY], at('2036-07-01T12:00:00Z'));
  assert.equal(await queueDue(database, [DAILY], at('2026-07-01T12:00:00Z')), 2);
  assert.equal(await queueDue(database, [DAILY], at('2026-07-01T13:00:00Z')), 0);
});

test('what fails while it is queued is noted by nobody, and comes at the next look', async () => {
  await database.pool.query(
    `alter table queued_jobs add constraint no_daily check (name <> 'daily-job') not valid`,
  );
  await assert.rejects(queueDue(database, [DAILY], at('2026-07-01T12:00:00Z')), /no_daily/);
  await database.pool.query('alter table queued_jobs drop constraint no_daily');
  assert.equal(await queueDue(database, [DAILY], at('2026-07-01T12:00:05Z')), 2);
});

test('workers that are killed at any moment queue no hour twice, and go on queueing', async () => {
  const program = join(HOME, 'tests/support/timetable-alone.ts');
  const begun = Temporal.Now.instant();
  const now = hastyClock(begun);
  let over = false;
  const beside = (async () => {
    while (!over) await queueDue(database, [HOURLY], now());
  })();
  for (let killed = 0; killed < 5; killed++) {
    const worker = spawn(process.execPath, [program, JSON.stringify(connection), `${begun}`], {
      stdio: 'inherit',
    });
    await pause(250 + Math.random() * 250);
    worker.kill('SIGKILL');
    await once(worker, 'exit');
  }
  over = true;
  await beside;
  const { rows } = await database.pool.query(
    `select organisation_id, payload ->> 'at' as at, count(*)::int as times from queued_jobs group by 1, 2 order by 2`,
  );
  assert.deepEqual(
    rows.filter(({ times }) => times !== 1),
    [],
  );
  assert.ok(rows.length > 10, `only ${rows.length} were queued`);
});

test('an organisation sees nothing of the timetable, and cannot move it', async () => {
  await queueDue(database, [DAILY], at('2026-07-01T12:00:00Z'));
  const actor = { id: null, name: 'Test' };
  await assert.rejects(
    database.inOrganisation({ organisation: island, actor }, ({ db }) =>
      db
        .selectFrom('timed_runs' as 'files')
        .selectAll()
        .execute(),
    ),
    /permission denied/,
  );
});
