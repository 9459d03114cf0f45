import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import { asAccount, testDatabase } from '../../../tests/support/database.ts';
import { openDatabase, type Within } from './database.ts';
import type { OrganisationTables } from './tables.ts';

const { connection, database, drop } = await testDatabase();
after(drop);

const NOW = Temporal.Instant.from('2025-04-01T09:00:00Z');

const name = 'Borough of Ashmere';
const found = (title: string) => ({
  name: title,
  colour: '#1d4f91',
  created_at: Temporal.Instant.from('2025-04-01T09:00:00Z'),
});
const organisation = await database.beforeOrganisation(
  async db =>
    (await db.insertInto('organisations').values(found(name)).returning('id').executeTakeFirstOrThrow()).id,
);
const inside = <T>(work: (within: Within) => Promise<T>) =>
  database.inOrganisation({ organisation, actor: { id: null, name: 'Test' } }, work);

type Asked = Pick<Kysely<OrganisationTables>, 'getExecutor'>;
const failing = (db: Asked) => sql`select 1 / 0`.execute(db);
const idle = async (pool = database.pool) => {
  await pause(20);
  return pool.totalCount === pool.idleCount && pool.waitingCount === 0;
};

/** As whom, for which organisation and in what transaction every connection of the pool answers when nobody works. */
async function standing() {
  const clients = await Promise.all(
    Array.from({ length: database.pool.totalCount }, () => database.pool.connect()),
  );
  const rows = await Promise.all(
    clients.map(async client => {
      const { rows } = await client.query(
        `select current_user = session_user as itself, coalesce(current_setting('commsgrid.organisation', true), '') as organisation`,
      );
      return rows[0];
    }),
  );
  for (const client of clients) client.release();
  return rows;
}
const untouched = async () => {
  assert.ok(await idle());
  for (const row of await standing()) assert.deepEqual(row, { itself: true, organisation: '' });
};

test('fifty transactions that fail, each in its own way, leave the pool serving and its connections as they were', async () => {
  const ways: ((within: Within) => Promise<unknown>)[] = [
    ({ db }) => failing(db),
    () => Promise.reject(new Error('thrown before anything is answered')),
    () => {
      throw new Error('thrown at once');
    },
    ({ db }) => Promise.all([failing(db), sql`select 1`.execute(db)]),
    ({ db }) => Promise.all([sql`select 1`.execute(db), failing(db), failing(db)]),
  ];
  const outcomes = await Promise.allSettled(
    Array.from({ length: 50 }, (_, at) => inside(ways[at % ways.length]!)),
  );
  assert.ok(outcomes.every(outcome => outcome.status === 'rejected'));
  await untouched();
  assert.equal((await inside(({ db }) => db.selectFrom('organisations').select('name').execute())).length, 1);
});

test('work whose connection is cut before the beginning is answered is begun once more, and done once', async () => {
  type Cut = { connection: { stream: { destroy: () => void } } };
  database.pool.once('acquire', client => {
    setImmediate(() => (client as unknown as Cut).connection.stream.destroy());
  });
  let begun = 0;
  const done = await database.beforeOrganisation(async db => {
    begun++;
    await db.insertInto('organisations').values(found('Once Parish')).execute();
    return 'done';
  });
  assert.deepEqual([done, begun], ['done', 2]);
  const { rows } = await database.pool.query(
    `delete from organisations where name = 'Once Parish' returning 1`,
  );
  assert.equal(rows.length, 1);
  await untouched();
});

test('what goes on asking after its transaction is over is refused', async () => {
  let late: Promise<unknown> | undefined;
  const goesOn = async (db: Asked) => {
    await sql`select pg_sleep(0.05)`.execute(db);
    return sql`update organisations set name = 'Changed by nobody'`.execute(db);
  };
  await assert.rejects(
    inside(({ db }) => {
      late = goesOn(db);
      late.catch(() => undefined);
      return Promise.all([failing(db), late]);
    }),
    /division by zero/,
  );
  await assert.rejects(late!, /over|aborted/); // by us, or by the server where the fault was still on its way
  let forgotten: Promise<unknown> | undefined;
  await inside(async ({ db }) => {
    forgotten = pause(20).then(() => sql`update organisations set name = 'Changed late'`.execute(db));
    forgotten.catch(() => undefined);
  });
  await assert.rejects(forgotten!, /over/);
  const { rows } = await database.pool.query('select name from organisations');
  assert.deepEqual(rows, [{ name }]);
  await untouched();
});

