import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { AUDIENCE_COLUMNS, newLine, newPlan } from '../../../tests/support/plans.ts';
import { type Person, testSite } from '../../../tests/support/site.ts';
import { createPlan, type NewLine } from '../plans/index.ts';

const site = await testSite();
after(site.close);
const ada = await site.person({ role: 'editor', name: 'Ada Marsh' });
const viewer = await site.person({ role: 'viewer' });

async function plan(person: Person, lines: Partial<NewLine>[], beside = {}): Promise<string> {
  const sections = [{ title: '', columns: AUDIENCE_COLUMNS, lines: lines.map(newLine) }];
  const made = await site.within(person.organisation, within =>
    createPlan(within, newPlan({ title: 'Winter plan', sections, beside }), site.clock.now()),
  );
  await site.runJobs();
  return made;
}

async function entry(person: Person, name: string): Promise<string> {
  const list = await person.get(`/audiences?q=${encodeURIComponent(name)}`);
  const link = list.dom.querySelectorAll('tbody th a').find(one => one.text === name);
  assert.ok(link, `no audience is called ${name}`);
  return link.getAttribute('href')!;
}

const fields = (changes: Record<string, string>) => ({
  name: 'Residents',
  also_called: '',
  grouped: '',
  detail: '',
  role: '',
  languages: '',
  formats: '',
  ...changes,
});

const versionOf = async (person: Person, address: string): Promise<string> =>
  (await person.get(`${address}/edit`)).dom.querySelector('input[name=version]')!.getAttribute('value')!;

test('an empty register teaches how it fills', async () => {
  const page = await ada.get('/audiences');
  assert.match(page.text, /No audiences yet/);
  assert.ok(page.dom.querySelector('a[href="/audiences/new"]'));
  assert.equal((await viewer.get('/audiences')).dom.querySelector('a[href="/audiences/new"]'), null);
});

test('lists find, narrow, order and count; figures open onto their lists', async () => {
  await plan(
    ada,
    [
      { audience: 'Residents; ward councillors', what: 'Gritting' },
      { audience: 'Residents', what: 'Bins' },
      { audience: 'All', what: 'Everything' },
    ],
    { audiences: [{ group: 'Employees', name: 'Home carers', detail: 'At night', role: '' }] },
  );
  const names = async (address: string) =>
    (await viewer.get(address)).dom.querySelectorAll('tbody th a').map(link => link.text);
  assert.deepEqual(await names('/audiences'), ['Home carers', 'Residents', 'Ward councillors']);
  assert.deepEqual(await names('/audiences?sort=lines'), ['Residents', 'Ward councillors', 'Home carers']);
  assert.deepEqual(await names('/audiences?q=night'), ['Home carers']);
  assert.deepEqual(await names('/audiences?in=Employees'), ['Home carers']);
  assert.deepEqual(await names('/audiences?only=unreached'), ['Home carers']);
  assert.match((await viewer.get('/audiences?q=%25')).text, /None is found/);
  const bar = (await viewer.get('/audiences')).dom.querySelector('.cg-facts')!;
  assert.match(bar.text.replace(/\s+/g, ' '), /3 audiences 1 reached by no line 0 with a need/);
  assert.ok(bar.querySelector('a[href="/audiences?only=unreached"]'));
  const unknown = await viewer.get('/audiences/unknown');
  assert.match(unknown.text, /Line 3/);
  assert.match(unknown.text, /All/);
});

test('an entry shows its plans and its lines, and is changed over the version that was seen', async () => {
  const address = await entry(ada, 'Residents');
  const seen = await viewer.get(address);
  assert.match(seen.text, /used by 2 lines/);
  assert.match(seen.text, /Gritting/);
  assert.match(seen.text, /Winter plan/);
  assert.equal(seen.dom.querySelector(`a[href="${address}/edit"]`), null);
  const version = await versionOf(ada, address);
  const saved = await ada.post(
    `${address}/edit`,
    fields({ version, languages: 'Polish', formats: 'large print' }),
  );
  assert.equal(saved.location, address);
  const after = await viewer.get(address);
  assert.match(after.text, /No line that reaches them mentions: Polish; large print/);
  assert.match(after.text, /Ada Marsh changed languages/);
  assert.match((await viewer.get('/audiences?only=unmet')).text, /Residents/);
  const late = await ada.post(`${address}/edit`, fields({ version, detail: 'Mine' }));
  assert.equal(late.status, 409);
  assert.match(late.text, /Somebody else changed it/);
  assert.equal(late.dom.querySelector('#detail')?.text.trim(), 'Mine');
  const wrong = await ada.post(`${address}/edit`, fields({ version, name: ' ' }));
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /Enter the name of the audience/);
});

test('a need is met by a line that mentions it', async () => {
  await plan(ada, [{ audience: 'Residents', how: 'Leaflet in Polish and large-print' }]);
  assert.doesNotMatch((await viewer.get(await entry(ada, 'Residents'))).text, /mentions:/);
  assert.match((await viewer.get('/audiences?only=unmet')).text, /None is found/);
});

