import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testSite } from '../../../../../tests/support/site.ts';

const site = await testSite();
after(site.close);

test('an administrator changes name and colour, and everybody sees them', async () => {
  const administrator = await site.person({
    role: 'administrator',
    organisation: await site.organisation('Before'),
  });
  const viewer = await site.person({ role: 'viewer', organisation: administrator.organisation });
  const fields = { name: 'Borough of Reedham', colour: ' #5C0F8B ' };
  const saved = await administrator.post('/organisation', fields, { follow: true });
  assert.match(saved.text, /Saved/);
  assert.match(saved.text, /Ada Marsh changed the name from Before → to Borough of Reedham/);
  const seen = await viewer.get('/organisation');
  assert.match(seen.text, /Borough of Reedham/);
  assert.ok(seen.html.includes('organisation-5c0f8b.css'));
  assert.match(seen.text, /Ada Marsh, Fay Founder can change this/);
  assert.match(
    (await administrator.post('/organisation', fields, { follow: true })).text,
    /Nothing was changed/,
  );
});

test('a colour can be looked at before anything is saved', async () => {
  const administrator = await site.person({ role: 'administrator' });
  const shown = await administrator.post('/organisation', { name: 'Try', colour: '7a1f2b', act: 'preview' });
  assert.ok(shown.html.includes('organisation-7a1f2b.css'));
  assert.match(shown.text, /Nothing is saved yet/);
  assert.ok(!(await administrator.get('/organisation')).html.includes('7a1f2b'));
});

test('a colour that cannot be read, or is none, is refused with its reason', async () => {
  const administrator = await site.person({ role: 'administrator' });
  const light = await administrator.post('/organisation', { name: 'Ashmere', colour: '#ffdd00' });
  assert.equal(light.status, 422);
  assert.match(light.text, /too light for words on white/);
  const none = await administrator.post('/organisation', { name: '', colour: 'teal' });
  assert.match(none.text, /Enter the name of the organisation.*Enter a colour as six digits/);
});

for (const role of ['viewer', 'editor'] as const)
  test(`a ${role} reads, and changes nothing`, async () => {
    const person = await site.person({ role });
    const page = await person.get('/organisation');
    assert.equal(page.dom.querySelector('form[action="/organisation"]'), null);
    const refused = await person.post('/organisation', { name: 'Mine', colour: '000000' });
    assert.equal(refused.status, 403);
    assert.doesNotMatch((await person.get('/organisation')).text, /Mine/);
  });

test('it is asked for by nobody who is not signed in, nor changed without the form’s token', async () => {
  assert.equal((await site.visitor().get('/organisation')).location, '/sign-in?to=%2Forganisation');
  const administrator = await site.person({ role: 'administrator' });
  const forged = await administrator.post(
    '/organisation',
    { name: 'Forged', colour: '000000' },
    { forged: true },
  );
  assert.equal(forged.status, 403);
});