test('what swallowed a fault is not told to be stored', async () => {
  const swallowing = database.beforeOrganisation(async db => {
    await db.insertInto('organisations').values(found('Lost Parish')).execute();
    await failing(db as never).catch(() => undefined);
    return 'stored';
  });
  await assert.rejects(swallowing, /abort/);
  await assert.rejects(
    inside(async ({ db }) => {
      await failing(db).catch(() => undefined);
      return 'stored';
    }),
    /abort/,
  );
  await untouched();
});

test('a beginning that is refused leaves no broken transaction behind', async () => {
  const stranger = `commsgrid_stranger_${process.pid}`;
  await database.pool.query(`create role ${stranger} login password 'ashmere'`);
  const theirs = openDatabase(asAccount(connection, stranger, 'ashmere'), stranger);
  const ask = () =>
    theirs.inOrganisation({ organisation, actor: { id: null, name: 'Test' } }, ({ db }) =>
      sql`select 1`.execute(db),
    );
  try {
    for (const outcome of await Promise.allSettled(Array.from({ length: 20 }, ask)))
      assert.match(String(outcome.status === 'rejected' && outcome.reason), /permission denied to set role/);
    assert.ok(await idle(theirs.pool));
    await database.pool.query(`grant commsgrid_member to ${stranger}`);
    assert.equal((await Promise.all(Array.from({ length: 20 }, ask))).length, 20);
  } finally {
    await theirs.close();
    await database.pool.query(`drop role ${stranger}`);
  }
});

test('the same question many times at once is answered each time', async () => {
  const numbers = Array.from({ length: 30 }, (_, at) => at);
  for (let round = 0; round < 3; round++) {
    const answers = await inside(({ db }) =>
      Promise.all(numbers.map(number => sql<{ sum: number }>`select ${number}::int + 40 as sum`.execute(db))),
    );
    assert.deepEqual(
      answers.map(({ rows }) => rows[0]!.sum),
      numbers.map(number => number + 40),
    );
  }
});

test('what lost a race is done again over what the other left; a fault that stays is told', async () => {
  const [first, second] = await inside(async ({ db }) => {
    const rows = ['Jo Marsh', 'Sam Birch'].map(name => ({
      name,
      kind: 'person',
      created_at: NOW,
      changed_at: NOW,
    }));
    return db.insertInto('owners').values(rows).returning('id').execute();
  });
  const hold = ({ db }: Within, id: string) =>
    db.selectFrom('owners').select('id').where('id', '=', id).forUpdate().execute();
  let begun = 0;
  const both = (one: string, other: string) =>
    inside(async within => {
      begun++;
      await hold(within, one);
      await pause(begun > 2 ? 0 : 200);
      await hold(within, other);
      await within.db
        .updateTable('owners')
        .set(set => ({ version: set('version', '+', 1) }))
        .where('id', '=', one)
        .execute();
    });
  await Promise.all([both(first!.id, second!.id), both(second!.id, first!.id)]);
  assert.ok(begun > 2);
  const versions = await inside(({ db }) => db.selectFrom('owners').select('version').execute());
  assert.deepEqual(versions, [{ version: 2 }, { version: 2 }]);
  let tried = 0;
  const doubled = inside(async ({ db }) => {
    tried++;
    await db
      .insertInto('owners')
      .values({ name: 'jo marsh', kind: 'person', created_at: NOW, changed_at: NOW })
      .execute();
  });
  await assert.rejects(doubled, /owners_by_name/);
  assert.equal(tried, 4);
});
