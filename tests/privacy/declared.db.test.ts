import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { timedOf } from '../../src/platform/jobs/timed.ts';
import { testSite } from '../support/site.ts';
import { NOT_PERSONAL } from './not-personal.ts';

const site = await testSite();
after(site.close);

const declared = site.capabilities.flatMap(({ personal = [] }) => personal);

const columns = await site.query<{ table: string; column: string }>(
  `select c.relname as "table", a.attname as "column" from pg_class c
   join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
   join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped where c.relkind = 'r'`,
);
const tables = [...new Set(columns.map(({ table }) => table))].sort();

test('every table says what it keeps of people and why, or why it keeps nothing', () => {
  const known = new Set([...declared.map(({ table }) => table), ...Object.keys(NOT_PERSONAL)]);
  assert.deepEqual(
    tables.filter(table => !known.has(table)),
    [],
    'declare them in a personal.ts, or say in tests/privacy/not-personal.ts why not',
  );
  assert.deepEqual(
    Object.keys(NOT_PERSONAL).filter(
      table => !tables.includes(table) || declared.some(one => one.table === table),
    ),
    [],
  );
});

test('what is declared is there: columns, and the job that sees to each rule', () => {
  const there = new Set(columns.map(({ table, column }) => `${table}.${column}`));
  const jobs = new Set(timedOf(site.capabilities).map(({ name }) => name));
  const wrong = declared.flatMap(({ table, of, shown, erased, kept }) => {
    const erasedColumns =
      typeof erased === 'object' && !('stays' in erased) && !('by' in erased) ? Object.keys(erased) : [];
    const named = [...Object.values(of).flat(), ...shown, ...erasedColumns].map(
      column => `${table}.${column}`,
    );
    const missing = named.filter(column => !there.has(column));
    return kept.by && !jobs.has(kept.by) ? [...missing, `the job ${kept.by} of ${table}`] : missing;
  });
  assert.deepEqual(wrong, []);
});

test('what erasing changes, whoever erases may change', async () => {
  const asked = declared.flatMap(({ table, erased }) => {
    if (erased === 'rows') return [{ table, column: '' }];
    const changes = !('stays' in erased) && !('by' in erased);
    return changes ? Object.keys(erased).map(column => ({ table, column })) : [];
  });
  const refused = await site.query(
    `select * from jsonb_to_recordset($1) as a ("table" text, "column" text) where not case when "column" = ''
       then has_table_privilege('commsgrid_member', "table", 'delete')
       else has_column_privilege('commsgrid_member', "table", "column", 'update') end`,
    [JSON.stringify(asked)],
  );
  assert.ok(asked.length > 30);
  assert.deepEqual(refused, [], 'grant it in a migration');
});

test('each says in sentences what, why and for how long', () => {
  for (const { table, what, why, kept } of declared) {
    assert.ok(what.length > 10 && why.endsWith('.') && kept.words.endsWith('.'), table);
  }
});
