import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { createPlan } from '../../src/capabilities/plans/index.ts';
import { firstBrokenEntry } from '../../src/platform/history/history.ts';
import { cameIn } from '../support/came-in.ts';
import { newLine, newPlan, RECOMMENDATION_COLUMNS } from '../support/plans.ts';
import { testSite } from '../support/site.ts';

const site = await testSite();
after(site.close);

const NAME = 'Wilhelmina Quayle';
const EMAIL = 'wilhelmina.quayle@ashmere.example';

/** Every place where words stand that only this person has, table by table; documents and what is copied from them apart. */
async function placesNaming(organisation: string): Promise<string[]> {
  const tables = await site.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind = 'r' order by 1`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const naming = `select t::text as row from "${name}" t where t::text ilike '%quayle%'`;
    const inside = await site
      .within(organisation, async ({ db }) => (await sql.raw(naming).execute(db)).rows)
      .catch(() => site.query(naming)); // not an organisation's own
    if (inside.length) found.push(`${name}: ${inside.length}`);
  }
  return found;
}

test('whoever is erased is named nowhere any more, what was done stays, and every history holds', async () => {
  const organisation = await site.organisation('Borough of Fernholt');
  const administrator = await site.person({ role: 'administrator', organisation, name: 'Ada Admin' });
  const them = await site.person({ role: 'editor', organisation, name: NAME, email: EMAIL });
  // a person of the register, with an account
  await site.within(organisation, async within => {
    const now = site.clock.now();
    const person = {
      name: NAME,
      email: EMAIL,
      account_id: them.account.id,
      created_at: now,
      changed_at: now,
    };
    const { id } = await within.db
      .insertInto('people')
      .values(person)
      .returning('id')
      .executeTakeFirstOrThrow();
    await within.db
      .insertInto('owners')
      .values([
        { name: NAME, kind: 'person', person_id: id, created_at: now, changed_at: now },
        { name: 'Prevention', kind: 'team', person_id: id, created_at: now, changed_at: now },
      ])
      .execute();
    const line = newLine({ what: 'Publish the leaflet', owner: '' });
    const sections = [{ title: '', columns: RECOMMENDATION_COLUMNS, lines: [line] }];
    await createPlan(within, newPlan({ title: 'Fernholt plan', sections }), now);
  });
  const page = await site.within(organisation, async ({ db }) => {
    const line = await db.selectFrom('lines').select(['id', 'plan_id as plan']).executeTakeFirstOrThrow();
    return `/plans/${line.plan}/lines/${line.id}`;
  });
  await them.post(`${page}/comments`, { body: `I am ${NAME} and I do this.` });
  await them.upload(`${page}/files`, { name: 'proof.txt', content: 'It happened.' });
  await them.post('/views', { name: 'Mine', list: '/lines', said: 'q=leaflet' });
  await administrator.post(page, { version: '1', accountable: NAME });
  await cameIn(site, organisation, { from: { name: NAME, address: EMAIL } });
  await them.get(page);

  const before = await placesNaming(organisation);
  assert.ok(before.length > 8, before.join());
  const known = await administrator.get(`/organisation/privacy/somebody?who=${encodeURIComponent(NAME)}`);
  const record = known.dom.querySelectorAll('input[name=record]').map(tick => tick.getAttribute('value')!);
  assert.equal(record.length, 2, 'the person and the account');
  const fields = { who: EMAIL, record };
  const all = await administrator.get(
    `/organisation/privacy/somebody?${new URLSearchParams([['who', EMAIL], ...record.map(key => ['record', key])])}`,
  );
  for (const said of [
    /People who work here/,
    /Who can sign in/,
    /What somebody said of a plan or a line/,
    /Replies that somebody wrote/,
  ])
    assert.match(all.text, said);

  const unsure = await administrator.post('/organisation/privacy/somebody/erase', {
    ...fields,
    eraseReference: 'ER 1',
  });
  assert.equal(unsure.status, 422);
  const handed = await administrator.post('/organisation/privacy/somebody/access', {
    ...fields,
    reference: 'SAR 1',
    format: 'json',
  });
  assert.match(handed.html, /I am Wilhelmina Quayle/);
  const done = await administrator.post(
    '/organisation/privacy/somebody/erase',
    { ...fields, eraseReference: 'ER 1', sure: 'yes' },
    { follow: true },
  );
  assert.match(done.text, /Erased: \d+ records were changed\. Their account is gone/);
  assert.match(done.text, /ER 1 Erased/);
  assert.match(done.text, /SAR 1 Handed out/);
  assert.deepEqual(await placesNaming(organisation), []);
  await site.within(organisation, async within => {
    const subjects = await within.db
      .selectFrom('history')
      .select(['subject_kind as kind', 'subject_id as id'])
      .distinct()
      .execute();
    for (const subject of subjects) assert.equal(await firstBrokenEntry(within, subject), undefined);
  });
  const history = await administrator.get(page);
  assert.match(history.text, /Publish the leaflet/);
  assert.equal((await them.get('/plans')).status, 303, 'they are out');
});
