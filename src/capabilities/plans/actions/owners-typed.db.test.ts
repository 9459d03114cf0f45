import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testDatabase } from '../../../../tests/support/database.ts';
import {
  newLine,
  newPlan,
  organisationWithin,
  RECOMMENDATION_COLUMNS,
} from '../../../../tests/support/plans.ts';
import { lineInPlan } from '../queries/line.ts';
import { ownerValues } from '../rules/line-owners.ts';
import { createPlan } from './create-plan.ts';
import { saveLine } from './save-line.ts';

const { database, drop } = await testDatabase();
after(drop);
const inside = await organisationWithin(database);
const now = Temporal.Instant.from('2025-04-08T13:05:00Z');
const occasion = { now, today: Temporal.PlainDate.from('2025-04-08') };

/** A line with this owner cell, edited in these steps; who answers, and who contributes, after each. */
async function edited(cell: string, ...steps: Record<string, string>[]) {
  return inside(async within => {
    const lines = [newLine({ what: 'Publish', owner: cell })];
    const sections = [{ title: '', columns: RECOMMENDATION_COLUMNS, lines }];
    const plan = await createPlan(within, newPlan({ sections }), now);
    const { id } = await within.db
      .selectFrom('lines')
      .select('id')
      .where('plan_id', '=', plan)
      .executeTakeFirstOrThrow();
    const told = async () => {
      const found = (await lineInPlan(within, plan, id))!;
      const { accountable, contributors } = ownerValues(found.owners);
      return [accountable, contributors.replaceAll('\n', ', ')].filter(Boolean).join(' with ') || 'nobody';
    };
    const after = [await told()];
    for (const [index, values] of steps.entries()) {
      await saveLine(within, { plan, line: id, version: index + 1, values }, occasion);
      after.push(await told());
    }
    return after;
  });
}

const CASES: [string, string, Record<string, string>[], string[]][] = [
  ['another clear cell', 'Jo Marsh', [{ owner: 'Sam Birch' }], ['Jo Marsh', 'Sam Birch']],
  ['a cell of several', 'Jo Marsh', [{ owner: 'Jo Marsh / Sam Birch' }], ['Jo Marsh', 'nobody']],
  [
    'a cell that says who leads',
    'All',
    [{ owner: 'Jo Marsh (lead), Web Team' }],
    ['nobody', 'Jo Marsh with Web Team'],
  ],
  ['an emptied cell', 'Jo Marsh', [{ owner: '' }], ['Jo Marsh', 'nobody']],
  [
    'somebody chosen',
    'All',
    [{ accountable: 'Town Clerk' }, { owner: 'Jo Marsh' }],
    ['nobody', 'Town Clerk', 'Town Clerk'],
  ],
  [
    'nobody chosen',
    'Jo Marsh',
    [{ accountable: '' }, { comments: 'Soon' }],
    ['Jo Marsh', 'nobody', 'nobody'],
  ],
  [
    'nobody chosen together with a cell',
    'All',
    [{ accountable: '', owner: 'Jo Marsh' }],
    ['nobody', 'Jo Marsh'],
  ],
  [
    'a person cleared together with a cell',
    'Sam Birch',
    [{ accountable: '', owner: 'Jo Marsh' }],
    ['Sam Birch', 'nobody'],
  ],
  [
    'contributors, one of whom answers',
    'Jo Marsh',
    [{ contributors: 'Web Team\nJo Marsh\n Web  Team' }],
    ['Jo Marsh', 'Jo Marsh with Web Team'],
  ],
  [
    'a contributor who comes to answer',
    'Lead: Jo Marsh Support: IT',
    [{ accountable: 'IT' }],
    ['Jo Marsh with IT', 'IT'],
  ],
];
for (const [what, cell, steps, expected] of CASES)
  test(`a line after ${what}`, async () => {
    assert.deepEqual(await edited(cell, ...steps), expected);
  });

test('a changed cell that settles nothing is asked about', async () => {
  await inside(async within => {
    const plan = await createPlan(within, newPlan(), now);
    const { id } = await within.db
      .selectFrom('lines')
      .select('id')
      .where('plan_id', '=', plan)
      .where('position', '=', 1)
      .executeTakeFirstOrThrow();
    await saveLine(within, { plan, line: id, version: 1, values: { owner: 'KB / AD' } }, occasion);
    const asked = (await lineInPlan(within, plan, id))!.line.doubts;
    assert.deepEqual(asked, [
      { field: 'owner', reason: 'the cell names 2 owners and does not say who leads: who answers for it?' },
    ]);
    await saveLine(within, { plan, line: id, version: 2, values: { accountable: 'KB' } }, occasion);
    assert.deepEqual((await lineInPlan(within, plan, id))!.line.doubts, []);
  });
});
