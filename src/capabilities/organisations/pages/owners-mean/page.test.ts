import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testSite } from '../../../../../tests/support/site.ts';

const site = await testSite();
after(site.close);

const OWNERS = '/organisation/owners';
const administrator = await site.person({ role: 'administrator' });
const add = async (path: string, fields: Record<string, string>) =>
  (await administrator.post(path, { kind: 'staff', language: 'en', ...fields })).location!;
const owner = async (name: string, kind = 'person') => {
  await administrator.post(OWNERS, { name, kind, initials: '' });
  const found = await administrator.get(`${OWNERS}?q=${encodeURIComponent(name)}`);
  return found.dom.querySelector('tbody th a')!.getAttribute('href')!;
};

test('whoever is likely meant is offered, and means nothing until somebody takes it', async () => {
  await add('/directory/people', { name: 'Karen Bell', email: 'karen@ashmere.example' });
  const bell = await owner('K. Bell');
  const page = await administrator.get(bell);
  assert.match(page.text, /Nobody has said yet[\s\S]*It is Karen Bell \(person\)/);
  const offer = page.dom.querySelector('input[name=offer]')!.getAttribute('value')!;
  const taken = await administrator.post(`${bell}/means`, { offer }, { follow: true });
  assert.match(taken.text, /K. Bell means Karen Bell/);
  assert.match(taken.text, /Requests go to Karen Bell\./);
  assert.match(taken.text, /said whom it means/);
  const back = await administrator.post(`${bell}/means`, { offer: 'nobody' }, { follow: true });
  assert.match(back.text, /Nobody has said yet/);
});

test('a post or a team is meant by its name, and whoever has it is asked', async () => {
  const post = await add('/directory/posts', { name: 'Ward Sergeant' });
  await administrator.post(`${post}/holdings`, { who: 'Karen Bell', as: 'holder' });
  const sergeants = await owner('Sergeants of wards', 'post');
  const said = await administrator.post(`${sergeants}/means`, { who: 'ward sergeant' }, { follow: true });
  assert.match(said.text, /Ward Sergeant, a post\. Requests go to Karen Bell, who holds the post/);
  assert.match((await administrator.get(post)).text, /Plans mean this post by\s+Sergeants of wards/);
  const none = await administrator.post(`${sergeants}/means`, { who: 'Nobody Here' }, { follow: true });
  assert.match(none.text, /No person, post or team of the directory is called Nobody Here/);
  const empty = await administrator.post(`${sergeants}/means`, { who: '' }, { follow: true });
  assert.match(empty.text, /Enter the name of a person/);
});

test('many are settled by ticks, one that is offered each', async () => {
  await add('/directory/people', { name: 'Kim Dale', email: 'kim@ashmere.example' });
  await owner('Dale, K');
  await owner('Somebody Else');
  const list = await administrator.get(`${OWNERS}/meant`);
  assert.match(list.text, /Dale, K\s+Person\s+Kim Dale/);
  assert.match(list.text, /Somebody Else\s+Person\s+Nobody is called so/);
  const tick = list.dom
    .querySelectorAll('input[type=checkbox]')
    .find(one => one.parentNode?.text.includes('Dale, K'))!;
  const name = tick.getAttribute('name')!;
  const value = tick.getAttribute('value')!;
  const done = await administrator.post(`${OWNERS}/meant`, { [name]: value }, { follow: true });
  assert.match(done.text, /It is said whom 1 owner means/);
  assert.doesNotMatch(done.text, /Dale, K/);
  const again = await administrator.post(`${OWNERS}/meant`, {}, { follow: true });
  assert.match(again.text, /Tick those that are right/);
});

test('nobody of another organisation is meant', async () => {
  const own = await site.organisation('Sedgemere');
  const stranger = await site.person({ role: 'administrator', organisation: own });
  await stranger.post(OWNERS, { name: 'Karen Bell', kind: 'person', initials: '' });
  const theirs = (await stranger.get(OWNERS)).dom.querySelector('tbody th a')!.getAttribute('href')!;
  assert.doesNotMatch((await stranger.get(theirs)).text, /It is Karen Bell/);
  const karen = (await administrator.get('/directory?q=karen')).dom.querySelector('tbody th a')!;
  const offer = `person:${karen.getAttribute('href')!.split('/').at(-1)}`;
  const refused = await stranger.post(`${theirs}/means`, { offer }, { follow: true });
  assert.match(refused.text, /No person, post or team/);
});

test('of two that become one the one that stays means whom the other meant, until they are two again', async () => {
  await add('/directory/people', { name: 'Lea Fenn', email: 'lea@ashmere.example' });
  const [from, into] = [await owner('L. Fenn'), await owner('Fenn of the harbour')];
  await administrator.post(`${from}/means`, { who: 'Lea Fenn' });
  await administrator.post(`${from}/merge`, { into: into.split('/').at(-1)! });
  assert.match((await administrator.get(into)).text, /Requests go to Lea Fenn/);
  await administrator.post(`${from}/merge/undo`);
  assert.match((await administrator.get(into)).text, /Nobody has said yet/);
  assert.match((await administrator.get(from)).text, /Requests go to Lea Fenn/);
});
