import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { type Person, testSite } from '../../../../../tests/support/site.ts';

const site = await testSite();
after(site.close);

const REFUSED = '/directory/people/import';
const MADE = '/directory/people/import-and-departments';

const PEOPLE = `Full name,Work email,Contract,Department,Job title,Reports to,Joined,Ends,Language
Ada Marsh,Ada@Ashmere.example,Permanent,Place > Housing,Head of Housing,,1/4/2019,,English
Bo Reed,bo@ashmere.example,Agency,Housing,Housing Officer,ada@ashmere.example,,31/12/2025,
Cy Hill,,Councillor,,,,,,Welsh`;

const body = async (name: string) =>
  site.person({ role: 'administrator', organisation: await site.organisation(name) });

const given = (who: Person, content: string, at = MADE) =>
  who.upload(at, { name: 'people.csv', content }, {}, { follow: true });

test('people come from a file with their departments, posts and managers, and are known when they come again', async () => {
  const administrator = await body('From file');
  const choice = await administrator.get('/directory/people/from-file');
  assert.equal(choice.dom.querySelectorAll(`a[href="${MADE}"], a[href="${REFUSED}"]`).length, 2);
  const preview = await given(administrator, PEOPLE);
  assert.match(preview.text, /3 new 0 changed 0 stored already/);
  assert.match(
    preview.text,
    /Would also make 2 departments: Place; Place > Housing\. Would also make 2 posts: Head of Housing \(Place > Housing\); Housing Officer \(Place > Housing\)\./,
  );
  assert.match((await administrator.get('/directory')).text, /No people yet/);
  const done = await administrator.post(`${preview.path}/confirm`, {}, { follow: true });
  assert.match(done.text, /3 people added/);
  assert.match(
    (await administrator.get('/directory?q=ada')).text,
    /Ada Marsh ada@ashmere\.example Head of Housing Housing Staff/,
  );
  const bo = (await administrator.get('/directory?q=bo')).dom.querySelector('tbody th a')!;
  const page = await administrator.get(bo.getAttribute('href')!);
  assert.match(page.text, /Temporary staff · leaves after 31 December 2025/);
  assert.match(page.text, /Department Place > Housing Manager Ada Marsh/);
  assert.match((await given(administrator, PEOPLE)).text, /nothing to confirm/);
  const moved = await given(administrator, PEOPLE.replace('Housing Officer', 'Repairs Officer'), REFUSED);
  assert.match(moved.text, /0 new 1 changed 2 stored already/);
  await administrator.post(`${moved.path}/confirm`);
  assert.match(
    (await administrator.get('/directory?kind=post&q=repairs')).text,
    /Repairs Officer Housing Bo Reed/,
  );
});

test('what is wrong is told per row and cell, and nothing is stored', async () => {
  const administrator = await body('Wrong file');
  const wrong = await given(
    administrator,
    `Name,Email,Department,Manager,Start date,Kind
Ada,ada@x.example,Nowhere,Bo,1 April 2025,staff
Bo,bo@x.example,,Ada,31 February 2025,Wizard
,not an address,,Nobody,,
Cy,cy@x.example,,Nobody,,
Di,CY@x.example,,,,`,
    REFUSED,
  );
  for (const words of [
    /No department is called “Nowhere”/,
    /Enter Staff, Temporary, Contractor, Member or Partner/,
    /real date/,
    /Nobody is called “Nobody”/,
    /Enter a name/,
    /right format, like name@example\.com/,
  ])
    assert.match(wrong.text, words);
  assert.match((await administrator.get('/directory')).text, /No people yet/);
});

test('whose address it is already is told by row and cell, with all else that is wrong', async () => {
  const administrator = await body('Twice in a file');
  const first = await given(administrator, 'Name,Email\nAda Marsh,ada@ashmere.example');
  await administrator.post(`${first.path}/confirm`);
  const wrong = await given(
    administrator,
    [
      'Name,Email address,Manager,First day,Last day',
      'Di Hill,di@ashmere.example,Nobody Here,31/31/2024,',
      'Bo Reed, DI@Ashmere.example ,,,',
      'Cy Sedge,\u200bada@ashmere.example,,1 May 2025,30 April 2025',
    ].join('\n'),
    REFUSED,
  );
  const rows = wrong.dom.querySelectorAll('table tbody tr').map(one => one.textContent.replace(/\s+/g, ' '));
  assert.equal(rows.length, 3);
  assert.match(rows[0]!, /2 Manager First day.*Nobody is called “Nobody Here”.*Enter a real date/);
  assert.match(rows[1]!, /3 Email address.*Row 2 has this email address already, for Di Hill/);
  assert.match(
    rows[2]!,
    /4 .*Ada Marsh has this email address in the directory.*last day is before the first/,
  );
  assert.match(wrong.text, /Put 5 cells in 3 of 3 rows right/);
  const told = await administrator.get(`${wrong.path}/problems.csv`);
  assert.match(told.bytes.toString(), /3,Email address,DI@Ashmere\.example,.*for Di Hill/);
});

test('a file comes as programs write it: with semicolons, quotes, a byte order mark, in UTF-16 or of Windows', async () => {
  const administrator = await body('Written by programs');
  const text =
    '"Name";"Email address";"Job title"\r\n"Siân ""Shân"" Prosser";" Sian@Ashmere.example ";"Director; Place"\r\n';
  const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
  const files = [text, `\ufeff${text}`, utf16, Buffer.from(utf16).swap16(), Buffer.from(text, 'latin1')];
  for (const content of files) {
    const name = { name: 'people.csv', content };
    const preview = await administrator.upload(REFUSED, name, {}, { follow: true });
    assert.match(
      preview.text,
      /1 new .*Siân "Shân" Prosser\s+Sian@Ashmere\.example\s+Director; Place/,
      preview.text.slice(0, 900),
    );
  }
});

test('a last day in a file ends access, and no file ends an administrator', async () => {
  const administrator = await body('Ending file');
  const { organisation } = administrator;
  const mia = await site.person({ role: 'editor', organisation, email: 'mia.file@ashmere.example' });
  const file = (ends: string) =>
    `Name,Email,Last day\nMia,mia.file@ashmere.example,${ends}\nRoot,${administrator.account.email},${ends}`;
  const first = await given(administrator, file(''));
  await administrator.post(`${first.path}/confirm`);
  const refused = await given(administrator, file('7 April 2025'));
  assert.match(refused.text, /Root is an administrator/);
  assert.equal((await mia.get('/plans')).status, 200);
  const ended = await given(administrator, file('7 April 2025').split('\n').slice(0, 2).join('\n'));
  await administrator.post(`${ended.path}/confirm`);
  assert.equal((await mia.get('/plans')).location, '/organisations');
});

test('only administrators read people from files', async () => {
  const lead = await site.person({ role: 'lead' });
  for (const path of ['/directory/people/from-file', MADE, REFUSED])
    assert.equal((await lead.get(path)).status, 403);
});
