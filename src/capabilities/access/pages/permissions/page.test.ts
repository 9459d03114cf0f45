import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { newLine, newPlan, RECOMMENDATION_COLUMNS } from '../../../../../tests/support/plans.ts';
import { testSite } from '../../../../../tests/support/site.ts';
import { ACTS, type Act, RIGHTS } from '../../../../language/rights.ts';
import { ROLE_NAME, ROLES } from '../../../../language/role.ts';
import { createPlan } from '../../../plans/index.ts';

const site = await testSite();
after(site.close);
const administrator = await site.person({ role: 'administrator', name: 'Ada Marsh' });
const viewer = await site.person({ role: 'viewer', name: 'Vera Sedge' });

const make = (title: string, what: string[]) =>
  site.within(viewer.organisation, within => {
    const lines = what.map(words =>
      newLine({
        what: words,
        owner: 'Ward team',
        marking: words.startsWith('Secret') ? 'OFFICIAL-SENSITIVE' : 'none',
      }),
    );
    const sections = [{ title: 'All', columns: RECOMMENDATION_COLUMNS, lines }];
    return createPlan(within, newPlan({ title, sections }), site.clock.now());
  });
const winter = await make('Winter plan', ['Grit the roads', 'Secret rehearsal']);
await make('Summer plan', ['Open the lido']);

const WORDS = { yes: 'Yes', own: 'Own lines', given: 'If given', '-': 'No' };
const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();

test('the page shows the list that the program goes by, and no other', async () => {
  const { dom } = await viewer.get('/organisation/permissions');
  const [first] = dom.querySelectorAll('table');
  assert.deepEqual(
    first!.querySelectorAll('thead th').map(cell => tidy(cell.text)),
    ['They may', ...ROLES.map(role => ROLE_NAME[role])],
  );
  const shown = first!
    .querySelectorAll('tbody tr')
    .map(row => row.querySelectorAll('th[scope=row], td').map(cell => tidy(cell.text)))
    .filter(cells => cells.length);
  const acts = Object.keys(ACTS) as Act[];
  const rows = (['plan', 'organisation'] as const).flatMap(where =>
    acts
      .filter(act => ACTS[act].where === where)
      .map(act => [ACTS[act].words, ...ROLES.map(role => WORDS[RIGHTS[act][role]])]),
  );
  assert.deepEqual(shown, rows);
});

test('who has what is for those to see who may give it', async () => {
  assert.doesNotMatch((await viewer.get('/organisation/permissions')).text, /Who has what|Ada Marsh/);
  assert.match(
    (await administrator.get('/organisation/permissions')).text,
    /Who has what.*Ada Marsh.*Administrator/,
  );
});

test('somebody added for parts sees nothing, then the one plan that they are given, and nothing when it is taken', async () => {
  const added = await administrator.post('/organisation/people', {
    name: 'Pia Part',
    email: 'pia@ashmere.example',
    role: 'parts',
  });
  assert.match(added.text, /Pia Part/);
  const guest = await site.person({ organisation: viewer.organisation, part: true, name: 'Gus Reed' });
  assert.doesNotMatch((await guest.get('/plans')).text, /Winter plan|Summer plan/);
  assert.equal((await guest.get('/organisation')).status, 403);
  const person = `/organisation/people/${guest.account.id}`;
  const given = await administrator.post(
    `${person}/parts`,
    { of: `plan:${winter}`, partRole: 'viewer' },
    { follow: true },
  );
  assert.match(given.text, /Gus Reed has a part more.*Winter plan.*Viewer/);
  const list = await guest.get('/plans');
  assert.match(list.text, /Winter plan/);
  assert.doesNotMatch(list.text, /Summer plan/);
  const plan = await guest.get(`/plans/${winter}`);
  assert.match(plan.text, /Grit the roads/);
  assert.doesNotMatch(plan.text, /Secret rehearsal|2 lines/);
  assert.match((await administrator.get(person)).text, /gave them a part: plan Winter plan.*viewer/);
  const taken = await administrator.post(`${person}/parts/take`, { of: `plan:${winter}` }, { follow: true });
  assert.match(taken.text, /Gus Reed has that part no more/);
  assert.equal((await guest.get(`/plans/${winter}`)).status, 404);
});

test('the right to see what is marked is given and taken, and written down', async () => {
  const person = `/organisation/people/${viewer.account.id}`;
  const rehearsal = async () => /Secret rehearsal/.test((await viewer.get('/lines?q=rehearsal')).text);
  assert.equal(await rehearsal(), false);
  await administrator.post(`${person}/role`, { role: 'viewer', marked: 'yes' });
  assert.equal(await rehearsal(), true);
  await administrator.post(`${person}/role`, { role: 'viewer' });
  assert.equal(await rehearsal(), false);
  assert.match(
    (await administrator.get(person)).text,
    /OFFICIAL-SENSITIVE from sees it → to does not see it/,
  );
});

test('what is not a part is not given', async () => {
  const person = `/organisation/people/${viewer.account.id}`;
  for (const which of ['', 'plan:nonsense', `department:${winter}`, `plan:${viewer.account.id}`]) {
    const page = await administrator.post(`${person}/parts`, { of: which, partRole: 'viewer' });
    assert.equal(page.status, 422, which);
    assert.match(page.text, /Choose a department or a plan/);
  }
  assert.equal(
    (await administrator.post(`${person}/parts`, { of: `plan:${winter}`, partRole: 'administrator' })).status,
    422,
  );
});
