import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { type Person, testSite } from '../../../../../tests/support/site.ts';

const site = await testSite();
after(site.close);

const anEditor = async () => site.person({ organisation: await site.organisation('Ashmere') });

const AREAS = 'Kind,Name,Part of\nborough,Ashmere,\nward,Northfield,Ashmere\nward,Quayside,Ashmere';
const BODIES = `Type,Body,Ward,Role,Contact name,Contact email,Appointed
Board,Northfield Safer Neighbourhood Board,Northfield,Chair,Ann Reed,ann@northfield.example,1 May 2024
Board,Northfield Safer Neighbourhood Board,Northfield,Clerk,Bola Sedge,,
Board,Quayside Safer Neighbourhood Board,Quayside,Chair,,,
School,Quayside Primary,Quayside,Head,Cyn Marsh,head@quayside.example,`;

const given = (ada: Person, what: 'areas' | 'bodies', content: string) =>
  ada.upload(`/directory/${what}/import`, { name: `${what}.csv`, content }, {}, { follow: true });

async function stored(ada: Person, what: 'areas' | 'bodies', content: string) {
  const preview = await given(ada, what, content);
  return ada.post(`${preview.path}/confirm`, {}, { follow: true });
}

async function withBodies() {
  const ada = await anEditor();
  await stored(ada, 'areas', AREAS);
  const preview = await given(ada, 'bodies', BODIES);
  assert.match(preview.text, /3 new 0 changed 0 stored already/);
  await ada.post(`${preview.path}/confirm`);
  return ada;
}

const pageOf = async (ada: Person, name: string) => {
  const list = await ada.get(`/directory/bodies?q=${encodeURIComponent(name)}`);
  const link = list.dom.querySelectorAll('tbody th a').find(one => one.text === name);
  return link!.getAttribute('href')!;
};

const rowsOf = async (ada: Person, query: string) =>
  (await ada.get(`/directory/bodies?${query}`)).dom
    .querySelectorAll('tbody tr')
    .map(row => row.querySelectorAll('th, td').map(cell => cell.structuredText.replace(/\s+/g, ' ').trim()));

test('bodies come from a file with those who hold their roles, and are found by either', async () => {
  const ada = await withBodies();
  const northfield = [
    'Northfield Safer Neighbourhood Board',
    'Board',
    'Northfield',
    'Chair: Ann Reed Clerk: Bola Sedge',
  ];
  const quayside = ['Quayside Safer Neighbourhood Board', 'Board', 'Quayside', 'Chair: vacant'];
  const school = ['Quayside Primary', 'School', 'Quayside', 'Head: Cyn Marsh'];
  assert.deepEqual(await rowsOf(ada, ''), [northfield, school, quayside]);
  assert.deepEqual(await rowsOf(ada, 'q=reed'), [northfield]);
  assert.deepEqual(await rowsOf(ada, 'q=safer+quay'), [quayside]);
  assert.deepEqual(await rowsOf(ada, 'kind=school'), [school]);
  assert.equal((await rowsOf(ada, 'in=ashmere')).length, 3);
  assert.deepEqual(await rowsOf(ada, 'in=Northfield'), [northfield]);
  assert.match((await ada.get('/directory/bodies?in=Nowhere')).text, /No body is found/);
  assert.match((await ada.get('/directory/bodies?q=nobody')).text, /No body is found/);
});

test('a new chair takes the place of the one before, who stays known', async () => {
  const ada = await withBodies();
  const next = BODIES.replace(
    'Ann Reed,ann@northfield.example,1 May 2024',
    'Dee Lund,dee@northfield.example,1 May 2025',
  );
  const preview = await given(ada, 'bodies', next);
  assert.match(preview.text, /0 new 1 changed 2 stored already/);
  assert.match(preview.text, /Chair: from Ann Reed → to Dee Lund/);
  await ada.post(`${preview.path}/confirm`);
  const here = await pageOf(ada, 'Northfield Safer Neighbourhood Board');
  const before = await ada.get(here);
  assert.match(before.text, /Chair 1 May 2024 to 30 April 2025 Ann Reed/);
  assert.match(before.text, /To come Who will hold its roles.* Chair from 1 May 2025 Dee Lund/);
  const started = next.replace('1 May 2025', '1 April 2025').replace('Dee Lund', 'Flo Mere');
  await stored(ada, 'bodies', started);
  const after = await ada.get(here);
  assert.match(after.text, /Chair since 1 April 2025 Flo Mere.*To come.*Dee Lund.*Before.*Ann Reed/);
  assert.doesNotMatch(after.text.split('History')[1]!, /dee@|ann@/);
});

