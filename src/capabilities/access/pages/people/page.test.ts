import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testSite } from '../../../../../tests/support/site.ts';

const site = await testSite();
after(site.close);

const nora = { name: 'Nora Teal', email: 'nora.teal@ashmere.example', role: 'viewer' };

test('an administrator sees everyone of the organisation and nobody else', async () => {
  const administrator = await site.person({ role: 'administrator' });
  await site.person({ role: 'viewer', name: 'Vera Sedge' });
  await site.person({ organisation: await site.organisation('Sedgemere Council'), name: 'Otto Elsewhere' });
  const page = await administrator.get('/organisation/people');
  assert.match(page.text, /Vera Sedge/);
  assert.doesNotMatch(page.text, /Otto Elsewhere/);
});

for (const role of ['viewer', 'editor'] as const)
  test(`a${role === 'editor' ? 'n' : ''} ${role} neither sees nor adds people`, async () => {
    const person = await site.person({ role });
    assert.equal((await person.get('/organisation/people')).status, 403);
    assert.equal((await person.post('/organisation/people', nora)).status, 403);
    assert.equal((await site.query('select from accounts where email = $1', [nora.email])).length, 0);
  });

test('adding somebody new shows a link once, and says so in the list and the history', async () => {
  const administrator = await site.person({ role: 'administrator' });
  const page = await administrator.post('/organisation/people', nora);
  assert.match(page.text, /A link for Nora Teal/);
  assert.match(page.text, /shown only this once/);
  assert.match((await administrator.get('/organisation/people')).text, /Nora Teal.*link not followed yet/);
  const link = page.dom.querySelector('#address')!.textContent;
  const [row] = await site.query<{ link: string }>('select l::text as link from one_time_links l');
  assert.ok(!row!.link.includes(link.split('/').at(-1)!), 'the link itself is not stored');
});

test('who works here already is not added again', async () => {
  const administrator = await site.person({ role: 'administrator' });
  const { account } = await site.person();
  const again = await administrator.post('/organisation/people', { ...account, role: 'administrator' });
  assert.equal(again.status, 422);
  assert.match(again.text, /works here already/);
});

test('who has an account elsewhere is added under their own password, and keeps their name', async () => {
  const person = await site.person({ name: 'Edwin Reed' });
  const other = await site.person({
    role: 'administrator',
    organisation: await site.organisation('Tealby District'),
  });
  const added = await other.post(
    '/organisation/people',
    { name: 'Renamed', email: person.account.email, role: 'editor' },
    { follow: true },
  );
  assert.match(added.text, /Edwin Reed is added. They have an account already/);
  assert.match((await person.get('/organisations')).text, /Borough of Ashmere.*Tealby District/);
});

test('who was invited elsewhere and has not come in yet is not taken along', async () => {
  const administrator = await site.person({ role: 'administrator' });
  const invited = { name: 'Ivy Reed', email: 'ivy@ashmere.example', role: 'viewer' };
  await administrator.post('/organisation/people', invited);
  const other = await site.person({
    role: 'administrator',
    organisation: await site.organisation('Mere Parish'),
  });
  const refused = await other.post('/organisation/people', invited);
  assert.match(refused.text, /Another organisation has invited this person/);
});

test('who left is listed apart, and can be added again', async () => {
  const administrator = await site.person({ role: 'administrator' });
  const person = await site.person({ name: 'Lena Gone' });
  await administrator.post(`/organisation/people/${person.account.id}/end`);
  assert.match((await administrator.get('/organisation/people')).text, /No longer here.*Lena Gone/);
  assert.equal((await person.get('/organisation')).location, '/organisations');
  await administrator.post('/organisation/people', { ...person.account, role: 'viewer' });
  assert.doesNotMatch((await administrator.get('/organisation/people')).text, /No longer here.*Lena Gone/);
});

test('who comes back has what they are given now, and nothing that they had before', async () => {
  const left = await site.person({
    role: 'viewer',
    marked: true,
    name: 'Mona Back',
    email: 'mona@ashmere.example',
  });
  const account = left.account.id;
  const admin = await site.person({ role: 'administrator', organisation: left.organisation });
  await site.query('update memberships set ended_at = now(), emergency = true where account_id = $1', [
    account,
  ]);
  const fields = { name: 'Mona Back', email: 'mona@ashmere.example', role: 'administrator' };
  assert.ok((await admin.post('/organisation/people', fields)).status < 400);
  const found = 'select role, ended_at, sees_marked, emergency from memberships where account_id = $1';
  assert.deepEqual(await site.query(found, [account]), [
    { role: 'administrator', ended_at: null, sees_marked: false, emergency: false },
  ]);
});

test('what is missing is said, and what was typed is kept', async () => {
  const administrator = await site.person({ role: 'administrator' });
  const page = await administrator.post('/organisation/people', { name: '', email: 'nora', role: 'ruler' });
  assert.equal(page.status, 422);
  assert.match(page.text, /Enter a name.*Enter an email address.*Choose what this person may do/);
  assert.equal(page.dom.querySelector('#email')?.getAttribute('value'), 'nora');
});

test('a name is shown as it was typed, never run', async () => {
  const administrator = await site.person({ role: 'administrator' });
  const name = '<script>alert(1)</script>';
  await administrator.post('/organisation/people', { name, email: 'script@ashmere.example', role: 'viewer' });
  const page = await administrator.get('/organisation/people');
  assert.ok(page.html.includes('&lt;script&gt;alert(1)'));
});
