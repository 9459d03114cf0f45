import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../../tests/support/database.ts';
import {
  newLine,
  newPlan,
  organisationWithin,
  RECOMMENDATION_COLUMNS,
} from '../../../../tests/support/plans.ts';
import type { State } from '../../../reading/reading.ts';
import { createPlan } from '../actions/create-plan.ts';
import { readAsked } from '../rules/asked-address.ts';
import { matchingLines } from './lines.ts';
import { linesInOrder } from './lines-in-order.ts';

const { database, drop } = await testDatabase();
after(drop);
const inside = await organisationWithin(database);
const now = Temporal.Instant.from('2025-04-08T13:05:00Z');
const STATES: State[] = ['complete', 'ongoing', 'unknown'];

const aPlan = (title: string, lines: number) =>
  inside(within => {
    const rows = Array.from({ length: lines }, (_, number) =>
      newLine({
        reference: `R${number}`,
        what: `Do thing ${number}`,
        owner: number % 9 ? `Officer ${number % 40}` : '',
        state: STATES[number % 3],
        doubts: number % 40 ? [] : [{ field: 'owner', reason: 'Nobody is named.' }],
      }),
    );
    const sections = [{ title: 'All', columns: RECOMMENDATION_COLUMNS, lines: rows }];
    return createPlan(within, newPlan({ title, sections }), now);
  });

let plans: string[];
before(async () => {
  plans = [];
  for (const [number, lines] of [3000, 900, 900, 900].entries())
    plans.push(await aPlan(`Plan ${number}`, lines));
  const [large] = plans;
  await inside(async ({ db }) => {
    await sql`update lines set tags = '{harbour}' where plan_id = ${plans[3]} and position % 9 = 0`.execute(
      db,
    );
    await sql`update plans set removed_at = now() where id = ${large}`.execute(db);
    await sql`select settle_lines()`.execute(db);
  });
});

type Node = {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: Node[];
};

/** How many lines were read for a page: those that were given on, and those that were looked at for nothing. */
function linesRead(node: Node): number {
  const own =
    node['Relation Name'] === 'lines' ? node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) : 0;
  return own * node['Actual Loops'] + (node.Plans ?? []).map(linesRead).reduce((sum, one) => sum + one, 0);
}

async function readFor(query: string): Promise<number> {
  const asked = readAsked(Object.fromEntries(new URLSearchParams(query)), 'Europe/London');
  const page = linesInOrder(asked, { columns: sql`l.id, l.plan_id as plan, l.position`, most: 51 });
  const { rows } = await inside(({ db }) =>
    sql<{ 'QUERY PLAN': { Plan: Node }[] }>`explain (analyze, format json) ${page}`.execute(db),
  );
  return linesRead(rows[0]!['QUERY PLAN'][0]!.Plan);
}

for (const sort of ['', 'reference', 'owner', 'state', 'changed'])
  for (const filter of ['', 'state=complete', 'only=unowned'])
    test(`a page sorted by ${sort || 'plan'}${filter && `, ${filter}`}, walks an index and no plan that was taken out`, async () => {
      const read = await readFor(`${filter}&sort=${sort}`);
      assert.ok(read >= 51 && read < 1000, `${read} lines were read`);
    });

test('a filter that few lines have reads these', async () => {
  for (const query of ['only=doubtful', 'only=doubtful&sort=owner', 'marking=OFFICIAL', 'since=2099-01-01'])
    assert.ok((await readFor(query)) < 300, query);
});

test('all lines that match are given in their order, lot by lot', async () => {
  const asked = readAsked({ state: 'complete', sort: 'owner' }, 'Europe/London');
  const lots = await inside(async within => {
    const found = [];
    for await (const lot of matchingLines(within, asked, { atOnce: 200 })) found.push(lot);
    return found;
  });
  assert.deepEqual(
    lots.map(lot => lot.length),
    [200, 200, 200, 200, 100],
  );
  const lines = lots.flat();
  assert.equal(new Set(lines.map(line => line.id)).size, 900);
  const keys = lines.map(line => String(line.key));
  assert.deepEqual(keys, keys.toSorted());
  assert.equal(
    lines.some(line => line.plan === plans[0]),
    false,
  );
});

test('a tag finds its lines as long as they have it, and goes with its line', async () => {
  const tagged = async (query: string) => {
    const asked = readAsked(Object.fromEntries(new URLSearchParams(query)), 'Europe/London');
    return inside(async within => {
      let count = 0;
      for await (const lot of matchingLines(within, asked)) count += lot.length;
      return count;
    });
  };
  const change = (what: string) => inside(({ db }) => sql.raw(what).execute(db));
  assert.equal(await tagged('tag=harbour'), 100);
  await change(`update lines set tags = '{quay}' where plan_id = '${plans[3]}' and position = 9`);
  assert.equal(await tagged('tag=harbour'), 99);
  assert.equal(await tagged(`tag=quay&plan=${plans[3]}`), 1);
  await change(`delete from lines where plan_id = '${plans[3]}' and position = 9`);
  assert.equal(await tagged('tag=quay'), 0);
});
