import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { newLine, newPlan, RECOMMENDATION_COLUMNS } from '../../../../../tests/support/plans.ts';
import { type Person, testSite } from '../../../../../tests/support/site.ts';
import type { Within } from '../../../../platform/database/database.ts';
import { setOwnersOfLines } from '../../actions/line-owners.ts';
import { createPlan } from '../../index.ts';

const site = await testSite();
after(site.close);
const ada = await site.person({ role: 'editor', name: 'Ada Marsh' });
const bea = await site.person({ role: 'editor', name: 'Bea Reed' });
const viewer = await site.person({ role: 'viewer' });

type PlanMade = { plan: string; lines: string[] };

async function aPlan(count = 4, line: Partial<Parameters<typeof newLine>[0]> = {}): Promise<PlanMade> {
  const lines = Array.from({ length: count }, (_, at) =>
    newLine({ reference: `R${at + 1}`, what: `Do ${at + 1}`, owner: 'Web Team', state: 'ongoing', ...line }),
  );
  const sections = [{ title: 'All', columns: RECOMMENDATION_COLUMNS, lines }];
  return site.within(ada.organisation, async within => {
    const plan = await createPlan(within, newPlan({ title: `Plan of ${count}`, sections }), site.clock.now());
    const { db } = within;
    const rows = await db
      .selectFrom('lines')
      .select('id')
      .where('plan_id', '=', plan)
      .orderBy('position')
      .execute();
    return { plan, lines: rows.map(row => row.id) };
  });
}

const rowsOf = (plan: string) =>
  site.within(ada.organisation, ({ db }) =>
    db
      .selectFrom('lines')
      .select(['id', 'state', 'when', 'tags', 'accountable', 'marking', 'version', 'schedules', 'dated'])
      .where('plan_id', '=', plan)
      .orderBy('position')
      .execute(),
  );

