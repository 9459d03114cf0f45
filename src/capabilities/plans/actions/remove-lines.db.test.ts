import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testDatabase } from '../../../../tests/support/database.ts';
import {
  newLine,
  newPlan,
  organisationWithin,
  RECOMMENDATION_COLUMNS,
} from '../../../../tests/support/plans.ts';
import { firstBrokenEntry, historyOf } from '../../../platform/history/history.ts';
import { lineInPlan } from '../queries/line.ts';
import { planAround } from '../queries/plan.ts';
import { addLine } from './add-line.ts';
import { createPlan } from './create-plan.ts';
import { moveLine } from './move-line.ts';
import { removeLines } from './remove-lines.ts';
import { restoreLines } from './restore-lines.ts';
import { saveLine } from './save-line.ts';

const { database, drop } = await testDatabase();
after(drop);
const inside = await organisationWithin(database);
const occasion = {
  now: Temporal.Instant.from('2025-04-08T13:05:00Z'),
  today: Temporal.PlainDate.from('2025-04-08'),
};
const { now } = occasion;

/** A plan of two sections with the lines a, b, c and d, e, f. */
async function aPlan() {
  const section = (title: string, whats: string[]) => ({
    title,
    columns: RECOMMENDATION_COLUMNS,
    lines: whats.map(what => newLine({ what, owner: `${what} team`, state: 'ongoing' })),
  });
  const sections = [section('First', ['a', 'b', 'c']), section('Second', ['d', 'e', 'f'])];
  return inside(async within => {
    const plan = await createPlan(within, newPlan({ sections }), now);
    const { db } = within;
    const rows = await db.selectFrom('lines').select(['id', 'what']).where('plan_id', '=', plan).execute();
    const parts = await db
      .selectFrom('plan_sections')
      .select('id')
      .where('plan_id', '=', plan)
      .orderBy('position')
      .execute();
    const line = Object.fromEntries(rows.map(row => [row.what, row.id]));
    return { plan, line, first: parts[0]!.id, second: parts[1]!.id };
  });
}

/** "abc def": the lines in order, a blank between sections. */
const order = (plan: string) =>
  inside(async ({ db }) => {
    const rows = await db
      .selectFrom('lines')
      .select(['what', 'section_id', 'position'])
      .where('plan_id', '=', plan)
      .orderBy('position')
      .execute();
    assert.equal(new Set(rows.map(row => row.position)).size, rows.length);
    assert.ok(rows.every(row => row.position > 0));
    return rows
      .map((row, at) => (at && rows[at - 1]!.section_id !== row.section_id ? ` ${row.what}` : row.what))
      .join('');
  });

const tallies = (plan: string) => inside(async within => (await planAround(within, plan, {}))!.tallies);

const take = (plan: string, lines: string[]) =>
  inside(within => removeLines(within, { plan, lines: lines.map(id => ({ id })), reason: 'twice' }, now));
const restore = (plan: string, lines: string[]) =>
  inside(within => restoreLines(within, { plan, lines }, now));

