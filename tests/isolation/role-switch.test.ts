import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Kysely, sql } from 'kysely';
import { createPlan } from '../../src/capabilities/plans/index.ts';
import type { Within } from '../../src/platform/database/database.ts';
import { BEFORE_ORGANISATION } from '../../src/platform/database/tables.ts';
import { testDatabase } from '../support/database.ts';
import { newPlan } from '../support/plans.ts';
import { RIGHTS } from './catalogue/declared.ts';

const { database, drop } = await testDatabase();
after(drop);

const NOW = Temporal.Instant.from('2025-04-08T09:00:00Z');
const ACTOR = { id: null, name: 'Test' };

let ashmere: string;
let saltby: string;

before(async () => {
  ashmere = await organisation('Borough of Ashmere');
  saltby = await organisation('Saltby District Council');
  for (const one of [ashmere, saltby])
    await database.inOrganisation({ organisation: one, actor: ACTOR }, async within => {
      await createPlan(within, newPlan(), NOW);
      const stored = { name: 'plan.txt', media_type: 'text/plain', stored_at: NOW };
      const file = { ...stored, content: Buffer.from('words'), sha256: Buffer.from('digest') };
      await within.db.insertInto('files').values(file).execute();
    });
});

async function organisation(name: string): Promise<string> {
  const values = { name, colour: '#0b4f54', created_at: NOW };
  const made = await database.beforeOrganisation(db =>
    db.insertInto('organisations').values(values).returning('id').executeTakeFirstOrThrow(),
  );
  return made.id;
}

/** A way to the server past our own fence, so that what stands behind it is tried too. */
before(() =>
  database.pool.query(
    `create function say(statement text) returns void language plpgsql as 'begin execute statement; end'`,
  ),
);

type Say = (db: Rows, statement: string) => Promise<unknown>;
const WAYS: { way: string; say: Say }[] = [
  { way: 'said outright', say: (db, statement) => sql.raw(statement).execute(db) },
  { way: 'past the fence', say: (db, statement) => sql`select say(${statement})`.execute(db) },
];

const inSaltby = <T>(work: (within: Within) => Promise<T>) =>
  database.inOrganisation({ organisation: saltby, actor: ACTOR }, work);

type Rows = Pick<Kysely<never>, 'executeQuery' | 'getExecutor'>;

/** Tables of organisation data that have rows in this test, as the database lists them. */
async function filledTables(): Promise<string[]> {
  const { rows } = await database.pool.query(
    `select relname from pg_class where relnamespace = 'public'::regnamespace and relforcerowsecurity order by 1`,
  );
  return rows.map(row => row.relname);
}

/** Organisations whose rows are seen; a table that may not be read shows none. */
async function organisationsSeen(db: Rows): Promise<string[]> {
  const seen = new Set<string>();
  for (const table of await filledTables()) {
    await sql`savepoint looking`.execute(db);
    const found = await sql<{
      organisation_id: string;
    }>`select distinct organisation_id from ${sql.table(table)}`
      .execute(db)
      .catch(async () => {
        await sql`rollback to looking`.execute(db);
        return { rows: [] };
      });
    for (const row of found.rows) seen.add(row.organisation_id);
  }
  return [...seen];
}

const titles = async (organisation: string) =>
  database.inOrganisation({ organisation, actor: ACTOR }, ({ db }) =>
    db.selectFrom('plans').select('title').orderBy('title').execute(),
  );

test('from inside, one organisation’s rows are seen and no other’s', async () => {
  assert.deepEqual(await inSaltby(({ db }) => organisationsSeen(db)), [saltby]);
});

test('our account is bound by row-level security like everyone', async () => {
  const { rows } = await database.pool.query(
    'select rolsuper, rolbypassrls from pg_roles where rolname = current_user',
  );
  assert.deepEqual(rows, [{ rolsuper: false, rolbypassrls: false }]);
});

