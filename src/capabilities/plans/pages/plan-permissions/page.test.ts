import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { newLine, newPlan, RECOMMENDATION_COLUMNS } from '../../../../../tests/support/plans.ts';
import { testSite } from '../../../../../tests/support/site.ts';
import { createPlan } from '../../index.ts';

const site = await testSite();
after(site.close);
const administrator = await site.person({ role: 'administrator', name: 'Ada Marsh' });
const editor = await site.person({ role: 'editor' });
const { organisation } = administrator;

const plan = await site.within(organisation, within => {
  const lines = [
    newLine({ what: 'Grit the roads', owner: 'Ward team' }),
    newLine({ what: 'Clear the drains', owner: 'Drains team' }),
  ];
  const sections = [{ title: 'All', columns: RECOMMENDATION_COLUMNS, lines }];
  return createPlan(within, newPlan({ title: 'Winter plan', sections }), site.clock.now());
});
const department = await site.within(organisation, async ({ db }) => {
  const now = site.clock.now();
  const made = { name: 'Highways', created_at: now, changed_at: now };
  return (await db.insertInto('departments').values(made).returning('id').executeTakeFirstOrThrow()).id;
});
const here = `/plans/${plan}/permissions`;
const guest = (name: string) => site.person({ organisation, part: true, name });

test('a communications lead of the plan gives parts in it, no higher than their own', async () => {
  const lead = await guest('Lea Brook');
  await administrator.post(here, { email: lead.account.email, role: 'lead' });
  const helper = await guest('Hal Reed');
  const given = await lead.post(here, { email: helper.account.email, role: 'editor' }, { follow: true });
  assert.match(
    given.text,
    /Hal Reed has a part in this plan.*Lea Brook.*Hal Reed|Hal Reed has a part in this plan.*Hal Reed.*Lea Brook/,
  );
  assert.match((await helper.get(`/plans/${plan}`)).text, /Grit the roads/);
  assert.equal((await helper.post(here, { email: lead.account.email, role: 'viewer' })).status, 403);
  const taken = await lead.post(`${here}/take`, { account: helper.account.id }, { follow: true });
  assert.match(taken.text, /Hal Reed has no part in this plan any more/);
  assert.equal((await helper.get(`/plans/${plan}`)).status, 404);
});

test('an editor by a part changes the plan and cannot take it elsewhere', async () => {
  const helper = await guest('Eve Sedge');
  await administrator.post(here, { email: helper.account.email, role: 'editor' });
  const page = await helper.get(`/plans/${plan}`);
  assert.match(page.text, /Add a line/);
  assert.doesNotMatch(page.text, /Copy for a new year|Update it from a document/);
  assert.equal((await helper.get(`/plans/${plan}/copy`)).status, 403);
  const saved = await helper.post(`/plans/${plan}/edit`, {
    title: 'Winter plan 2',
    marking: 'none',
    version: '1',
  });
  assert.equal(saved.status, 303);
});

test('whose plan it is says who of that department sees it', async () => {
  const helper = await guest('Dee Marl');
  await administrator.post(`/organisation/people/${helper.account.id}/parts`, {
    of: `department:${department}`,
    partRole: 'viewer',
  });
  assert.equal((await helper.get(`/plans/${plan}`)).status, 404);
  const moved = await administrator.post(`${here}/department`, { department }, { follow: true });
  assert.match(moved.text, /It is a plan of Highways.*Dee Marl/);
  assert.equal((await helper.get(`/plans/${plan}`)).status, 200);
  await administrator.post(`${here}/department`, { department: '' });
  assert.equal((await helper.get(`/plans/${plan}`)).status, 404);
  assert.equal((await administrator.post(`${here}/department`, { department: plan })).status, 422);
});

test('an owner says how the lines stand that they answer for, and nothing else', async () => {
  const owner = await guest('Olive Marl');
  await administrator.post(here, { email: owner.account.email, role: 'owner' });
  const [own, other] = await site.within(organisation, async ({ db }) => {
    const now = site.clock.now();
    const made = { name: 'Olive Marl', account_id: owner.account.id, created_at: now, changed_at: now };
    const person = await db.insertInto('people').values(made).returning('id').executeTakeFirstOrThrow();
    await db.updateTable('owners').set({ person_id: person.id }).where('name', '=', 'Ward team').execute();
    return db.selectFrom('lines').select('id').where('plan_id', '=', plan).orderBy('position').execute();
  });
  const at = (line: { id: string }) => `/plans/${plan}/lines/${line.id}`;
  assert.match((await owner.get(at(own!))).text, /Say how it stands/);
  assert.doesNotMatch((await owner.get(at(other!))).text, /Say how it stands/);
  const form = await owner.get(`${at(own!)}/edit`);
  assert.equal(form.dom.querySelector('[name=what], [name=marking], [name=accountable]'), null);
  const fields = {
    version: '1',
    state: 'complete',
    what: 'Do nothing',
    marking: 'OFFICIAL-SENSITIVE',
    accountable: '',
  };
  const saved = await owner.post(
    `${at(own!)}/edit`,
    { ...fields, comments: 'All gritted' },
    { follow: true },
  );
  assert.match(saved.text, /Grit the roads.*All gritted/);
  assert.doesNotMatch(saved.text, /Do nothing|OFFICIAL-SENSITIVE/);
  const file = { name: 'proof.txt', content: 'It was gritted.' };
  assert.equal((await owner.upload(`${at(own!)}/files`, file)).status, 303);
  for (const refused of [
    await owner.get(`${at(other!)}/edit`),
    await owner.post(`${at(other!)}/edit`, fields),
    await owner.upload(`${at(other!)}/files`, file),
  ]) {
    assert.equal(refused.status, 403);
    assert.match(refused.text, /this line is somebody else’s. Ask .*Ada Marsh/);
  }
});

test('what is missing or unknown is said', async () => {
  const nobody = await administrator.post(here, { email: 'who@elsewhere.example', role: 'viewer' });
  assert.equal(nobody.status, 422);
  assert.match(nobody.text, /Nobody who works here signs in with this address/);
  assert.equal((await administrator.post(here, { email: '', role: 'administrator' })).status, 422);
  assert.equal((await administrator.post(`${here}/take`, { account: 'nonsense' })).status, 404);
  assert.equal((await administrator.get('/plans/nonsense/permissions')).status, 404);
  assert.match((await editor.get(here)).text, /Who may see and change it/);
  assert.equal((await editor.get(here)).dom.querySelector('main form'), null);
});
