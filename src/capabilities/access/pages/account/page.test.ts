import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { PASSWORD, testSite } from '../../../../../tests/support/site.ts';

const site = await testSite();
after(site.close);

const WANTED = 'heron lantern gravel';
const fields = (old: string, wanted = WANTED) => ({ 'old-password': old, 'new-password': wanted });

test('it says who one is, and for which organisation', async () => {
  const person = await site.person({ role: 'viewer', name: 'Vera Sedge' });
  const page = await person.get('/account');
  assert.match(page.text, /Vera Sedge · viewer of Borough of Ashmere/);
  assert.match(page.text, new RegExp(person.account.email));
});

test('a new password needs the old one, and signs everybody else out', async () => {
  const person = await site.person();
  const elsewhere = site.visitor();
  await elsewhere.post('/sign-in', { email: person.account.email, password: PASSWORD });
  const before = person.jar.get('commsgrid');
  const changed = await person.post('/account/password', fields(PASSWORD), { follow: true });
  assert.match(changed.text, /Your password is changed/);
  assert.match(changed.text, /editor of Borough of Ashmere/, 'one stays where one was');
  assert.notEqual(person.jar.get('commsgrid'), before);
  assert.equal((await elsewhere.get('/account')).status, 303);
  const again = await site.visitor().post('/sign-in', { email: person.account.email, password: WANTED });
  assert.equal(again.status, 303);
});

test('a wrong old password changes nothing', async () => {
  const person = await site.person();
  const refused = await person.post('/account/password', fields('not this one'));
  assert.equal(refused.status, 422);
  assert.match(refused.text, /This is not the password you have now/);
  const still = await site.visitor().post('/sign-in', { email: person.account.email, password: PASSWORD });
  assert.equal(still.status, 303);
});

test('a weak new password is refused with its reason', async () => {
  const person = await site.person();
  assert.match(
    (await person.post('/account/password', fields(PASSWORD, 'short'))).text,
    /12 characters or more/,
  );
  assert.match(
    (await person.post('/account/password', fields(PASSWORD, 'qwertyuiop123'))).text,
    /harder to guess/,
  );
  assert.match(
    (await person.post('/account/password', fields('', WANTED))).text,
    /Enter the password you have now/,
  );
});

test('it is refused without the form’s token, and to strangers', async () => {
  const person = await site.person();
  assert.equal((await person.post('/account/password', fields(PASSWORD), { forged: true })).status, 403);
  assert.equal((await site.visitor().post('/account/password', fields(PASSWORD))).location, '/sign-in');
});