const ESCAPES: { what: string; statement: () => string }[] = [
  { what: 'RESET ROLE', statement: () => 'reset role' },
  { what: 'SET ROLE NONE', statement: () => 'set role none' },
  { what: 'SET LOCAL ROLE', statement: () => 'set local role none' },
  { what: 'SET ROLE to the search role', statement: () => 'set role commsgrid_search' },
  { what: 'the role as a setting', statement: () => `select set_config('role', 'none', false)` },
  { what: 'RESET ALL', statement: () => 'reset all' },
  { what: 'DISCARD ALL', statement: () => 'discard all' },
  { what: 'a new session account', statement: () => 'reset session authorization; reset role' },
];

for (const { what, statement } of ESCAPES)
  for (const { way, say } of WAYS)
    test(`${what}, ${way}, fails, shows nobody else's rows and undoes everything`, async () => {
      let seen: string[] = [];
      await assert.rejects(
        inSaltby(async ({ db }) => {
          await db
            .updateTable('plans')
            .set({ title: `Changed by ${what}` })
            .execute();
          await say(db, statement());
          seen = await organisationsSeen(db);
        }),
      );
      assert.ok(!seen.includes(ashmere), 'rows of the other organisation were seen');
      assert.deepEqual(await titles(saltby), [{ title: 'Ashmere communications action plan' }]);
    });

/** As if nothing had happened: the role is put back before the end. */
test('a role that is left and taken again past the fence showed nobody else’s rows', async () => {
  const seen = await inSaltby(async ({ db }) => {
    await sql`select say('reset role')`.execute(db);
    const found = await organisationsSeen(db);
    await sql`select say('set local role commsgrid_member')`.execute(db);
    return found;
  });
  assert.ok(!seen.includes(ashmere), 'rows of the other organisation were seen');
});

const RENAMINGS: { what: string; statement: () => string }[] = [
  { what: 'set_config', statement: () => `select set_config('commsgrid.organisation', '${ashmere}', true)` },
  { what: 'SET LOCAL', statement: () => `set local commsgrid.organisation = '${ashmere}'` },
  { what: 'SET', statement: () => `set commsgrid.organisation = '${ashmere}'` },
];

for (const { what, statement } of RENAMINGS) {
  test(`another organisation by ${what} is refused before the server hears of it`, async () => {
    let seen: string[] = [];
    await inSaltby(async ({ db }) => {
      await assert.rejects(sql.raw(statement()).execute(db), /was not run/);
      seen = await organisationsSeen(db);
    });
    assert.deepEqual(seen, [saltby]);
  });

  test(`another organisation by ${what}, past the fence, hands nothing out and undoes everything`, async () => {
    await assert.rejects(
      inSaltby(async ({ db }) => {
        await sql`select say(${statement()})`.execute(db);
        await db.updateTable('plans').set({ title: 'Changed from outside' }).execute();
        return organisationsSeen(db);
      }),
      /left its organisation or its role/,
    );
    assert.deepEqual(await titles(ashmere), [{ title: 'Ashmere communications action plan' }]);
  });
}

test('a second statement behind the first is refused', async () => {
  await assert.rejects(
    inSaltby(({ db }) => sql.raw(`select 1; set local commsgrid.organisation = '${ashmere}'`).execute(db)),
    /was not run/,
  );
});

test('a transaction that ends itself early takes nothing along', async () => {
  await assert.rejects(
    inSaltby(({ db }) => sql`commit`.execute(db)),
    /was not run/,
  );
});

test('after an escape the connection is clean for the next', async () => {
  await assert.rejects(
    inSaltby(({ db }) => sql.raw(`set commsgrid.organisation = '${ashmere}'`).execute(db)),
  );
  await assert.rejects(inSaltby(({ db }) => sql`set role none`.execute(db)));
  for (let connection = 0; connection < 12; connection++)
    assert.deepEqual(await database.beforeOrganisation(db => organisationsSeen(db)), []);
});

