import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sources } from '../../../scripts/checks/sources.ts';
import { sourceFaults, WAYS } from './faults.ts';

const withoutTests = () => sources(['src/**/*.ts']).filter(({ path }) => !path.endsWith('.test.ts'));

test('nothing goes around the one way to organisation data', () => {
  assert.deepEqual(sourceFaults(withoutTests()), []);
});

const PLANTED = [
  'await sql`RESET ROLE`.execute(db);',
  'await sql`set local role none`.execute(db);',
  'await sql`SET SESSION AUTHORIZATION DEFAULT`.execute(db);',
  `await sql\`select set_config('role', 'none', true)\`.execute(db);`,
  'await sql`set local commsgrid.organisation = other`.execute(db);',
  'await sql`alter table plans disable row level security`.execute(db);',
  'const client = new pg.Client(connection);',
  'const pool = new Pool();',
  `await database.pool.query('select * from plans');`,
  'await sql.raw(words).execute(db);',
  'await database.beforeOrganisation(db => plans(db));',
  'await database.inOrganisation({ organisation: form.organisation, actor }, plans);',
];

for (const text of PLANTED)
  test(`finds ${text}`, () => {
    const path = 'src/capabilities/plans/queries.ts';
    const found = sourceFaults([{ path, text }]).filter(fault => fault.startsWith(path));
    assert.equal(found.length, 1, found.join('\n'));
  });

test('finds a permission that nobody needs any more', () => {
  const way = { ...WAYS[0]!, allowed: { 'src/capabilities/plans/queries.ts': 'once' } };
  assert.match(
    sourceFaults([{ path: 'src/capabilities/plans/queries.ts', text: '' }], [way])[0]!,
    /does not/,
  );
});
