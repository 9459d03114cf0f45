import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { createPlan } from '../../src/capabilities/plans/index.ts';
import type { Within } from '../../src/platform/database/database.ts';
import { newLine, newPlan, RECOMMENDATION_COLUMNS } from '../support/plans.ts';
import { type Person, testSite } from '../support/site.ts';

const site = await testSite();
after(site.close);
await site.query(
  `create function say(statement text) returns void language plpgsql as 'begin execute statement; end'`,
);
const viewer = await site.person({ role: 'viewer' });
const { organisation } = viewer;
const guest = await site.person({ organisation, part: true });

const lines = [
  newLine({ what: 'Grit the roads', owner: 'Ward team', audience: 'Drivers' }),
  newLine({
    what: 'Rehearse in secret',
    owner: 'Crisis team',
    audience: 'Crews',
    marking: 'OFFICIAL-SENSITIVE',
  }),
];
const make = (title: string, marking: 'none' | 'OFFICIAL-SENSITIVE' = 'none') =>
  site.within(organisation, within => {
    const sections = [{ title: 'All', columns: RECOMMENDATION_COLUMNS, lines }];
    return createPlan(within, newPlan({ title, sections, marking }), site.clock.now());
  });
const [winter] = [
  await make('Winter plan'),
  await make('Summer plan'),
  await make('Quiet plan', 'OFFICIAL-SENSITIVE'),
];
await site.runJobs();
await site.within(organisation, ({ db }) =>
  db
    .insertInto('grants')
    .values({
      account_id: guest.account.id,
      role: 'viewer',
      plan_id: winter,
      given_by: 'Test',
      given_at: site.clock.now(),
    })
    .execute(),
);

const as = <T>(person: Person, work: (within: Within) => Promise<T>, marked = true) =>
  site.database.inOrganisation(
    {
      organisation,
      actor: { id: person.account.id, name: person.account.name },
      sight: { person: person.account.id, marked },
    },
    work,
  );
const count = (within: Within, table: string) =>
  sql<{ rows: number }>`select count(*)::int as rows from ${sql.table(table)}`
    .execute(within.db)
    .then(({ rows }) => rows[0]!.rows);

test('what is marked is seen by nobody without the right, nor by a part of one plan what is in another', async () => {
  assert.deepEqual(await as(viewer, async w => [await count(w, 'plans'), await count(w, 'lines')]), [2, 2]);
  assert.deepEqual(await as(guest, async w => [await count(w, 'plans'), await count(w, 'lines')]), [1, 1]);
  const stranger = await site.person({ organisation: await site.organisation('Saltby District Council') });
  assert.deepEqual(await as(stranger, w => count(w, 'plans')), 0, 'of another organisation');
  const editor = await site.person({ organisation });
  assert.equal(await as(editor, w => count(w, 'lines')), 6);
  assert.equal(await as(editor, w => count(w, 'lines'), false), 2, 'as a link shows it');
});

test('tallies and registers count what may be seen', async () => {
  const sums = (within: Within) =>
    sql<Record<string, number>>`select
      (select sum(lines)::int from line_tallies) as lines, (select count(*)::int from owner_tallies) as owners,
      (select sum(lines)::int from audiences) as audiences, (select sum(lines)::int from register_tallies where entry_id in
        (select id from audiences)) as entries`
      .execute(within.db)
      .then(({ rows }) => rows[0]);
  assert.deepEqual(await as(viewer, sums), { lines: 2, owners: 2, audiences: 2, entries: 2 });
  assert.deepEqual(await as(guest, sums), { lines: 1, owners: 1, audiences: 1, entries: 1 });
  assert.deepEqual(await site.within(organisation, sums), { lines: 6, owners: 6, audiences: 6, entries: 6 });
});

test('words are found only where they may be read', async () => {
  const found = (within: Within) =>
    sql<{
      found: number;
    }>`select found from words_in_plan('rehearse', ${winter}::uuid, 100, null, false, null)
      union all select found from words_in_plans('grit', array(select id from plans), 100, null, null, false, 10)`
      .execute(within.db)
      .then(({ rows }) => rows.map(row => row.found));
  assert.deepEqual(await as(viewer, found), [0, 2]);
  assert.deepEqual(await as(guest, found), [0, 1]);
  assert.deepEqual(await site.within(organisation, found), [1, 3]);
});

