import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sendForm } from '../../../../../tests/support/filled-form.ts';
import { testSite } from '../../../../../tests/support/site.ts';

const site = await testSite();
after(site.close);

/** An organisation of its own, with somebody who looks after it. */
async function body(name: string) {
  const organisation = await site.organisation(name);
  const administrator = await site.person({ role: 'administrator', organisation });
  const add = async (fields: Record<string, string>) => {
    const added = await administrator.post('/directory/people', { kind: 'staff', language: 'en', ...fields });
    assert.equal(added.status, 303, added.text);
    return added.location!;
  };
  const change = async (person: string, fields: Record<string, string>) =>
    sendForm(administrator, await administrator.get(`${person}/edit`), fields, person);
  return { organisation, administrator, add, change };
}

test('somebody is added, found by the beginnings of their names, and changed', async () => {
  const { administrator, add, change } = await body('Directory of Ashmere');
  assert.match((await administrator.get('/directory')).text, /No people yet/);
  const ada = await add({ name: 'Siân Ada Marsh', email: 'Sian@Ashmere.example' });
  await add({ name: 'Bo Reed', manager: 'sian@ashmere.example' });
  const list = await administrator.get('/directory');
  assert.match(list.text, /2 people are in the directory/);
  for (const q of ['sian mar', 'MARSH', 'ada', 'sian@ashmere'])
    assert.match(
      (await administrator.get(`/directory?q=${encodeURIComponent(q)}`)).text,
      /Siân Ada Marsh/,
      q,
    );
  assert.match((await administrator.get('/directory?q=marsh+bo')).text, /Nothing is called so/);
  const page = await administrator.get(ada);
  assert.match(page.text, /sian@ashmere.example/);
  const changed = await change(ada, { phone: '01632 960 001' });
  assert.equal(changed.location, ada);
  const history = await administrator.get(ada);
  assert.match(history.text, /changed the telephone number/);
  assert.match(history.text, /Manages\s+Bo Reed/);
});

test('the list is walked to its end without losing or doubling anybody', async () => {
  const { organisation, administrator } = await body('Directory of many');
  await site.within(organisation, async ({ db }) => {
    const now = site.clock.now();
    const people = Array.from({ length: 120 }, (_, number) => ({
      name: `Person ${String(number % 40).padStart(3, '0')} Same`,
      created_at: now,
      changed_at: now,
    }));
    await db.insertInto('people').values(people).execute();
  });
  for (const start of ['/directory', '/directory?q=same', '/directory?q=pers+0']) {
    const seen: string[] = [];
    for (let at: string | undefined = start; at; ) {
      const shown = await administrator.get(at);
      seen.push(...shown.dom.querySelectorAll('tbody th a').map(one => one.getAttribute('href')!));
      at = shown.dom.querySelector('a[rel=next]')?.getAttribute('href');
    }
    assert.equal(seen.length, 120, start);
    assert.equal(new Set(seen).size, 120, start);
  }
  for (const after of ['nonsense', '["a"]', '["a","b"]', '[1,2]'])
    assert.equal((await administrator.get(`/directory?after=${encodeURIComponent(after)}`)).status, 200);
});

test('an address is one person’s, a manager is somebody, and managers stand in no ring', async () => {
  const { administrator, add, change } = await body('Directory of rules');
  const ada = await add({ name: 'Ada Marsh', email: 'ada@ashmere.example' });
  await add({ name: 'Bo Reed', manager: 'Ada Marsh' });
  const send = (fields: Record<string, string>) =>
    administrator.post('/directory/people', { kind: 'staff', language: 'en', ...fields });
  assert.match(
    (await send({ name: 'Cy', email: 'ADA@ashmere.example' })).text,
    /has this email address already/,
  );
  assert.match(
    (await send({ name: 'Cy', manager: 'Nobody Here' })).text,
    /Nobody in the directory is called/,
  );
  assert.match((await send({ name: '', email: 'x' })).text, /Enter a name[\s\S]*Enter an email address/);
  await add({ name: 'Bo Reed' });
  assert.match((await send({ name: 'Cy', manager: 'bo reed' })).text, /Several people are called bo reed/);
  const ring = await change(ada, { manager: 'Ada Marsh' });
  assert.match(ring.text, /manages their own manager/);
});

test('a post has its holder, deputy and cover, and says to whom requests go', async () => {
  const { administrator, add } = await body('Directory of posts');
  await add({ name: 'Ada Marsh', email: 'ada@ashmere.example' });
  await add({ name: 'Bo Reed', email: 'bo@ashmere.example' });
  const post = (await administrator.post('/directory/posts', { name: 'Ward Sergeant' })).location!;
  assert.match((await administrator.get(post)).text, /Nobody holds this post today/);
  await administrator.post(`${post}/holdings`, { who: 'Ada Marsh', as: 'holder' });
  const covering = {
    'from-day': '1',
    'from-month': '4',
    'from-year': '2025',
    'to-day': '30',
    'to-month': 'apr',
    'to-year': '2025',
  };
  const days = await administrator.post(`${post}/holdings`, { who: 'Bo Reed', as: 'cover' });
  assert.match(days.text, /covering is for a time/);
  await administrator.post(`${post}/holdings`, { who: 'bo@ashmere.example', as: 'cover', ...covering });
  const page = await administrator.get(post);
  assert.match(page.text, /Bo Reed\s+cover\s+1 April 2025\s+30 April 2025/);
  assert.match((await administrator.get('/directory?kind=post&q=serg')).text, /Ada Marsh/);
  const ending = page.dom.querySelector('form[action$="/end"][action*="holdings"]')!.getAttribute('action')!;
  assert.equal((await administrator.post(ending)).status, 303);
  assert.match((await administrator.get(post)).text, /ended a holding/);
  const twice = await administrator.post('/directory/posts', { name: 'ward sergeant' });
  assert.match(twice.text, /There is a post of this name already/);
  assert.equal((await administrator.post(`${post}/end`)).location, '/directory?kind=post');
  assert.match((await administrator.get('/directory?kind=post')).text, /No posts yet/);
  assert.match((await administrator.get('/directory?kind=post&q=serg')).text, /Nothing is called so/);
});

