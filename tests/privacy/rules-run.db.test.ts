import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { type Body, makeBody } from '../isolation/routes/body.ts';
import { runTimed } from '../support/run-timed.ts';
import { testSite } from '../support/site.ts';

const site = await testSite();
after(site.close);
const declared = site.capabilities.flatMap(({ personal = [] }) => personal);

/** Every table whose rule runs by the clock, each once. */
const RULED = new Map(declared.flatMap(({ table, kept }) => (kept.by ? [[table, kept.by] as const] : [])));

/** Which rows a rule has still to see to, where it leaves some: everywhere else no row may be left. */
const STILL_TOLD: Record<string, string> = {
  people: `name <> '(erased)' or email <> ''`,
  role_holders: `name <> '(erased)'`,
  owners: `name like 'Kittiwake person%'`,
  accounts: `name = 'Kittiwake viewer'`,
  messages: 'text is not null',
  incoming_messages: 'words is not null or whole is not null',
  // that somebody held it, or was away, is told of nobody once the person is erased
  post_holdings: `exists (select from people p where p.id = person_id and p.name <> '(erased)')`,
  handovers: `exists (select from people p where p.id = person_id and p.name <> '(erased)')`,
};

/** The installation's own, which no organisation's people read. */
const OF_INSTALLATION = ['accounts', 'memberships', 'sessions', 'sign_in_events', 'one_time_links'];

let body: Body;

async function left(table: string): Promise<number> {
  const text = `select count(*)::int as rows from ${table} where ${STILL_TOLD[table] ?? 'true'}`;
  if (OF_INSTALLATION.includes(table)) return (await site.query<{ rows: number }>(text))[0]!.rows;
  const { organisation } = body.administrator;
  return site.within(organisation, async ({ db }) => {
    const { rows } = await sql.raw<{ rows: number }>(text).execute(db);
    return rows[0]!.rows;
  });
}

const tables = async (which: (rows: number) => boolean): Promise<string[]> => {
  const found: string[] = [];
  for (const table of RULED.keys())
    if (which(await left(table))) found.push(`${table} (${RULED.get(table)})`);
  return found;
};

/** What the others do not have yet: a plan agreed, shown and given out, a line taken out, links, reads, somebody signing in. */
async function fill(): Promise<void> {
  const { administrator, viewer, ids } = body;
  const { organisation } = administrator;
  const plan = `/plans/${ids.plan[0]}`;
  const day = (name: string) => ({ [`${name}-day`]: '1', [`${name}-month`]: '4', [`${name}-year`]: '2025' });
  await administrator.post(`${plan}/agreements`, {
    by: 'A board',
    edition: '',
    version: 'read',
    ...day('on'),
  });
  await administrator.post(`${plan}/showings`, { to: 'A committee', ...day('shown') });
  await administrator.get(`${plan}/export.csv`);
  await site.within(organisation, ({ db }) =>
    db.updateTable('plans').set({ marking: 'OFFICIAL-SENSITIVE' }).where('id', '=', ids.plan[0]!).execute(),
  );
  await administrator.get(plan);
  await administrator.post(`${plan}/lines/${ids.line.at(-1)}/remove`, { reason: 'Twice', version: '1' });
  const visitor = site.visitor();
  await visitor.post('/sign-in', { email: viewer.account.email, password: 'not theirs at all' });
  await visitor.post('/sign-in/link', { email: viewer.account.email });
  const now = site.clock.now();
  const [person, other] = ids.person;
  await site.within(organisation, async ({ db }) => {
    const added = { person_id: person!, made_at: now };
    const { id } = await db
      .insertInto('request_messages')
      .values(added)
      .returning('id')
      .executeTakeFirstOrThrow();
    const link = {
      ...added,
      message_id: id,
      token_hash: Buffer.from('token'),
      expires_at: now.add({ hours: 24 }),
    };
    await db.insertInto('request_links').values(link).execute();
    const handover = {
      person_id: person!,
      kind: 'lines',
      to_person: other!,
      decided_by: 'Test',
      decided_at: now,
    };
    await db.insertInto('handovers').values(handover).execute();
    const told = {
      ...added,
      title: 'What is late',
      href: '/today',
      until: now.toZonedDateTimeISO('UTC').toPlainDate(),
    };
    await db
      .insertInto('tidings')
      .values({ ...told, once: 'a Monday' })
      .execute();
  });
}

/** Everybody leaves, every plan is taken out, and whatever waited is done with. */
async function endEverything(): Promise<void> {
  const { administrator, viewer } = body;
  const now = site.clock.now();
  const today = now.toZonedDateTimeISO('UTC').toPlainDate();
  await site.within(administrator.organisation, async ({ db }) => {
    await db.updateTable('people').set({ ends_on: today }).execute();
    await db.updateTable('role_holders').set({ ends_on: today }).execute();
    await db.updateTable('plans').set({ removed_at: now, removed_by: 'Test' }).execute();
    await db.updateTable('readings').set({ status: 'discarded' }).where('status', '<>', 'accepted').execute();
    await db.updateTable('messages').set({ state: 'accepted', settled_at: now }).execute();
    await db.updateTable('incoming_messages').set({ looked_at: now, looked_at_by: 'Test' }).execute();
  });
  await site.query('update memberships set ended_at = $2 where account_id = $1', [
    viewer.account.id,
    now.toString(),
  ]);
}

before(async () => {
  body = await makeBody(site, 'Kittiwake');
  await fill();
});

test('what is kept for a time says which job sees to it', () => {
  const spans = declared.filter(({ kept }) => /\b(days?|weeks?|months?|years?)\b/i.test(kept.words));
  assert.deepEqual(
    spans.filter(({ kept }) => !kept.by).map(({ table }) => table),
    [],
  );
});

test('every rule of keeping runs: once everything is over and its time has passed, nothing is left', async () => {
  assert.deepEqual(await tables(rows => rows === 0), [], 'each has something that its rule will see to');
  await endEverything();
  const end = site.clock.now().add({ hours: 24 * 365 * 9 });
  // one night's jobs go in no order that is promised: what one lets go of, another may take the next night
  for (const night of [0, 1, 2]) await runTimed(site, end.add({ hours: 24 * night }));
  assert.deepEqual(await tables(rows => rows > 0), []);
});