test('a removed line leaves lists and counts, and comes back as it was, with its links and its history', async () => {
  const { plan, line } = await aPlan();
  const id = line.b!;
  const linked = await inside(async ({ db }) => {
    const times = { created_at: now, changed_at: now };
    const audience = await db
      .insertInto('audiences')
      .values({ name: `Residents ${plan}`, ...times })
      .returning('id')
      .executeTakeFirstOrThrow();
    const owner = await db
      .insertInto('owners')
      .values({ name: `Helper ${plan}`, kind: 'team', ...times })
      .returning('id')
      .executeTakeFirstOrThrow();
    await db
      .insertInto('line_audiences')
      .values({ plan_id: plan, line_id: id, audience_id: audience.id })
      .execute();
    await db
      .insertInto('line_contributors')
      .values({ plan_id: plan, line_id: id, owner_id: owner.id })
      .execute();
    await db
      .updateTable('lines')
      .set({ tags: ['website', 'panels'] })
      .where('id', '=', id)
      .execute();
    return { audience: audience.id };
  });
  const before = await inside(within => lineInPlan(within, plan, id));
  const whole = await tallies(plan);
  assert.deepEqual(await take(plan, [id]), { removed: [id], left: [] });
  assert.equal(await order(plan), 'ac def');
  assert.equal((await tallies(plan)).lines, whole.lines - 1);
  assert.equal(await inside(within => lineInPlan(within, plan, id)), undefined);
  assert.deepEqual(await restore(plan, [id]), { restored: [id] });
  assert.equal(await order(plan), 'abc def');
  assert.deepEqual(await tallies(plan), whole);
  const now_ = await inside(within => lineInPlan(within, plan, id));
  assert.deepEqual({ ...now_!.line, version: 1 }, { ...before!.line, version: 1 });
  await inside(async within => {
    const { db } = within;
    const links = await db
      .selectFrom('line_audiences')
      .select('audience_id')
      .where('line_id', '=', id)
      .execute();
    assert.deepEqual(links, [{ audience_id: linked.audience }]);
    assert.equal(
      (await db.selectFrom('line_contributors').selectAll().where('line_id', '=', id).execute()).length,
      1,
    );
    const row = await db
      .selectFrom('lines')
      .select(['tags', 'version'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    assert.deepEqual(row, { tags: ['website', 'panels'], version: 3 });
    const subject = { kind: 'line', id };
    const [last, one] = await historyOf(within, subject);
    assert.deepEqual([last?.action, last?.number, one?.action], ['restored', 3, 'removed']);
    assert.deepEqual(one?.changes, [{ field: 'reason', before: null, after: 'twice' }]);
    assert.equal(await firstBrokenEntry(within, subject), undefined);
  });
});

test('a link whose other end is gone meanwhile is left out', async () => {
  const { plan, line } = await aPlan();
  await inside(async ({ db }) => {
    const { id } = await db
      .insertInto('audiences')
      .values({ name: `Traders ${plan}`, created_at: now, changed_at: now })
      .returning('id')
      .executeTakeFirstOrThrow();
    await db
      .insertInto('line_audiences')
      .values({ plan_id: plan, line_id: line.a!, audience_id: id })
      .execute();
  });
  await take(plan, [line.a!]);
  await inside(({ db }) => db.deleteFrom('audiences').where('name', '=', `Traders ${plan}`).execute());
  assert.deepEqual(await restore(plan, [line.a!]), { restored: [line.a] });
});

test('where its place was taken, a line comes back right after the one that stood before it', async () => {
  const { plan, line, first } = await aPlan();
  await take(plan, [line.b!, line.c!]);
  const added = await inside(within =>
    addLine(within, { plan, section: first, values: { what: 'x' } }, occasion),
  );
  assert.ok('line' in added);
  assert.equal(await order(plan), 'ax def');
  await restore(plan, [line.c!, line.b!]);
  assert.equal(await order(plan), 'abcx def');
});

test('lines are added to a section, passed by and moved to another one', async () => {
  const { plan, line, first, second } = await aPlan();
  const move = (what: string, way: 'up' | 'down' | { section: string }) =>
    inside(within => moveLine(within, { plan, line: line[what]!, way }, now));
  await move('a', 'down');
  assert.equal(await order(plan), 'bac def');
  assert.deepEqual(await move('c', 'down'), { moved: false });
  await move('b', { section: second });
  assert.equal(await order(plan), 'ac defb');
  await move('f', { section: first });
  assert.equal(await order(plan), 'acf deb');
  assert.deepEqual(await move('d', 'up'), { moved: false });
  await move('b', 'up');
  assert.equal(await order(plan), 'acf dbe');
  const { line: moved } = (await inside(within => lineInPlan(within, plan, line.b!)))!;
  const entries = await inside(within => historyOf(within, { kind: 'line', id: line.b! }));
  assert.deepEqual([moved.version, entries.length], [3, 3]);
});

test('a line that was changed since it was seen is not removed', async () => {
  const { plan, line } = await aPlan();
  const id = line.a!;
  await inside(within => saveLine(within, { plan, line: id, version: 1, values: { what: 'aa' } }, occasion));
  const done = await inside(within =>
    removeLines(within, { plan, lines: [{ id, version: 1 }], reason: '' }, now),
  );
  assert.deepEqual(done, { removed: [], left: [{ id, why: 'changed-meanwhile' }] });
});

test('of a removal and an edit at the same time one wins, and nothing is half done', async () => {
  for (let turn = 0; turn < 5; turn++) {
    const { plan, line } = await aPlan();
    const id = line.e!;
    const [removed, saved] = await Promise.all([
      inside(within => removeLines(within, { plan, lines: [{ id, version: 1 }], reason: '' }, now)),
      inside(within => saveLine(within, { plan, line: id, version: 1, values: { owner: 'New' } }, occasion)),
    ]);
    assert.equal(removed.removed.length + ('saved' in saved ? 1 : 0), 1);
    assert.equal(await order(plan), removed.removed.length ? 'abc df' : 'abc def');
  }
});

test('many who remove, restore, add and move at once keep every line once, in one order', async () => {
  const { plan, line, first, second } = await aPlan();
  await take(plan, [line.b!, line.e!]);
  await Promise.all([
    restore(plan, [line.b!]),
    restore(plan, [line.e!]),
    restore(plan, [line.b!]),
    inside(within => addLine(within, { plan, section: first, values: { what: 'x' } }, occasion)),
    inside(within => addLine(within, { plan, section: second, values: { what: 'y' } }, occasion)),
    inside(within => moveLine(within, { plan, line: line.a!, way: 'down' }, now)),
    inside(within =>
      saveLine(within, { plan, line: line.d!, version: 1, values: { state: 'complete' } }, occasion),
    ),
  ]);
  assert.equal([...(await order(plan)).replace(' ', '')].toSorted().join(''), 'abcdefxy');
});