/** Picks lines and says what is wanted of them; the address of the change comes back. */
async function weigh(
  who: Person,
  { plan, lines, all }: { plan: string; lines?: string[]; all?: true },
  wanted: Record<string, string>,
  query = '',
): Promise<string> {
  const picked = await who.post('/bulk-changes', {
    list: `/plans/${plan}${query}`,
    line: lines ?? [],
    ...(all && { all: 'yes' }),
  });
  assert.match(picked.location ?? '', /^\/bulk-changes\//);
  const asked = await who.get(picked.location!);
  assert.match(asked.text, /Say what is to become of all of them/);
  const weighed = await who.post(picked.location!, wanted);
  assert.equal(weighed.location, picked.location);
  return weighed.location!;
}

test('ticked lines are changed as the preview says, their histories tell it, and it is undone', async () => {
  const { plan, lines } = await aPlan();
  const change = await weigh(
    ada,
    { plan, lines: lines.slice(0, 3) },
    {
      state: 'complete',
      when: 'by 30 June 2026',
      accountable: 'Press Office',
      addTag: ' Website  Launch ',
      marking: 'OFFICIAL',
    },
  );
  const preview = await ada.get(change);
  assert.match(preview.text, /3 lines would change/);
  assert.match(preview.text, /read as by Tuesday 30 June 2026/);
  assert.match(preview.text, /State: from Ongoing → to Complete/);
  assert.match(preview.text, /Tags: from nothing → to website launch/);
  assert.deepEqual(
    (await rowsOf(plan)).map(row => row.version),
    [1, 1, 1, 1],
  );
  await ada.post(`${change}/carry-out`);
  const rows = await rowsOf(plan);
  assert.deepEqual(
    rows.map(({ state, when, tags, accountable, marking, version, dated }) => [
      state,
      when,
      tags,
      accountable,
      marking,
      version,
      dated,
    ]),
    [
      ...Array(3).fill([
        'complete',
        'by 30 June 2026',
        ['website launch'],
        'Press Office',
        'OFFICIAL',
        2,
        true,
      ]),
      ['ongoing', '', [], 'Web Team', 'none', 1, false],
    ],
  );
  const done = await ada.get(change);
  assert.match(done.text, /3 lines changed/);
  const line = await viewer.get(`/plans/${plan}/lines/${lines[0]}`);
  assert.match(line.text, /Ada Marsh changed State, together with other lines from Ongoing → to Complete/);
  assert.match((await ada.get('/bulk-changes')).text, /State: Complete; When: by 30 June 2026/);
  await ada.post(`${change}/undo`);
  assert.match((await ada.get(change)).text, /3 lines put back/);
  assert.deepEqual(
    (await rowsOf(plan)).map(({ state, when, tags, accountable, marking, dated }) => [
      state,
      when,
      tags,
      accountable,
      marking,
      dated,
    ]),
    Array(4).fill(['ongoing', '', [], 'Web Team', 'none', false]),
  );
  const counted = await viewer.get(`/plans/${plan}?state=ongoing`);
  assert.match(counted.text, /4 lines found/);
});

test('what changed after the preview is left alone, and what changed after the change is not undone', async () => {
  const { plan, lines } = await aPlan();
  const edit = async (line: string, fields: Record<string, string>) =>
    bea.post(`/plans/${plan}/lines/${line}/edit`, {
      version: String((await rowsOf(plan)).find(row => row.id === line)!.version),
      state: 'ongoing',
      marking: 'none',
      ...fields,
    });
  const change = await weigh(ada, { plan, all: true }, { state: 'deferred' });
  await edit(lines[0]!, { what: 'Do it otherwise' });
  await bea.post(`/plans/${plan}/lines/${lines[1]}/remove`, { reason: 'twice', version: '1' });
  await ada.post(`${change}/carry-out`);
  const done = await ada.get(change);
  assert.match(done.text, /2 lines changed/);
  assert.match(done.text, /2 lines are left as they are/);
  const left = await ada.get(`${change}?alone=yes`);
  assert.match(left.text, /Bea Reed changed it meanwhile/);
  assert.match(left.text, /it was removed meanwhile/);
  await edit(lines[3]!, { comments: 'Said in May', state: 'deferred' });
  await ada.post(`${change}/undo`);
  const undone = await ada.get(change);
  assert.match(undone.text, /1 line put back/);
  assert.match(undone.text, /1 line could not be put back, because somebody changed them meanwhile/);
  assert.deepEqual(
    (await rowsOf(plan)).map(row => row.state),
    ['ongoing', 'ongoing', 'deferred'],
  );
});

test('what is so already is not touched, and a marking is lowered only when that is said', async () => {
  const { plan } = await aPlan(3, { marking: 'OFFICIAL-SENSITIVE' });
  const same = await weigh(ada, { plan, all: true }, { state: 'ongoing' });
  assert.match((await ada.get(same)).text, /0 lines would change/);
  assert.match((await ada.get(same)).text, /because they are like this already/);
  const lower = await weigh(ada, { plan, all: true }, { marking: 'OFFICIAL' });
  assert.match((await ada.get(lower)).text, /because their marking would become lower/);
  await ada.post(`${lower}/carry-out`);
  assert.deepEqual(
    (await rowsOf(plan)).map(row => row.version),
    [1, 1, 1],
  );
  const said = await weigh(ada, { plan, all: true }, { marking: 'OFFICIAL', lower: 'yes' });
  assert.match((await ada.get(said)).text, /3 lines would change/);
});

test('all that a filter finds is changed, also over a page, and a change of thousands goes on by itself', async () => {
  const { plan } = await aPlan(2_100);
  await site.within(ada.organisation, ({ db }) =>
    db
      .updateTable('lines')
      .set({ state: 'deferred' })
      .where('plan_id', '=', plan)
      .where('position', '>', 2_050)
      .execute(),
  );
  const few = await weigh(ada, { plan, all: true }, { addTag: 'late' }, '?state=deferred');
  assert.match((await ada.get(few)).text, /50 lines would change/);
  const change = await weigh(ada, { plan, all: true }, { state: 'complete' });
  assert.match((await ada.get(change)).text, /0 of 2,100 lines so far/);
  const progress = JSON.parse((await ada.get(`${change}/progress`)).bytes.toString());
  assert.deepEqual(progress, { status: 'waiting', progress: '0 of 2,100 lines' });
  await site.runJobs();
  assert.match((await ada.get(change)).text, /2,100 lines would change/);
  await ada.post(`${change}/carry-out`);
  await site.runJobs();
  assert.match((await ada.get(change)).text, /2,100 lines changed/);
  assert.ok((await rowsOf(plan)).every(row => row.state === 'complete'));
  await ada.post(`${change}/undo`);
  await site.runJobs();
  assert.match((await ada.get(change)).text, /2,100 lines put back/);
  assert.match((await viewer.get(`/plans/${plan}?state=deferred`)).text, /50 lines found/);
});

test('two changes of the same lines at once: each line is changed by one of them', async () => {
  const { plan } = await aPlan(60);
  const [one, two] = await Promise.all([
    weigh(ada, { plan, all: true }, { state: 'complete', accountable: 'Press Office' }),
    weigh(bea, { plan, all: true }, { state: 'deferred', accountable: 'Web Team Lead' }),
  ]);
  await Promise.all([ada.post(`${one}/carry-out`), bea.post(`${two}/carry-out`)]);
  const rows = await rowsOf(plan);
  assert.ok(rows.every(row => row.version === 2));
  assert.equal(new Set(rows.map(row => row.state)).size, 1);
});

test('whoever becomes accountable no longer only contributes, and does again when it is undone', async () => {
  const { plan, lines } = await aPlan(1);
  const inside = <T>(work: (within: Within) => Promise<T>) => site.within(ada.organisation, work);
  await inside(within =>
    setOwnersOfLines(
      within,
      plan,
      [
        {
          line: lines[0]!,
          accountable: { name: 'Web Team', kind: 'team' },
          contributors: [
            { name: 'Press Desk', kind: 'team' },
            { name: 'Planning Team', kind: 'team' },
          ],
        },
      ],
      site.clock.now(),
    ),
  );
  const contributors = () =>
    inside(async ({ db }) => {
      const rows = await db
        .selectFrom('line_contributors as c')
        .innerJoin('owners as o', 'o.id', 'c.owner_id')
        .select('o.name')
        .where('c.line_id', '=', lines[0]!)
        .orderBy('o.name')
        .execute();
      return rows.map(row => row.name);
    });
  assert.deepEqual(await contributors(), ['Planning Team', 'Press Desk']);
  const change = await weigh(ada, { plan, all: true }, { accountable: 'press desk' });
  await ada.post(`${change}/carry-out`);
  assert.deepEqual(await contributors(), ['Planning Team']);
  assert.deepEqual((await rowsOf(plan))[0]!.accountable, 'Press Desk');
  await ada.post(`${change}/undo`);
  assert.deepEqual(await contributors(), ['Planning Team', 'Press Desk']);
});

test('a form that says nothing, or nonsense, is told so with what was typed', async () => {
  const { plan, lines } = await aPlan(1);
  const nothing = await ada.post('/bulk-changes', { list: `/plans/${plan}` });
  assert.equal(nothing.location, `/plans/${plan}`);
  for (const list of ['https://elsewhere.example/', '//elsewhere.example', '/readings', '/plans/nonsense'])
    assert.equal((await ada.post('/bulk-changes', { list, line: lines })).status, 404, list);
  const { location } = await ada.post('/bulk-changes', { list: `/plans/${plan}?q=Do`, line: lines });
  const empty = await ada.post(location!, {});
  assert.equal(empty.status, 422);
  assert.match(empty.text, /Say what is to change/);
  const long = await ada.post(location!, { addTag: 'x'.repeat(41), when: 'Monthly' });
  assert.match(long.text, /40 characters or fewer/);
  assert.equal(long.dom.querySelector('#when')!.getAttribute('value'), 'Monthly');
  assert.match((await ada.post(location!, { accountable: 'A', nobody: 'yes' })).text, /not both/);
});

test('a change of many lines is its maker’s alone, and for a day', async () => {
  const { plan, lines } = await aPlan(1);
  const change = await weigh(ada, { plan, lines }, { state: 'complete' });
  assert.equal((await bea.get(change)).status, 404);
  assert.equal((await bea.post(`${change}/carry-out`)).status, 404);
  assert.equal((await viewer.get(change)).status, 403);
  assert.equal((await viewer.post('/bulk-changes', { list: `/plans/${plan}`, line: lines })).status, 403);
  await site.within(ada.organisation, ({ db }) =>
    db
      .updateTable('bulk_changes')
      .set({ made_at: site.clock.now().subtract({ hours: 25 }) })
      .execute(),
  );
  assert.equal((await ada.get(change)).status, 404);
});
