import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { type Person, testSite } from '../../../../../tests/support/site.ts';
import { membersOf } from '../../index.ts';

const site = await testSite();
after(site.close);

const AREAS =
  'Kind,Name,Part of\nborough,Ashmere,\nward,Northfield,Ashmere\nward,Quayside,Ashmere\nward,Elsewhere,';
const BODIES = `Kind,Name,Area,Email,Role,Role holder,Contact email,Role until
Board,Northfield Safer Neighbourhood Board,Northfield,,Chair,Ann Reed,ann@northfield.example,30 June 2025
Board,Quayside Safer Neighbourhood Board,Quayside,,Chair,Bo Fenn,,
Board,Elsewhere Safer Neighbourhood Board,Elsewhere,,,,,
Board,Northfield Arts Board,Northfield,arts@northfield.example,Chair,Ann Reed,,
School,Quayside Primary,Quayside,,Head,Cyn Marsh,head@quayside.example,`;

async function stored(ada: Person, what: string, content: string) {
  const preview = await ada.upload(
    `/directory/${what}/import`,
    { name: 'x.csv', content },
    {},
    { follow: true },
  );
  await ada.post(`${preview.path}/confirm`);
}

async function anAudience() {
  const ada = await site.person({ organisation: await site.organisation('Ashmere') });
  await stored(ada, 'areas', AREAS);
  await stored(ada, 'bodies', BODIES);
  const made = await ada.post('/audiences/new', { name: 'Safer Neighbourhood Boards' });
  const here = made.location!;
  return { ada, here, members: `${here}/members` };
}

const on = (day: string) => Temporal.PlainDate.from(day);
const membersOn = (ada: Person, here: string, day: string) =>
  site.within(ada.organisation, within => membersOf(within, here.split('/').at(-1)!, on(day)));

test('an audience is the boards of a name with their chairs, and says who is missing', async () => {
  const { ada, here, members } = await anAudience();
  assert.match((await ada.get(here)).text, /Nobody is named yet/);
  const sent = { of: 'bodies', kind: 'Board', named: 'safer neighbourhood', role: 'chair' };
  const drawn = await ada.post(members, sent, { follow: true });
  const words = '3 boards with 2 chairs; 1 without a chair; 1 without an address';
  assert.ok(drawn.text.includes(words), drawn.text);
  assert.match(drawn.text, /All boards with “safer neighbourhood” in their name: each chair/);
  assert.ok((await ada.get(here)).text.includes(words));
  const rows = drawn.dom
    .querySelectorAll('tbody tr')
    .map(row => row.querySelectorAll('th, td').map(cell => cell.structuredText.replace(/\s+/g, ' ').trim()));
  assert.deepEqual(rows, [
    [
      'Elsewhere Safer Neighbourhood Board',
      'Chair',
      'nobody Name one for Elsewhere Safer Neighbourhood Board',
      '',
    ],
    ['Northfield Safer Neighbourhood Board', 'Chair', 'Ann Reed', 'ann@northfield.example'],
    ['Quayside Safer Neighbourhood Board', 'Chair', 'Bo Fenn', 'no address Give one of Bo Fenn'],
  ]);
  assert.equal((await ada.post(members, sent)).status, 422);
  const expected = { name: 'Ann Reed', address: 'ann@northfield.example', language: 'en' };
  const roles = [{ role: 'Chair', of: 'Northfield Safer Neighbourhood Board' }];
  assert.deepEqual(await membersOn(ada, here, '2025-06-30'), [{ ...expected, roles }]);
  assert.deepEqual(await membersOn(ada, here, '2025-07-01'), []);
});

