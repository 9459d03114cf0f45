import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import pg from 'pg';
import { type TestDatabase, testDatabase, testServer } from '../../../tests/support/database.ts';
import { record } from '../../platform/history/history.ts';
import { readSettings, type Settings } from '../../platform/settings/settings.ts';
import { examine } from './examine.ts';
import type { Finding } from './finding.ts';

const ends: (() => Promise<unknown>)[] = [];
after(async () => {
  for (const end of ends.reverse()) await end();
});

const NOW = Temporal.Now.instant();
const at = (instant: Temporal.Instant) => ({ now: () => instant });

/** Settings as an administrator would give them for that database. */
function settingsFor(connection: pg.PoolConfig, account?: { user: string; password: string }): Settings {
  if (connection.connectionString && !account)
    return readSettings({ PORT: '0', DATABASE_URL: connection.connectionString });
  const url = new URL(connection.connectionString ?? 'postgres://localhost/');
  if (!connection.connectionString) {
    url.pathname = `/${connection.database}`;
    url.port = String(connection.port);
    url.searchParams.set('host', String(connection.host));
  }
  url.username = account?.user ?? String(connection.user);
  url.password = account?.password ?? String(connection.password);
  return readSettings({ PORT: '0', DATABASE_URL: url.href });
}

async function migrated(): Promise<TestDatabase> {
  const made = await testDatabase();
  ends.push(made.drop);
  return made;
}

/** A database without tables, and an account that may only use it. */
async function bareDatabase(kind = 'bare') {
  const server = await testServer();
  const name = `commsgrid_doctor_${kind}_${process.pid}`;
  await onServer(server, `create role ${name} login password 'doctor'`);
  await onServer(server, `create database ${name}`);
  ends.push(async () => {
    await onServer(server, `drop database ${name} with (force)`);
    await onServer(server, `drop role ${name}`);
  });
  const url = server.connectionString ? new URL(server.connectionString) : undefined;
  if (url) url.pathname = `/${name}`; // what else the address says (a socket's folder) stays
  const connection = url ? { connectionString: url.href } : { ...server, database: name };
  return {
    ours: settingsFor(connection),
    settings: settingsFor(connection, { user: name, password: 'doctor' }),
    account: name,
    /** As the server's administrator, in that database. */
    run: async (...statements: string[]) => {
      for (const statement of statements) await onServer(connection, statement);
    },
  };
}

async function from16(): Promise<boolean> {
  const client = new pg.Client(await testServer());
  await client.connect();
  const { rows } = await client.query('show server_version_num').finally(() => client.end());
  return Number(rows[0].server_version_num) >= 160_000;
}

