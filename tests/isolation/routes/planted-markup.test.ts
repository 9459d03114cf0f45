import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { routeList } from '../../../src/platform/http/route-list.ts';
import { testSite } from '../../support/site.ts';
import { addressOf } from './addresses.ts';
import { type Body, makeBody } from './body.ts';
import type { Kind } from './ids.ts';

const site = await testSite();
after(site.close);

/** Ends an attribute in either kind of quotes, and begins an element that no page of ours has. */
const PLANTED = `"'><b data-planted>Dunlin`;

let body: Body;
before(async () => {
  body = await makeBody(site, 'Dunlin');
  const { organisation } = body.ids;
  await site.query(`update accounts set name = replace(name, 'Dunlin', $1)`, [PLANTED]);
  await site.query(`update organisations set name = replace(name, 'Dunlin', $1)`, [PLANTED]);
  for (const { table, column, type } of await wordColumns()) {
    if (table === 'plan_sections' && type === 'jsonb') await headings(organisation[0]!);
    await plant(organisation[0]!, table, column, type);
  }
  await namesOfOwners(organisation[0]!);
});

/** Every column of organisation data that holds words, but for history and answers, which are never written over. */
const wordColumns = () =>
  site.query<{ table: string; column: string; type: string }>(`
    select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relnamespace = 'public'::regnamespace and c.relforcerowsecurity and c.relkind = 'r' and c.relname not in ('history', 'request_updates')
      and (c.relname, a.attname) <> ('lines', 'accountable')
      and format_type(a.atttypid, null) in ('text', 'jsonb', 'text[]')
      and has_column_privilege('commsgrid_member', c.oid, a.attname, 'update')
    order by 1, 2`);

const plant = (organisation: string, table: string, column: string, type: string) =>
  site.within(organisation, async ({ db }) => {
    const words = type === 'text' ? PLANTED : JSON.stringify(PLANTED).slice(1, -1);
    const [tableRef, columnRef] = [sql.table(table), sql.ref(column)];
    await sql`update ${tableRef} set ${columnRef} = replace(${columnRef}::text, 'Dunlin', ${words})::${sql.raw(type)}
      where ${columnRef}::text like '%Dunlin%'`.execute(db);
  });

/** Beside a line stands the name of its owner, and no other. */
const namesOfOwners = (organisation: string) =>
  site.within(organisation, ({ db }) =>
    sql`update lines l set accountable = o.name from owners o where o.id = l.accountable_id`.execute(db),
  );

const headings = (organisation: string) =>
  site.within(organisation, ({ db }) =>
    sql`update plan_sections set columns = replace(columns::text, 'Deliverable', 'Dunlin deliverable')::jsonb`.execute(
      db,
    ),
  );

test('words that are markup stay words on every page', async () => {
  const first = (kind: Kind) => body.ids[kind][0]!;
  const addresses = (await routeList(site.capabilities))
    .filter(({ method }) => method === 'GET')
    .map(({ path }) => addressOf(path, first));
  let shown = 0;
  for (const address of addresses) {
    const page = await body.administrator.get(address);
    if (!String(page.headers['content-type']).startsWith('text/html')) continue;
    const [found] = page.dom.querySelectorAll('[data-planted]');
    assert.ok(!found, `${address}: ${found?.parentNode?.outerHTML.slice(0, 300)}`);
    if (page.text.includes('<b data-planted>')) shown++;
  }
  assert.ok(shown > 40, `only ${shown} pages show it`);
});