test('what is missing is mended from there, and a term that ends soon is told with who comes next', async () => {
  const { ada, members } = await anAudience();
  site.clock.set('2025-06-20T09:00:00Z');
  const edith = await site.person({ organisation: ada.organisation });
  const chairs = { of: 'bodies', kind: 'Board', named: 'safer neighbourhood', role: 'chair' };
  const drawn = await edith.post(members, chairs, { follow: true });
  assert.match(drawn.text, /Ann Reed until 30 June 2025, then nobody yet/);
  assert.match(drawn.text, /1 term ends within 30 days/);
  const links = (of: typeof drawn, words: string) =>
    of.dom
      .querySelectorAll('main a')
      .find(one => one.text.startsWith(words))
      ?.getAttribute('href') ?? '';
  const form = await edith.get(links(drawn, 'Name one'));
  assert.equal(form.dom.querySelector('#role')?.getAttribute('value'), 'Chair');
  const starts = { 'starts-day': '1', 'starts-month': '7', 'starts-year': '2025' };
  const named = { role: 'Chair', name: 'Cy Marl', language: 'en', email: 'cy@elsewhere.example', ...starts };
  await edith.post(links(drawn, 'Name one').split('?')[0]!, named);
  const northfield = drawn.dom.querySelectorAll('tbody th a').find(one => /Northfield/.test(one.text))!;
  await edith.post(`${northfield.getAttribute('href')}/role-holders/new`, { ...named, name: 'Di Sedge' });
  const after = await edith.get(members);
  assert.match(after.text, /nobody Cy Marl from 1 July 2025/);
  assert.match(after.text, /until 30 June 2025, then Di Sedge/);
  const gaps = await edith.get(links(after, 'Show only where'));
  assert.equal(gaps.dom.querySelectorAll('tbody tr').length, 2);
  const give = await edith.get(links(gaps, 'Give one'));
  assert.match(give.text, /Bo Fenn, Chair/);
  site.clock.set('2025-04-08T09:00:00Z');
});

test('draws add up: by area, by role, single ones, and each person is written to once', async () => {
  const { ada, here, members } = await anAudience();
  const within = (await ada.get(members)).dom
    .querySelectorAll('#within option')
    .find(one => one.text.startsWith('Ashmere'))!
    .getAttribute('value')!;
  await ada.post(members, { of: 'bodies', kind: 'board', within });
  site.clock.advance({ seconds: 1 });
  const all = await ada.post(
    members,
    { of: 'bodies', one: 'quayside primary', role: 'Head' },
    { follow: true },
  );
  assert.match(all.text, /4 bodies with 4 role holders; 1 without an address/);
  assert.match(all.text, /All boards, in Ashmere: everybody who holds a role/);
  const people = await membersOn(ada, here, '2025-04-08');
  assert.deepEqual(
    people.map(({ name, address, roles }) => [name, address, roles.map(one => one.of).join()]),
    [
      ['Ann Reed', 'arts@northfield.example', 'Northfield Arts Board'],
      ['Ann Reed', 'ann@northfield.example', 'Northfield Safer Neighbourhood Board'],
      ['Cyn Marsh', 'head@quayside.example', 'Quayside Primary'],
    ],
  );
  const remove = all.dom.querySelector('form[action$="/remove"]')!.getAttribute('action')!;
  const less = await ada.post(remove, {}, { follow: true });
  assert.match(less.text, /1 school with 1 head/i);
  assert.match((await ada.get(here)).text, /changed members from All boards, in Ashmere/);
});

test('what cannot be drawn is said, and nobody else’s audience is touched', async () => {
  const { ada, here, members } = await anAudience();
  const unknown = await ada.post(members, { of: 'bodies', one: 'Nowhere Board' });
  assert.equal(unknown.status, 422);
  assert.match(unknown.text, /No body is called “Nowhere Board”/);
  assert.equal((await ada.post(members, { of: 'people' })).status, 422);
  const viewer = await site.person({ role: 'viewer', organisation: ada.organisation });
  assert.equal((await viewer.get(members)).status, 200);
  assert.equal((await viewer.post(members, { of: 'bodies' })).status, 403);
  const stranger = await site.person({ organisation: await site.organisation('Elsewhere') });
  assert.equal((await stranger.get(members)).status, 404);
  assert.equal((await stranger.post(members, { of: 'bodies', role: 'chair' })).status, 404);
  assert.equal((await stranger.post(`${members}/${here.split('/').at(-1)}/remove`)).status, 404);
});