async function onServer(server: pg.PoolConfig, statement: string): Promise<void> {
  const client = new pg.Client(server);
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

function found(findings: Finding[], check: string): Finding {
  const finding = findings.find(one => one.check === check);
  assert.ok(finding, JSON.stringify(findings));
  return finding;
}

function assertMends(finding: Finding, says: RegExp, type: RegExp): void {
  assert.equal(finding.state, 'mend', finding.says);
  assert.match(finding.says, says);
  assert.match(finding.type ?? '', type);
}

describe('the doctor in a database', () => {
  test('finds nothing to mend in one that is at this version', async () => {
    const { connection } = await migrated();
    const findings = await examine(settingsFor(connection), at(Temporal.Now.instant()));
    for (const check of ['Database', 'Rights', 'Migrations', 'Clock'])
      assert.equal(found(findings, check).state, 'well', found(findings, check).says);
  });

  test('names the rights that an account lacks, and migrations still to be applied', async () => {
    const { settings, ours } = await bareDatabase();
    const findings = await examine(settings, at(NOW));
    const statements = /grant commsgrid_member to .*grant create on schema public to/;
    assertMends(found(findings, 'Rights'), /lacks rights/, statements);
    assertMends(found(findings, 'Migrations'), /still to be applied \(0001_/, /npx commsgrid migrate/);
    assert.equal(found(await examine(ours, at(NOW)), 'Rights').state, 'well');
  });

  test('says what is inherited and should not be, and the line it gives mends that', async () => {
    const { settings, account, run } = await bareDatabase('inheriting');
    const rights = async () => found(await examine(settings, at(NOW)), 'Rights');
    await run(`grant create on schema public to ${account}`, `create extension if not exists btree_gin`);
    const saysInherit = await from16();
    for (const role of ['commsgrid_member', 'commsgrid_limited', 'commsgrid_search'])
      await run(
        `grant ${role} to ${account}${saysInherit ? ` with inherit ${role !== 'commsgrid_member'}` : ''}`,
      );
    if (saysInherit) {
      const wrong = await rights();
      assertMends(wrong, /lacks rights/, /grant commsgrid_member to \w+ with inherit true;/);
      assert.match(wrong.type ?? '', /grant commsgrid_limited to \w+ with inherit false;/);
      assert.match(wrong.type ?? '', /grant commsgrid_search to \w+ with inherit false;/);
      await run(/-c '(.*)'$/.exec(wrong.type ?? '')![1]!);
    }
    // before PostgreSQL 16 a grant says nothing of it, and nothing runs as whoever owns the tables
    assert.equal((await rights()).state, 'well', (await rights()).says);
  });

  test('says when the password is refused', async () => {
    const { connection } = await migrated();
    const wrong = settingsFor(connection, { user: 'commsgrid_nobody_knows', password: 'x' });
    assertMends(found(await examine(wrong, at(NOW)), 'Database'), /refuses the password/, /psql/);
  });

  test('says when the database is newer than the program', async () => {
    const { connection, database } = await migrated();
    await database.pool.query(
      `insert into migrations (name, checksum, applied_at) values ('9999_later.sql', 'x', now())`,
    );
    const migrations = found(await examine(settingsFor(connection), at(NOW)), 'Migrations');
    assertMends(migrations, /newer than this Commsgrid: it has 9999_later\.sql/, /git pull/);
  });

  test('says when the clock differs from the database server’s', async () => {
    const { connection } = await migrated();
    const ahead = Temporal.Now.instant().add({ hours: 3 });
    assertMends(found(await examine(settingsFor(connection), at(ahead)), 'Clock'), /3 hours ahead/, /./);
  });

  test('says when the clock is before the program was written', async () => {
    const { connection } = await migrated();
    const long = Temporal.Instant.from('1970-01-01T00:10:00Z');
    const clock = found(await examine(settingsFor(connection), at(long)), 'Clock');
    assertMends(clock, /before this program was written/, /./);
  });

  test('says when the clock went back behind a session', async () => {
    const { connection, database } = await migrated();
    const later = Temporal.Now.instant().add({ hours: 50 });
    await database.pool.query(
      `with a as (insert into accounts (email, name, created_at) values ('a@ashmere.example', 'A', now()) returning id)
       insert into sessions (token_hash, account_id, created_at, proven_at, seen_at, expires_at)
       select 'x', id, now(), now(), $1, $1 from a`,
      [later],
    );
    const clock = found(await examine(settingsFor(connection), at(Temporal.Now.instant())), 'Clock');
    assertMends(clock, /went back: .* 2 days later/, /./);
  });

  test('says when the clock went back behind a record of any organisation', async () => {
    const { connection, database } = await migrated();
    const { rows } = await database.pool.query(
      `insert into organisations (name, colour, created_at)
       values ('Ashmere', '#1d4f91', now()), ('Wrenfield', '#1d4f91', now()) returning id`,
    );
    const who = { organisation: rows[1].id, actor: { id: null, name: 'A' } };
    const subject = { kind: 'plan', id: rows[0].id };
    const later = Temporal.Now.instant().add({ minutes: 30 });
    await database.inOrganisation(who, within => record(within, subject, 'made', [], later));
    const clock = found(await examine(settingsFor(connection), at(Temporal.Now.instant())), 'Clock');
    assertMends(clock, /went back: .* 30 minutes later/, /./);
  });
});