test('one is added by hand once; a name that is there is refused with the answers kept', async () => {
  const made = await ada.post('/audiences/new', fields({ name: 'Bus users', detail: 'By the river' }));
  assert.match(made.location ?? '', /^\/audiences\//);
  await plan(ada, [{ audience: 'All' }]);
  await ada.post('/audiences/new', fields({ name: 'Everybody', also_called: 'All' }));
  await site.runJobs();
  assert.match((await viewer.get(await entry(ada, 'Everybody'))).text, /used by 2 lines/);
  const again = await ada.post('/audiences/new', fields({ name: 'bus user', detail: 'Other' }));
  assert.equal(again.status, 422);
  assert.match(again.text, /“bus user” is already in the register/);
  assert.equal(again.dom.querySelector('#detail')?.text.trim(), 'Other');
});

test('one that has ended is not missed any more, keeps its name, and is taken up again', async () => {
  const address = await entry(ada, 'Bus users');
  const version = await versionOf(ada, address);
  await ada.post(`${address}/end`, { version, ended: 'yes' });
  assert.doesNotMatch((await viewer.get('/audiences')).dom.querySelector('tbody')!.text, /Bus users/);
  assert.match((await viewer.get('/audiences?ended=yes')).text, /Bus users/);
  await plan(ada, [{ audience: 'Bus users' }]);
  assert.match((await viewer.get(address)).text, /used by 1 line/);
  await ada.post(`${address}/end`, { version: await versionOf(ada, address), ended: '' });
  assert.match((await viewer.get('/audiences')).text, /Bus users/);
});

test('duplicates are offered, previewed, merged, and two again while nobody changed them', async () => {
  await plan(ada, [{ audience: 'Ward councilors', what: 'Misprinted' }]);
  const [kept, gone] = [await entry(ada, 'Ward councillors'), await entry(ada, 'Ward councilors')];
  assert.match((await ada.get('/audiences/alike')).text, /Ward councillors/);
  assert.match((await ada.get(`${kept}/merge`)).text, /Ward councilors/);
  const preview = await ada.get(`${kept}/merge?with=${gone.split('/').at(-1)}`);
  assert.match(preview.text, /1 line of “Ward councilors” will use “Ward councillors”/);
  assert.match((await viewer.get(kept)).text, /used by 1 line/);
  const [, , id = ''] = gone.split('/');
  assert.equal((await ada.post(`${kept}/merge`, { with: id })).location, kept);
  const merged = await ada.get(kept);
  assert.match(merged.text, /used by 2 lines/);
  assert.match(merged.text, /Also called\s*Ward councilors/);
  assert.equal((await viewer.get(gone)).location, kept);
  await plan(ada, [{ audience: 'Ward councilors' }]);
  assert.match((await ada.get(kept)).text, /used by 3 lines/);
  await ada.post(`${kept}/unmerge`);
  await site.runJobs();
  assert.match((await ada.get(gone)).text, /used by 2 lines/);
  assert.doesNotMatch((await ada.get(kept)).text, /Undo the merge/);
  await ada.post(`${kept}/merge`, { with: id });
  const changed = await ada.post(`${kept}/edit`, {
    ...fields({ name: 'Ward councillors', also_called: 'Ward councilors', detail: 'New' }),
    version: await versionOf(ada, kept),
  });
  assert.equal(changed.location, kept);
  await ada.post(`${kept}/unmerge`);
  assert.equal((await viewer.get(gone)).location, kept);
});

test('a line is linked and taken apart by hand, and stays so', async () => {
  const made = await plan(ada, [{ audience: 'Residents', what: 'Snow' }]);
  const list = await ada.get(`/plans/${made}`);
  const line = list.dom.querySelector('tbody a[href*="/lines/"]')!.getAttribute('href')!.split('?')[0]!;
  const [residents, carers] = [await entry(ada, 'Residents'), await entry(ada, 'Home carers')];
  const link = (address: string, linked: string) =>
    ada.post(`${line}/links`, { register: 'audiences', entry: address.split('/').at(-1)!, linked });
  assert.match((await ada.get(`${line}/links?q=carers`)).text, /Home carers/);
  await link(carers, 'yes');
  await link(residents, '');
  const seen = await viewer.get(line);
  assert.match(seen.text, /Home carers by hand/);
  assert.equal(seen.dom.querySelector(`a[href="${residents}"]`), null);
  const edit = await ada.get(`${line}/edit`);
  const typed = Object.fromEntries(
    edit.dom.querySelectorAll('main textarea').map(one => [one.attrs.name!, one.text.trim()]),
  );
  const version = edit.dom.querySelector('input[name=version]')!.getAttribute('value')!;
  await ada.post(`${line}/edit`, {
    ...typed,
    audience: 'Residents; tenants',
    state: 'unknown',
    marking: 'none',
    version,
  });
  await site.runJobs();
  const after = await viewer.get(line);
  assert.match(after.text, /Tenants/);
  assert.match(after.text, /Home carers by hand/);
  assert.equal(after.dom.querySelector(`a[href="${residents}"]`), null);
});

test('viewers change nothing, and what is malformed is not there', async () => {
  const address = await entry(ada, 'Residents');
  for (const path of ['/audiences/new', '/audiences/alike', `${address}/edit`, `${address}/merge`])
    assert.equal((await viewer.get(path)).status, 403, path);
  assert.equal((await ada.get('/audiences/nonsense')).status, 404);
  assert.equal((await ada.get(`${address}/merge?with=nonsense`)).status, 200);
  const elsewhere = await site.person({ organisation: await site.organisation('Saltby Town Council') });
  assert.equal((await elsewhere.get(address)).status, 404);
  assert.match((await elsewhere.get('/audiences')).text, /No audiences yet/);
});
