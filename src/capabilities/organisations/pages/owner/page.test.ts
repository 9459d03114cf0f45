import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { newPlan } from '../../../../../tests/support/plans.ts';
import { type Person, testSite } from '../../../../../tests/support/site.ts';
import { createPlan } from '../../../plans/index.ts';

const site = await testSite();
after(site.close);

/** An editor of a body of its own, with a plan whose lines name owners. */
async function anEditor(): Promise<{ ada: Person; plan: string }> {
  const ada = await site.person({ name: 'Ada Marsh', organisation: await site.organisation('Ashmere') });
  const plan = await site.within(ada.organisation, within => createPlan(within, newPlan(), site.clock.now()));
  return { ada, plan };
}

async function ownerNamed(ada: Person, name: string): Promise<string> {
  const page = await ada.get(`/organisation/owners?q=${encodeURIComponent(name)}`);
  const link = page.dom.querySelectorAll('tbody th a').find(one => one.text === name);
  return link!.getAttribute('href')!;
}

const tally = async (ada: Person, name: string): Promise<string> =>
  /answers for [\d,]+ lines? · contributes to [\d,]+ lines?/.exec(
    (await ada.get(await ownerNamed(ada, name))).text,
  )?.[0] ?? '';

test('those whom a plan names are in the register, with their lines', async () => {
  const { ada } = await anEditor();
  const page = await ada.get('/organisation/owners');
  const rows = page.dom
    .querySelectorAll('tbody tr')
    .map(row => row.querySelectorAll('th, td').map(cell => cell.text.trim()));
  assert.deepEqual(rows, [
    ['Communications team', 'Team or body', '1', '0'],
    ['Ward sergeants', 'Post', '2', '0'],
  ]);
  const one = await ada.get(await ownerNamed(ada, 'Ward sergeants'));
  assert.match(one.text, /answers for 2 lines/);
  assert.match(one.text, /Priorities with local figures/);
  assert.match(one.text, /Ashmere communications action plan/);
});

test('somebody is added once, and found by their initials', async () => {
  const { ada } = await anEditor();
  const sent = { name: 'Katherine Bell', kind: 'person', initials: 'KB' };
  const added = await ada.post('/organisation/owners', sent, { follow: true });
  assert.match(added.text, /Katherine Bell is in the register/);
  assert.equal((await ada.post('/organisation/owners', { ...sent, name: 'katherine bell' })).status, 422);
  assert.equal((await ada.post('/organisation/owners', { ...sent, name: ' ', kind: 'dog' })).status, 422);
  assert.match((await ada.get('/organisation/owners?q=kb')).text, /Katherine Bell also KB/);
  assert.match((await ada.get('/organisation/owners?kind=person')).text, /Katherine Bell/);
  assert.doesNotMatch((await ada.get('/organisation/owners?kind=team')).text, /Katherine Bell/);
});

test('lines follow a new name, and the old one is remembered', async () => {
  const { ada, plan } = await anEditor();
  const here = await ownerNamed(ada, 'Ward sergeants');
  const saved = await ada.post(
    here,
    { version: '1', name: 'Neighbourhood sergeants', kind: 'post', initials: '', alsoCalled: '' },
    { follow: true },
  );
  assert.match(saved.text, /Saved\./);
  assert.equal(saved.dom.querySelector('#alsoCalled')?.text.trim(), 'Ward sergeants');
  const list = await ada.get(`/plans/${plan}?owner=neighbourhood+sergeants`);
  assert.equal(list.dom.querySelectorAll('#lines tbody th[scope=row]').length, 2);
  const taken = await ada.post(here, { version: '2', name: 'communications Team', kind: 'post' });
  assert.equal(taken.status, 422);
  const late = await ada.post(here, { version: '1', name: 'Others', kind: 'post' });
  assert.match(late.text, /Somebody changed this owner while you were typing/);
});

test('two that are the same become one, and two again for as long as nothing else happens', async () => {
  const { ada, plan } = await anEditor();
  const from = await ownerNamed(ada, 'Ward sergeants');
  const before = await ada.get(`${from}/merge?into=communications+team`);
  assert.match(before.text, /Make Ward sergeants one with Communications team/);
  const into = before.dom.querySelector('input[name=into]')!.getAttribute('value')!;
  const merged = await ada.post(`${from}/merge`, { into }, { follow: true });
  assert.match(merged.text, /answers for 3 lines/);
  assert.match((await ada.get(`/plans/${plan}`)).text, /Communications team \(3\)/);
  const undone = await ada.post(`${from}/merge/undo`, {}, { follow: true });
  assert.match(undone.text, /are two again, as they were/);
  assert.equal(await tally(ada, 'Ward sergeants'), 'answers for 2 lines · contributes to 0 lines');
  await ada.post(`${from}/merge`, { into });
  const line = (await ada.get(`/organisation/owners/${into}`)).dom
    .querySelectorAll('tbody th a')
    .at(-1)!
    .getAttribute('href')!;
  const form = await ada.get(`${line}/edit`);
  const version = form.dom.querySelector('input[name=version]')!.getAttribute('value')!;
  await ada.post(`${line}/edit`, { version, comments: 'Since then', state: 'ongoing', marking: 'none' });
  assert.match((await ada.post(`${from}/merge/undo`, {}, { follow: true })).text, /was changed since/);
  assert.match((await ada.get(line)).text, /from Ward sergeants → to Communications team/);
});

test('whoever ends keeps their lines, is offered no more, and can be taken up again', async () => {
  const { ada } = await anEditor();
  const here = await ownerNamed(ada, 'Ward sergeants');
  assert.match(
    (await ada.post(`${here}/end`, {}, { follow: true })).text,
    /is given nothing new from now on/,
  );
  assert.match((await ada.get(here)).text, /answers for 2 lines/);
  assert.doesNotMatch((await ada.get('/organisation/owners')).text, /Ward sergeants Post/);
  assert.match((await ada.get('/organisation/owners?ended=yes')).text, /Ward sergeants/);
  assert.match((await ada.post(`${here}/end`, {}, { follow: true })).text, /They had ended already/);
  assert.match((await ada.post(`${here}/again`, {}, { follow: true })).text, /can be given lines again/);
});

test('viewers and strangers see and change none of it', async () => {
  const { ada } = await anEditor();
  const here = await ownerNamed(ada, 'Ward sergeants');
  const viewer = await site.person({ role: 'viewer', organisation: ada.organisation });
  for (const path of ['/organisation/owners', here, `${here}/merge`])
    assert.equal((await viewer.get(path)).status, 403);
  const stranger = await site.person({ organisation: await site.organisation('Elsewhere') });
  assert.equal((await stranger.get(here)).status, 404);
  for (const act of ['end', 'again', 'merge/undo'])
    assert.equal((await stranger.post(`${here}/${act}`)).status, 404);
  assert.equal((await stranger.get('/organisation/owners/nonsense')).status, 404);
});
