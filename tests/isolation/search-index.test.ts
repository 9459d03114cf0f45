import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { createPlan } from '../../src/capabilities/plans/index.ts';
import type { Within } from '../../src/platform/database/database.ts';
import { testDatabase } from '../support/database.ts';
import { newLine, newPlan, organisationWithin, RECOMMENDATION_COLUMNS } from '../support/plans.ts';

const { database, drop } = await testDatabase();
after(drop);

const LINES = 20_000;
const NOW = Temporal.Instant.from('2025-04-08T09:00:00Z');

let inAshmere: <T>(work: (within: Within) => Promise<T>) => Promise<T>;
let inSaltby: typeof inAshmere;
let plan: string;

before(async () => {
  inAshmere = await organisationWithin(database);
  inSaltby = await organisationWithin(database, 'Saltby District Council');
  const lines = Array.from({ length: LINES }, (_, number) =>
    newLine({
      what: `Send leaflet ${number} to ward ${number % 300}`,
      owner: number % 100 === 7 ? 'Library manager' : 'Team',
    }),
  );
  const section = (title: string) => ({ title, columns: RECOMMENDATION_COLUMNS, lines });
  plan = await inAshmere(within => createPlan(within, newPlan({ sections: [section('All')] }), NOW));
  await inSaltby(within => createPlan(within, newPlan(), NOW));
  await inAshmere(({ db }) => sql`select settle_lines()`.execute(db));
});

type Asked = { milliseconds: number; found: number; indexScans: number; tableScans: number };

/** What PostgreSQL counted in this transaction: walks through an index, or through the whole table. */
const SCANS = sql<{ index: number; table: number }>`select
  pg_stat_get_xact_numscans('lines_by_words'::regclass)::int as index,
  pg_stat_get_xact_numscans('lines'::regclass)::int as table`;

/** Inside a function nothing is explained, so its time is taken from outside and its ways are counted. */
async function ask({ db }: Within, wanted: string): Promise<Asked> {
  const before = (await SCANS.execute(db)).rows[0]!;
  const { rows } = await sql<{
    'QUERY PLAN': { 'Execution Time': number; Plan: { 'Actual Rows': number } }[];
  }>`
    explain (analyze, format json) select unnest(ids) from words_in_plan(${wanted}, ${plan}, 1000, null, false, null)`.execute(
    db,
  );
  const after = (await SCANS.execute(db)).rows[0]!;
  const explained = rows[0]!['QUERY PLAN'][0]!;
  return {
    milliseconds: explained['Execution Time'],
    found: explained.Plan['Actual Rows'],
    indexScans: after.index - before.index,
    tableScans: after.table - before.table,
  };
}

for (const { wanted, found } of [
  { wanted: 'leaflet 12345', found: 1 },
  { wanted: '"ward 299"', found: 66 },
  { wanted: 'library', found: 200 },
])
  test(`${wanted} is found among twenty thousand lines by the index, in less than five milliseconds`, async () => {
    const asked: Asked[] = [];
    for (let time = 0; time < 5; time++) asked.push(await inAshmere(within => ask(within, wanted)));
    for (const one of asked) {
      assert.equal(one.found, found);
      assert.ok(one.indexScans > 0, 'the index of words was not used');
      assert.equal(one.tableScans, 0, 'the table was walked through');
    }
    const quickest = Math.min(...asked.map(one => one.milliseconds)); // the machine may be busy with other things
    assert.ok(quickest < 5, `took ${quickest} milliseconds`);
  });

test('the same words find nothing for another organisation, with its own plan or with the other’s', async () => {
  assert.equal((await inSaltby(within => ask(within, 'leaflet'))).found, 0);
  const { rows } = await inSaltby(({ db }) =>
    sql`select found, ids from words_in_plan('"ward 299"', ${plan}, 1000, null, false, null)`.execute(db),
  );
  assert.deepEqual(rows, [{ found: 0, ids: null }]);
});

test('across plans the same words find nothing for another organisation, with its own plans or with the other’s', async () => {
  const search = (inside: typeof inAshmere, wanted: string) =>
    inside(async ({ db }) => {
      const before = (await SCANS.execute(db)).rows[0]!;
      const { rows } = await sql<{ found: number; ids: string[] | null }>`
        select found, ids from words_in_plans(${wanted}, ${[plan]}::uuid[], 1000, null, null, false, 50)`.execute(
        db,
      );
      const after = (await SCANS.execute(db)).rows[0]!;
      return { ...rows[0]!, walked: after.table - before.table };
    });
  const own = await search(inAshmere, '"ward 299"');
  assert.deepEqual(
    { found: own.found, ids: own.ids?.length, walked: own.walked },
    { found: 66, ids: 50, walked: 0 },
  );
  assert.deepEqual(await search(inSaltby, '"ward 299"'), { found: 0, ids: null, walked: 0 });
});
