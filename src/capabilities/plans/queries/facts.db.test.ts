import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../../tests/support/database.ts';
import { newPlan, organisationWithin } from '../../../../tests/support/plans.ts';
import { createPlan } from '../actions/create-plan.ts';
import { planAround } from './plan.ts';

const { database, drop } = await testDatabase();
after(drop);
const inside = await organisationWithin(database);
const now = Temporal.Instant.from('2025-04-08T13:05:00Z');

const aPlan = () => inside(within => createPlan(within, newPlan(), now));

const numberOf = (plan: string) =>
  inside(async ({ db }) => {
    const row = db.selectFrom('plans').select('facts_version').where('id', '=', plan);
    return Number((await row.executeTakeFirstOrThrow()).facts_version);
  });

/** What it does to a line or a section of the plan, in a transaction of its own. */
const change = (plan: string, what: string) =>
  inside(({ db }) => sql.raw(what.replaceAll('PLAN', `'${plan}'`)).execute(db));

for (const [what, statement] of Object.entries({
  'an owner': `update lines set accountable = 'Harbour office' where plan_id = PLAN and position = 2`,
  'a state': `update lines set state = 'complete' where plan_id = PLAN and position = 2`,
  'a timing': `update lines set schedules = '[]' where plan_id = PLAN and dated`,
  'a line that goes': `delete from lines where plan_id = PLAN and position = 4`,
  'the title of a section': `update plan_sections set title = 'Renamed' where plan_id = PLAN and position = 1`,
}))
  test(`${what} moves the number of a plan’s facts on, and is seen at once`, async () => {
    const plan = await aPlan();
    const [before, number] = [await inside(within => planAround(within, plan, {})), await numberOf(plan)];
    await change(plan, statement);
    const now = await inside(within => planAround(within, plan, {}));
    assert.ok((await numberOf(plan)) > number);
    const facts = ({ tallies, sections, owners }: NonNullable<typeof now>) => ({ tallies, sections, owners });
    assert.notDeepEqual(facts(now!), facts(before!));
  });

test('words alone move nothing, since nothing around the lines tells of them', async () => {
  const plan = await aPlan();
  const number = await numberOf(plan);
  await change(plan, `update lines set comments = 'Told at the meeting' where plan_id = PLAN`);
  assert.equal(await numberOf(plan), number);
});

test('what was undone was never known', async () => {
  const plan = await aPlan();
  const rename = (title: string) =>
    `update plan_sections set title = '${title}' where plan_id = PLAN and position = 1`;
  await inside(async within => {
    await sql.raw(rename('Undone').replaceAll('PLAN', `'${plan}'`)).execute(within.db);
    throw new Error('undone');
  }).catch(() => undefined);
  await change(plan, rename('Kept'));
  const around = await inside(within => planAround(within, plan, {}));
  assert.equal(around?.sections[0]?.title, 'Kept');
});

test('an owner beyond those that are offered is offered when it is asked for', async () => {
  const plan = await aPlan();
  await change(
    plan,
    `insert into lines (plan_id, section_id, position, accountable, state, created_at, changed_at)
     select PLAN, (select id from plan_sections where plan_id = PLAN and position = 1), 100 + n,
       'Officer ' || lpad(n::text, 3, '0'), 'unknown', now(), now() from generate_series(1, 230) n`,
  );
  const around = await inside(within => planAround(within, plan, { owner: 'officer 229' }));
  assert.deepEqual(around?.owners[0], { key: 'officer 229', owner: 'Officer 229', lines: 1 });
  assert.equal(new Set(around?.owners.map(one => one.key)).size, around?.owners.length);
});
