import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import {
  dated,
  newLine,
  newPlan,
  quarterly,
  RECOMMENDATION_COLUMNS,
} from '../../../../../tests/support/plans.ts';
import { testSite } from '../../../../../tests/support/site.ts';
import { createPlan } from '../../index.ts';

const site = await testSite();
after(site.close);
const ada = await site.person({ role: 'editor', name: 'Ada Marsh' });
const viewer = await site.person({ role: 'viewer' });

const LINES = [
  newLine({
    reference: 'R1',
    what: 'Leaflet',
    when: 'by 30 June 2026',
    owner: 'Press Office',
    state: 'in-progress',
    comments: 'Begun',
    schedules: [dated('by 30 June 2026', '2026-06-30')],
  }),
  newLine({ reference: 'R2', what: 'Panels', when: 'Quarterly', state: 'ongoing', schedules: [quarterly] }),
  newLine({
    reference: 'R3',
    what: 'Week',
    when: 'w/c 8 June 2026',
    state: 'not-started',
    schedules: [{ phrase: 'w/c 8 June 2026', kind: 'dated', from: '2026-06-08', by: '2026-06-14' }],
  }),
  newLine({
    reference: 'R4',
    what: 'Old',
    when: 'May 2025',
    state: 'complete',
    schedules: [{ phrase: 'May 2025', kind: 'dated', from: '2025-05-01', by: '2025-05-31' }],
  }),
  newLine({
    reference: 'R5',
    what: 'Later',
    when: 'TBC',
    schedules: [{ phrase: 'TBC', kind: 'undetermined' }],
  }),
];

async function aPlan() {
  const sections = [{ title: 'All', columns: RECOMMENDATION_COLUMNS, lines: LINES }];
  const period = { from: '2025-04-01', to: '2026-03-31' };
  const plan = newPlan({
    title: 'Ashmere plan 2025/26',
    dated: '2025-04',
    period,
    sections,
    marking: 'OFFICIAL',
  });
  const id = await site.within(ada.organisation, within => createPlan(within, plan, site.clock.now()));
  await site.within(ada.organisation, ({ db }) =>
    db
      .updateTable('lines')
      .set({ tags: ['website'] })
      .where('plan_id', '=', id)
      .where('position', '=', 1)
      .execute(),
  );
  return id;
}

test('a plan is copied for the next year, after each moved timing was shown', async () => {
  const plan = await aPlan();
  const first = await ada.get(`/plans/${plan}/copy`);
  const value = (name: string) => first.dom.querySelector(`#${name}`)?.getAttribute('value');
  assert.deepEqual([value('title'), value('years'), value('months')], ['Ashmere plan 2026/27', '1', '0']);
  const query = 'title=Ashmere+plan+2026%2F27&years=1&months=0&leaveDone=yes&emptyTold=yes';
  const preview = await ada.get(`/plans/${plan}/copy?${query}`);
  assert.match(preview.text, /The copy has 4 of 5 lines\. 2 timings move, 1 of them in doubt\./);
  assert.match(preview.text, /R3 ?Week w\/c 8 June 2026 w\/c 8 June 2027 .*In doubt/);
  assert.match(preview.text, /by 30 June 2026 by 30 June 2027 by Wednesday 30 June 2027/);
  const made = await ada.post(`/plans/${plan}/copy`, Object.fromEntries(new URLSearchParams(query)));
  const copy = made.location!.split('/')[2]!;
  assert.notEqual(copy, plan);
  const rows = await site.within(ada.organisation, ({ db }) =>
    db
      .selectFrom('lines')
      .select(['id', 'reference', 'when', 'state', 'comments', 'tags', 'accountable', 'doubtful', 'dated'])
      .where('plan_id', '=', copy)
      .orderBy('position')
      .execute(),
  );
  assert.deepEqual(
    rows.map(({ id: _, ...row }) => Object.values(row)),
    [
      ['R1', 'by 30 June 2027', 'not-started', '', ['website'], 'Press Office', false, true],
      ['R2', 'Quarterly', 'not-started', '', [], '', false, true],
      ['R3', 'w/c 8 June 2027', 'not-started', '', [], '', true, true],
      ['R5', 'TBC', 'unknown', '', [], '', false, false],
    ],
  );
  const {
    dated: day,
    period_from: from,
    period_to: to,
    marking,
  } = await site.within(ada.organisation, ({ db }) =>
    db.selectFrom('plans').selectAll().where('id', '=', copy).executeTakeFirstOrThrow(),
  );
  assert.deepEqual([day, from, to, marking], ['2026-04', '2026-04-01', '2027-03-31', 'OFFICIAL']);
  assert.match((await ada.get(`/plans/${copy}/edit`)).text, /Ada Marsh copied from Ashmere plan 2025\/26/);
  assert.match(
    (await viewer.get(`/plans/${copy}/lines/${rows[0]!.id}`)).text,
    /copied from Ashmere plan 2025\/26/,
  );
  assert.match((await viewer.get(`/plans/${plan}`)).text, /5 lines|by 30 June 2026/);
});

test('what is done and what was told can go along', async () => {
  const plan = await aPlan();
  const made = await ada.post(`/plans/${plan}/copy`, { title: 'Again', years: '0', months: '6' });
  const rows = await site.within(ada.organisation, ({ db }) =>
    db
      .selectFrom('lines')
      .select(['when', 'state', 'comments'])
      .where('plan_id', '=', made.location!.split('/')[2]!)
      .orderBy('position')
      .execute(),
  );
  assert.equal(rows.length, 5);
  assert.deepEqual(Object.values(rows[0]!), ['by 30 December 2026', 'not-started', 'Begun']);
  assert.deepEqual(Object.values(rows[3]!), ['November 2025', 'not-started', '']);
});

test('what is no length of time is told so with what was typed', async () => {
  const plan = await aPlan();
  for (const [years, months, told] of [
    ['x', '0', /Enter the years as a number/],
    ['0', '0', /Enter by how much the dates move/],
    ['99', '0', /Enter 20 years or fewer/],
  ] as const) {
    const wrong = await ada.get(`/plans/${plan}/copy?title=T&years=${years}&months=${months}`);
    assert.equal(wrong.status, 422);
    assert.match(wrong.text, told);
    assert.equal((await ada.post(`/plans/${plan}/copy`, { title: 'T', years, months })).status, 422);
  }
});

test('viewers copy nothing', async () => {
  const plan = await aPlan();
  assert.equal((await viewer.get(`/plans/${plan}/copy`)).status, 403);
  assert.equal(
    (await viewer.post(`/plans/${plan}/copy`, { title: 'T', years: '1', months: '0' })).status,
    403,
  );
});