test('nothing is written where it may not be seen', async () => {
  const [other] = await site.within(organisation, ({ db }) =>
    db.selectFrom('plans').select('id').where('title', '=', 'Summer plan').execute(),
  );
  const changed = await as(guest, ({ db }) =>
    db.updateTable('lines').set({ what: 'Nothing' }).where('plan_id', '=', other!.id).executeTakeFirst(),
  );
  assert.equal(changed.numUpdatedRows, 0n);
  await assert.rejects(
    as(guest, ({ db }) =>
      db.insertInto('line_tags').values({ plan_id: other!.id, line_id: other!.id, tag: 'here' }).execute(),
    ),
    /row-level security policy "as_granted"/,
  );
});

test('a limited transaction cannot become another’s, or see everything', async () => {
  for (const statement of [
    'set local role commsgrid_member',
    `set local commsgrid.person = '${viewer.account.id}'`,
    `set local commsgrid.marked = 'yes'`,
    'reset role',
  ]) {
    await assert.rejects(
      as(guest, ({ db }) => sql.raw(statement).execute(db), false),
      /could leave its transaction/,
      statement,
    );
    await assert.rejects(
      as(guest, ({ db }) => sql`select say(${statement})`.execute(db), false),
      /left its organisation, its person or its role/,
      statement,
    );
  }
});

test('a file that somebody asked for holds what they may see when it is written', async () => {
  const id = await site.within(organisation, async ({ db }) => {
    const file = {
      made_by: viewer.account.id,
      said: '{}',
      format: 'csv',
      lines: 6,
      asked_at: site.clock.now(),
    };
    const made = await db.insertInto('export_files').values(file).returning('id').executeTakeFirstOrThrow();
    const payload = JSON.stringify({ exportFile: made.id, account: viewer.account.id });
    const job = { name: 'write-file', payload, queued_at: site.clock.now() };
    await db.insertInto('queued_jobs').values(job).execute();
    return made.id;
  });
  await site.runJobs();
  const { bytes } = await viewer.get(`/exports/${id}/file`);
  assert.match(bytes.toString(), /Grit the roads/);
  assert.doesNotMatch(bytes.toString(), /Rehearse in secret/);
  assert.equal((await guest.get(`/exports/${id}`)).status, 404);
  await site.query('update memberships set role = null where account_id = $1', [viewer.account.id]);
  for (const address of [`/exports/${id}`, `/exports/${id}/file`, `/exports/${id}/status`])
    assert.equal(
      (await viewer.get(address)).status,
      404,
      'what lies ready is not for who may see less by then',
    );
  await site.query(`update memberships set role = 'viewer' where account_id = $1`, [viewer.account.id]);
  assert.equal((await viewer.get(`/exports/${id}/file`)).status, 200);
});

test('a link shows what whoever made it may see by now', async () => {
  const maker = await site.person({ organisation, role: 'editor', name: 'Mia Brook' });
  const saved = await maker.post('/views', { name: 'For partners', shared: 'yes', list: '/lines', said: '' });
  const view = new URL(saved.location!, 'http://x').searchParams.get('view')!;
  const made = await maker.post(`/views/${view}/links`, { lifetime: 'month' });
  const link = new URL(made.dom.querySelector('#address')!.text).pathname;
  assert.match(
    (await site.visitor().get(link)).text,
    /Winter plan.*Grit the roads|Summer plan.*Grit the roads/,
  );
  await site.query('update memberships set role = null where account_id = $1', [maker.account.id]);
  assert.doesNotMatch((await site.visitor().get(link)).text, /Grit the roads|Winter plan|Summer plan/);
});

test('each view of `seen` asks in the words of its table', async () => {
  const differing = await site.query(`
    select v.relname from pg_class v join pg_class t on t.relname = v.relname and t.relnamespace = 'public'::regnamespace
    where v.relnamespace = 'seen'::regnamespace and v.relkind = 'v' and (
      'security_invoker=true' <> all (coalesce(v.reloptions, '{}'))
      or array(select format('%s %s', attname, atttypid) from pg_attribute where attrelid = v.oid and attnum > 0 order by 1)
        is distinct from array(select format('%s %s', attname, atttypid) from pg_attribute
          where attrelid = t.oid and attnum > 0 and not attisdropped order by 1))`);
  assert.deepEqual(differing, [], 'call count_entries_anew again after a register has got a column');
  const kept = await site.query<{ relname: string }>(
    "select relname from pg_class where relnamespace = 'seen'::regnamespace and relkind = 'v' order by 1",
  );
  assert.deepEqual(
    kept.map(view => view.relname),
    ['audiences', 'channels', 'clauses', 'kept_tallies', 'line_tallies', 'owner_tallies', 'register_tallies'],
  );
});