test('somebody is written down by hand, with why and until when they can be reached', async () => {
  const ada = await withBodies();
  const here = await pageOf(ada, 'Quayside Safer Neighbourhood Board');
  const sent = {
    role: 'Chair',
    name: 'Eve Fenn',
    email: 'eve@quayside.example',
    emailPurpose: 'To send papers',
  };
  const wrong = await ada.post(`${here}/role-holders/new`, { ...sent, name: '', email: 'eve at quayside' });
  assert.equal(wrong.status, 422);
  assert.equal(wrong.dom.querySelector('#role')!.getAttribute('value'), 'Chair');
  const backwards = { 'starts-day': '2', 'starts-month': '5', 'starts-year': '2025' };
  const ends = { 'ends-day': '1', 'ends-month': 'May', 'ends-year': '2025' };
  assert.equal((await ada.post(`${here}/role-holders/new`, { ...sent, ...backwards, ...ends })).status, 422);
  const added = await ada.post(`${here}/role-holders/new`, sent, { follow: true });
  assert.match(added.text, /Eve Fenn.*eve@quayside\.example To send papers; kept while they hold the role/);
  assert.doesNotMatch(added.text, /vacant/);
  const edit = added.dom.querySelector('a[href$="/edit"][href*=role-holders]')!.getAttribute('href')!;
  const form = await ada.get(edit);
  assert.equal(form.dom.querySelector('#emailPurpose')!.getAttribute('value'), 'To send papers');
  const kept = { 'email-kept-day': '30', 'email-kept-month': '6', 'email-kept-year': '2025' };
  const saved = await ada.post(edit, { ...sent, ...ends, ...kept, version: '1' }, { follow: true });
  assert.match(saved.text, /until 1 May 2025 Eve Fenn.*kept until 30 June 2025/);
  assert.equal((await ada.post(edit, { ...sent, name: 'Eve', version: '1' })).status, 422);
  const out = await ada.post(edit.replace('/edit', '/remove'), {}, { follow: true });
  assert.match(out.text, /Chair: vacant.*took out: Chair from Eve Fenn/);
});

test('a body is added and changed by hand, and its name is taken once in an area', async () => {
  const ada = await withBodies();
  const sent = {
    name: 'Marsh Road Allotments',
    kind: '  Allotment  group',
    email: 'HELLO@marsh.example',
    roles: 'chair\nchair\ntreasurer',
  };
  const added = await ada.post('/directory/bodies/new', sent, { follow: true });
  assert.match(added.text, /Allotment group/);
  assert.match(added.text, /Chair: vacant.*Treasurer: vacant/);
  assert.match(added.text, /hello@marsh\.example/);
  assert.equal(
    (await ada.post('/directory/bodies/new', { ...sent, name: 'marsh road allotments' })).status,
    422,
  );
  assert.equal((await ada.post('/directory/bodies/new', { name: '', kind: '', email: 'x' })).status, 422);
  const saved = await ada.post(
    `${added.path}/edit`,
    { ...sent, phone: '01632 960 009', version: '1' },
    { follow: true },
  );
  assert.match(saved.text, /changed the telephone number/);
  assert.equal((await ada.post(`${added.path}/edit`, { ...sent, name: 'X', version: '1' })).status, 422);
});

test('what is wrong with rows of bodies is told where it stands', async () => {
  const ada = await anEditor();
  await stored(ada, 'areas', AREAS);
  const page = await given(
    ada,
    'bodies',
    'Kind,Name,Area,Role,Role holder,Contact email,Phone\nboard,A,Nowhere,,Ann,not an address,\nboard,B,,,,b@b.example,\nboard,C,Northfield,Chair,Cy,,01632 960 001\nboard,C,Northfield,Clerk,Di,,01632 960 002',
  );
  const wrong = page.dom
    .querySelectorAll('tbody .govuk-error-message')
    .map(one => `${one.closest('tr')!.querySelector('th')!.text} ${one.text}`);
  assert.deepEqual(wrong, [
    "2 Area Role Role holder's email address No area is called “Nowhere”. Check the name, or add the area first.",
    "2 Area Role Role holder's email address Enter the role that this person holds, like chair.",
    "2 Area Role Role holder's email address Enter an email address in the right format, like name@example.com.",
    '3 Role holder Enter the name of the person who is reached so.',
    '5 Telephone Row 4 says otherwise of the same body: 01632 960 001.',
  ]);
});

test('viewers read, and strangers see nothing', async () => {
  const ada = await withBodies();
  const here = await pageOf(ada, 'Quayside Primary');
  const viewer = await site.person({ role: 'viewer', organisation: ada.organisation });
  assert.match((await viewer.get(here)).text, /Cyn Marsh/);
  for (const path of [
    '/directory/bodies/new',
    '/directory/bodies/import',
    `${here}/edit`,
    `${here}/role-holders/new`,
  ])
    assert.equal((await viewer.get(path)).status, 403);
  const stranger = await site.person({ organisation: await site.organisation('Elsewhere') });
  for (const path of [here, `${here}/edit`, `${here}/role-holders/new`])
    assert.equal((await stranger.get(path)).status, 404);
  assert.equal((await stranger.post(`${here}/role-holders/new`, { role: 'chair', name: 'X' })).status, 404);
  assert.equal((await stranger.get('/directory/bodies/nonsense')).status, 404);
});