test('departments stand in a tree, and the lead of one above leads', async () => {
  const { administrator, add, change } = await body('Directory of departments');
  const ada = await add({ name: 'Ada Marsh', email: 'ada@ashmere.example' });
  const place = (await administrator.post('/directory/departments', { name: 'Place' })).location!;
  const id = place.split('/').at(-1)!;
  const housing = (await administrator.post('/directory/departments', { name: 'Housing', within: id }))
    .location!;
  await change(ada, { department: housing.split('/').at(-1)! });
  const ring = await administrator.post(place, {
    name: 'Place',
    within: housing.split('/').at(-1)!,
    version: '1',
  });
  assert.match(ring.text, /cannot be part of itself/);
  assert.match((await administrator.get(housing)).text, /Nobody leads communications for it yet/);
  const named = await administrator.post('/directory/leads', {
    who: 'Ada Marsh',
    of: `department:${id}`,
  });
  assert.equal(named.status, 303, named.text);
  assert.match(
    (await administrator.get(housing)).text,
    /Ada Marsh\s+leads communications for it, as for what is above it/,
  );
  assert.match((await administrator.get('/directory/leads')).text, /Place\s+department\s+Ada Marsh/);
  assert.match(
    (await administrator.post('/directory/leads', { who: 'Ada Marsh', of: 'subject' })).text,
    /Enter the subject/,
  );
});

test('a team is led by one, and a portfolio held by one', async () => {
  const { administrator, add } = await body('Directory of teams');
  await add({ name: 'Ada Marsh' });
  await add({ name: 'Bo Reed' });
  const team = (await administrator.post('/directory/teams', { name: 'Press office' })).location!;
  await administrator.post(`${team}/members`, { who: 'Ada Marsh', leads: 'yes' });
  await administrator.post(`${team}/members`, { who: 'Bo Reed', leads: 'yes' });
  assert.match((await administrator.get(team)).text, /Bo Reed\s+lead[\s\S]*Ada Marsh\s+member/);
  const bo = (await administrator.get(team)).dom.querySelector('input[name=person]')!.getAttribute('value')!;
  await administrator.post(`${team}/members/remove`, { person: bo });
  assert.match((await administrator.get(team)).text, /Nobody leads this team/);
  const portfolio = await administrator.post('/directory/portfolios', { name: 'Homes', holder: 'Ada Marsh' });
  assert.match((await administrator.get(portfolio.location!)).text, /held by\s+Ada Marsh/);
});

test('cover is from one day to another, by somebody who is still here', async () => {
  const { administrator, add } = await body('Directory of cover');
  const ada = await add({ name: 'Ada Marsh', email: 'ada@ashmere.example' });
  await add({ name: 'Bo Reed', email: 'bo@ashmere.example' });
  const days = {
    'from-day': '1',
    'from-month': '4',
    'from-year': '2025',
    'to-day': '30',
    'to-month': '4',
    'to-year': '2025',
  };
  const wrong = await administrator.post(`${ada}/covers`, { by: 'Ada Marsh', ...days });
  assert.match(wrong.text, /nobody covers for themselves/);
  const none = await administrator.post(`${ada}/covers`, { by: '' });
  assert.match(none.text, /Enter a name or an email address[\s\S]*Enter the first day/);
  assert.equal((await administrator.post(`${ada}/covers`, { by: 'Bo Reed', ...days })).status, 303);
  const page = await administrator.get(ada);
  assert.match(page.text, /requests go to\s+Bo Reed/);
  assert.match((await administrator.get('/directory')).text, /away, covered by Bo Reed/);
  const end = page.dom.querySelector('form[action*="/covers/"]')!.getAttribute('action')!;
  assert.equal((await administrator.post(end)).status, 303);
  assert.match((await administrator.get(ada)).text, /Nobody covers for Ada Marsh/);
});

test('everybody reads the directory, and those who lead communications change it', async () => {
  const { organisation, add } = await body('Directory of rights');
  const ada = await add({ name: 'Ada Marsh' });
  const viewer = await site.person({ role: 'viewer', organisation });
  for (const path of ['/directory', ada, '/directory/leads'])
    assert.equal((await viewer.get(path)).status, 200);
  const editor = await site.person({ role: 'editor', organisation });
  assert.equal((await editor.post('/directory/people', { name: 'Bo' })).status, 403);
  for (const path of ['people', 'posts', 'teams', 'departments', 'portfolios'])
    for (const id of ['x', '00000000-0000-4000-8000-000000000000'])
      assert.equal((await viewer.get(`/directory/${path}/${id}`)).status, 404);
});