/** Counts rows of every table of organisation data, without savepoints, for use outside a transaction. */
async function outsideRows(db: Rows): Promise<string[]> {
  const found: string[] = [];
  for (const table of await filledTables()) {
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(db);
    if (rows.length) found.push(table);
  }
  return found;
}

test('outside an organisation no row of one is seen, in a transaction or through the pool', async () => {
  assert.deepEqual(await database.beforeOrganisation(db => outsideRows(db)), []);
  const seen: string[] = [];
  for (const table of await filledTables()) {
    const { rows } = await database.pool.query(`select 1 from ${table} limit 1`);
    if (rows.length) seen.push(table);
  }
  assert.deepEqual(seen, []);
});

for (const search of [
  `words_in_plan('plan', gen_random_uuid(), 100, null, false, null)`,
  `words_in_plans('plan', '{}', 100, null, null, false, null)`,
])
  test(`the words of lines cannot be looked up outside an organisation by ${search.split('(')[0]}`, async () => {
    await assert.rejects(
      database.pool.query(`select * from ${search}`).then(({ rows }) => {
        assert.deepEqual(rows, []);
        throw new Error('none');
      }),
    );
  });

test('outside an organisation no row of one can be written, changed or taken away', async () => {
  const count = async () => (await titles(ashmere)).length;
  const before = await count();
  const attempts = [
    `insert into plans (organisation_id, title, kind, created_at, changed_at)
       values ('${ashmere}', 'Planted', 'unknown', now(), now())`,
    `insert into files (organisation_id, name, media_type, content, sha256, stored_at)
       values ('${ashmere}', 'planted.txt', 'text/plain', '', '', now())`,
    `insert into history (organisation_id, subject_kind, subject_id, number, at, actor_name, action, changes, digest)
       values ('${ashmere}', 'plan', gen_random_uuid(), 1, now(), 'Nobody', 'planted', '[]', '')`,
  ];
  for (const attempt of attempts) await assert.rejects(database.pool.query(attempt), /row-level security/);
  for (const statement of [`update plans set title = 'Planted'`, 'delete from plans', 'delete from files']) {
    const { rowCount } = await database.pool.query(statement);
    assert.equal(rowCount, 0, statement);
  }
  assert.equal(await count(), before);
});

test('from inside, nothing is written for another organisation', async () => {
  const planted = { title: 'Planted', kind: 'unknown', created_at: NOW, changed_at: NOW } as const;
  await assert.rejects(
    inSaltby(({ db }) =>
      db
        .insertInto('plans')
        .values({ ...planted, organisation_id: ashmere })
        .execute(),
    ),
    /row-level security/,
  );
  await assert.rejects(
    inSaltby(({ db }) => db.updateTable('plans').set({ organisation_id: ashmere }).execute()),
    /row-level security/,
  );
  await assert.rejects(
    inSaltby(({ db }) =>
      db
        .insertInto('queued_jobs')
        .values({ organisation_id: ashmere, name: 'read', payload: '{}', queued_at: NOW })
        .execute(),
    ),
    /row-level security/,
  );
});

test('the tables that are needed before the organisation is known are hidden from inside', async () => {
  // of a few, all columns of one's own organisation are seen: catalogue/declared.ts says why
  const open = (table: string) =>
    table === 'accounts' || RIGHTS.commsgrid_member?.[table]?.includes('select');
  for (const table of Object.keys(BEFORE_ORGANISATION).filter(name => !open(name)))
    await assert.rejects(
      inSaltby(({ db }) => sql`select * from ${sql.table(table)}`.execute(db)),
      /permission denied/,
      table,
    );
  await assert.rejects(
    inSaltby(({ db }) => sql`select password_hash from accounts`.execute(db)),
    /permission denied/,
  );
});

test('organisations and people of others are hidden from inside', async () => {
  const organisations = await inSaltby(({ db }) => db.selectFrom('organisations').select('id').execute());
  assert.deepEqual(organisations, [{ id: saltby }]);
});
