import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { testDatabase } from '../../../tests/support/database.ts';
import { systemClock } from '../clock.ts';
import { enqueue } from './enqueue.ts';
import { type AnyJob, defineJob, type Job } from './job.ts';
import { periodAt, TIMED_PAYLOAD } from './timed.ts';
import { startWorker } from './worker.ts';

const { connection, database, drop } = await testDatabase();
const organisationCalled = (name: string) =>
  database.beforeOrganisation(async db => {
    const values = { name, colour: '#1d4f91', created_at: systemClock.now() };
    return (await db.insertInto('organisations').values(values).returning('id').executeTakeFirstOrThrow()).id;
  });
const organisation = await organisationCalled('Borough of Ashmere');
const other = await organisationCalled('Ashmere Fire Service');
const actor = { id: null, name: 'Test' };

const done: number[] = [];
const shape = z.object({ number: z.number() });
type Numbered = z.output<typeof shape>;
const limits = { payload: shape, expireInSeconds: 60 };
const quick = defineJob({
  ...limits,
  name: 'quick',
  retryLimit: 3,
  run: async ({ number }) => void done.push(number),
});
const failing = defineJob({
  ...limits,
  name: 'failing',
  retryLimit: 1,
  run: async () => Promise.reject(new Error('It fails each time.')),
  givenUp: async ({ number }, { within }) => {
    const told = await within(({ db }) => db.selectFrom('organisations').select('name').execute());
    if (told.length === 1) done.push(-number);
  },
});
const release = Promise.withResolvers<void>();
const begun: string[] = [];
const atWork = { borough: 0, most: 0 };
const long = defineJob({
  ...limits,
  name: 'long',
  retryLimit: 1,
  run: async ({ number }, { organisation: whose }) => {
    begun.push(`${whose === organisation ? 'borough' : 'fire'} ${number}`);
    if (whose !== organisation) return;
    atWork.most = Math.max(atWork.most, ++atWork.borough);
    await release.promise;
    await pause(30);
    atWork.borough--;
  },
});
const visited: string[] = [];
const daily = defineJob({
  name: 'daily',
  payload: TIMED_PAYLOAD,
  expireInSeconds: 60,
  retryLimit: 1,
  run: async ({ at }, { organisation: whose }) => void visited.push(`${whose} ${at}`),
});
const unknown: Job<Numbered> = { ...quick, name: 'of-a-later-version' };

const ask = (job: Job<Numbered>, number: number, whose = organisation) =>
  database.inOrganisation({ organisation: whose, actor }, within =>
    enqueue(within, job, { number }, systemClock.now()),
  );

const faults: unknown[] = [];
const jobs: AnyJob[] = [quick, failing, long, daily];
const worker = await startWorker({
  connection,
  database,
  jobs,
  timed: [{ name: 'daily', every: 'day', at: '07:30', job: daily }],
  clock: systemClock,
  tell: fault => void faults.push(fault),
});
after(async () => {
  await worker.stop(2_000);
  await drop();
});

async function until(holds: () => boolean, limitMs: number): Promise<void> {
  const end = performance.now() + limitMs;
  while (!holds() && performance.now() < end) await pause(20);
}

test('does a backlog one after the other without a pause between, past one that this version does not know', async () => {
  await ask(unknown, 0);
  const begun = performance.now();
  for (let number = 1; number <= 30; number++) await ask(quick, number);
  await until(() => done.length >= 30, 20_000);
  assert.equal(new Set(done).size, 30);
  assert.ok(performance.now() - begun < 15_000, 'one a second is too slow for a busy morning');
  const { rows } = await database.pool.query('select name from queued_jobs');
  assert.deepEqual(rows, [{ name: 'of-a-later-version' }]);
  assert.deepEqual(faults, []);
});

test('a long job holds up its own organisation and no other, of which one at a time is done', async () => {
  for (const number of [1, 2, 3]) await ask(long, number);
  await until(() => begun.length > 0, 10_000);
  await ask(long, 4, other);
  await until(() => begun.length > 1, 10_000);
  assert.equal(begun.length, 2);
  assert.ok(begun.includes('fire 4'), `the other organisation waits behind ${begun}`);
  release.resolve();
  await until(() => begun.length === 4, 10_000);
  assert.deepEqual(begun.toSorted(), ['borough 1', 'borough 2', 'borough 3', 'fire 4']);
  assert.equal(atWork.most, 1);
});

test('does what comes by the clock for each organisation, and once', async () => {
  await until(() => visited.length >= 2, 10_000);
  const today = periodAt({ every: 'day', at: '07:30' }, systemClock.now(), 'Europe/London');
  assert.deepEqual(visited.toSorted(), [`${organisation} ${today}`, `${other} ${today}`].toSorted());
});

test('tells those who wait when a job failed as often as it may', async () => {
  await ask(failing, 7);
  await until(() => done.includes(-7), 30_000);
  assert.ok(done.includes(-7));
  assert.deepEqual(
    faults.map(fault => (fault as Error).message),
    ['It fails each time.', 'It fails each time.'],
  );
});
