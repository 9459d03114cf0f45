import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { createPlan } from '../../src/capabilities/plans/index.ts';
import { putInOutbox } from '../../src/platform/mail/outbox.ts';
import type { PersonalData } from '../../src/platform/privacy/personal-data.ts';
import { askedOn } from '../support/asked.ts';
import { cameIn } from '../support/came-in.ts';
import { holderIn, personIn } from '../support/people.ts';
import { newLine, newPlan, RECOMMENDATION_COLUMNS } from '../support/plans.ts';
import { testSite } from '../support/site.ts';
import { NOT_PERSONAL } from './not-personal.ts';

const site = await testSite();
after(site.close);

const NAME = 'Wilhelmina Quayle';
const EMAIL = 'wilhelmina.quayle@ashmere.example';

const naming = (table: string) =>
  sql`from ${sql.table(table)} t where t::text ilike ${`%${NAME}%`} or t::text ilike ${`%${EMAIL}%`}`;

/** Tables of an organisation that have the person's name or address anywhere. */
async function tablesNaming(organisation: string): Promise<string[]> {
  const tables = await site.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind = 'r' order by 1`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await site
      .within(organisation, async ({ db }) => (await sql`select ${naming(name)} limit 1`.execute(db)).rows)
      .catch(() => []); // a table that no person of an organisation may read
    if (rows.length) found.push(name);
  }
  return found;
}

/** Its rows that name the person, as they are handed out. */
const rowsNaming = (organisation: string, { table, shown }: PersonalData) =>
  site.within(organisation, async ({ db }) => {
    const columns = sql.join(shown.map(column => sql.ref(`t.${column}`)));
    const { rows } = await sql`select ${columns} ${naming(table)}`.execute(db);
    return rows.map(row => JSON.stringify(row));
  });

/** Somebody who has worked here for a while: whatever keeps a name has theirs. */
async function aLife(organisation: string) {
  const ada = await site.person({ role: 'administrator', organisation, name: 'Ada Admin' });
  const them = await site.person({ role: 'editor', organisation, name: NAME, email: EMAIL });
  const person = await personIn(site, organisation, { name: NAME, email: EMAIL, account: them.account.id });
  const holder = await holderIn(site, organisation, { name: NAME, email: EMAIL });
  const { owner, ask } = askedOn(site, organisation);
  await owner(NAME, person);
  const lines = [
    newLine({ what: 'Publish the leaflet', owner: NAME }),
    newLine({ what: 'Ring the schools' }),
  ];
  const sections = [{ title: '', columns: RECOMMENDATION_COLUMNS, lines }];
  const plan = await site.within(organisation, within =>
    createPlan(within, newPlan({ title: 'Fernholt plan', sections }), site.clock.now()),
  );
  await site.runJobs();
  const [line, other] = await site.within(organisation, ({ db }) =>
    db.selectFrom('lines').select('id').orderBy('position').execute(),
  );
  const here = `/plans/${plan}/lines/${line!.id}`;
  const renamed = await ada.post(`/plans/${plan}/lines/${other!.id}/edit`, {
    ...{ version: '1', what: 'Ring the schools', state: 'unknown', marking: 'none' },
    accountable: NAME,
  });
  assert.equal(renamed.status, 303);
  await them.post(`${here}/comments`, { body: `I am ${NAME} and I do this.` });
  await them.upload(`${here}/files`, { name: 'proof.txt', content: 'It happened.' });
  await them.post('/views', { name: 'Mine', list: '/lines', said: 'q=leaflet' });
  await them.get(`/plans/${plan}/export.csv`);
  await them.post(`${here}/remove`, { reason: 'Done twice', version: '1' });
  await them.upload('/readings', { name: 'Plan.txt', content: 'A plan' });
  await cameIn(site, organisation, { from: { name: NAME, address: EMAIL } });
  await site.within(organisation, within => {
    const message = {
      kind: 'test',
      to: { name: NAME, address: EMAIL },
      subject: 'Asked',
      text: 'Is it done?',
    };
    return putInOutbox(within, message, site.clock.now());
  });
  await ask({ of: { person }, what: 'Is it done?', by: '2025-04-20' });
  return { ada, records: [`person:${person}`, `account:${them.account.id}`, `holder:${holder}`] };
}

test('an answer has whatever any table keeps under somebody’s name or address', async () => {
  const organisation = await site.organisation('Borough of Fernholt');
  const { ada, records } = await aLife(organisation);
  const tables = await tablesNaming(organisation);
  assert.ok(tables.length > 12, tables.join());
  const form = { who: NAME, record: records, reference: 'SAR 1', format: 'json' };
  const handed = await ada.post('/organisation/privacy/somebody/access', form);
  const answered = (JSON.parse(handed.html) as { rows: unknown[] }[]).flatMap(({ rows }) => rows);
  const all = new Set(answered.map(row => JSON.stringify(row)));
  const declared = site.capabilities.flatMap(({ personal = [] }) => personal);
  const left: string[] = [];
  for (const table of tables.filter(one => !(one in NOT_PERSONAL))) {
    const kinds = declared.filter(one => one.table === table);
    assert.ok(kinds.length, table);
    for (const row of await rowsNaming(organisation, kinds[0]!))
      if (!all.has(row)) left.push(`${table}: ${row}`);
  }
  assert.deepEqual(left, [], 'say in a personal.ts how these rows are found');
});
