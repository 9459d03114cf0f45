import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { withAuthenticator } from '../../../../../tests/support/authenticator.ts';
import { PASSWORD, testSite } from '../../../../../tests/support/site.ts';

const site = await testSite();
after(site.close);

const PATH = '/organisation/sign-in';
const STRICT = { 'second-factor': 'yes', idle: '60', lifetime: '24' };

test('an organisation that requires an app is closed until it was set up', async () => {
  const organisation = await site.organisation('Careful Parish');
  const administrator = await site.person({ role: 'administrator', organisation });
  const person = await site.person({ organisation });
  await withAuthenticator(site, administrator);
  const saved = await administrator.post(PATH, STRICT, { follow: true });
  assert.match(saved.text, /It holds from now on/);
  assert.match(saved.text, /changed: authenticator app required from no → to yes/);
  assert.equal((await person.get('/plans')).location, '/organisations');
  assert.match((await person.get('/organisations')).text, /Set up an authenticator app, then you can go on/);
  assert.equal((await person.post('/organisations', { organisation })).location, '/');
  assert.equal((await person.get('/plans')).location, '/organisations', 'choosing it does not open it');
  await withAuthenticator(site, person);
  assert.equal((await person.get('/plans')).status, 200);
});

test('one who has an app, and came in without it, is asked for a code', async () => {
  const organisation = await site.organisation('Stricter Parish');
  const administrator = await site.person({ role: 'administrator', organisation });
  const person = await site.person({ organisation });
  const phone = await withAuthenticator(site, person);
  await site.query('update sessions set second_factor = false where account_id = $1', [person.account.id]);
  await withAuthenticator(site, administrator);
  await administrator.post(PATH, STRICT);
  assert.match((await person.get('/organisations')).text, /Enter a code/);
  assert.equal((await person.post('/account/prove', { code: phone.code(), to: '/' })).location, '/');
  assert.equal((await person.get('/plans')).status, 200);
});

test('somebody of two organisations works for the other one meanwhile', async () => {
  const strict = await site.organisation('Strictest Parish');
  const administrator = await site.person({ role: 'administrator', organisation: strict });
  const person = await site.person();
  await administrator.post('/organisation/people', { ...person.account, role: 'viewer' });
  await withAuthenticator(site, administrator);
  await administrator.post(PATH, STRICT);
  assert.equal((await person.get('/plans')).status, 200);
  const page = await person.get('/organisations');
  assert.match(page.text, /Strictest Parish ?It asks for a code besides the password/);
});

test('what is no choice is refused, and others may not', async () => {
  const administrator = await site.person({ role: 'administrator' });
  const refused = await administrator.post(PATH, { idle: '1', lifetime: '100000' });
  assert.equal(refused.status, 422);
  const editor = await site.person();
  assert.equal((await editor.get(PATH)).status, 403);
  assert.equal((await editor.post(PATH, STRICT)).status, 403);
});

test('a quarter of an hour after the password it is asked for again', async () => {
  const administrator = await site.person({ role: 'administrator' });
  site.clock.advance({ minutes: 15 });
  const asked = '/account/prove?to=%2Forganisation%2Fsign-in';
  assert.equal((await administrator.get(PATH)).location, asked);
  assert.equal((await administrator.post(PATH, STRICT)).location, asked);
  await administrator.post('/account/prove', { password: PASSWORD, to: PATH });
  assert.equal((await administrator.get(PATH)).status, 200);
});

test('everybody but whoever asks is signed out, of this organisation alone', async () => {
  const organisation = await site.organisation('Shaken Parish');
  const administrator = await site.person({ role: 'administrator', organisation });
  const [person, other] = [await site.person({ organisation }), await site.person()];
  const done = await administrator.post(`${PATH}/end-all`, {}, { follow: true });
  assert.match(done.text, /Everybody but you is signed out: 1 session ended/);
  assert.match(done.text, /Ada Marsh signed everybody out/);
  assert.equal((await person.get('/account')).status, 303);
  assert.equal((await other.get('/account')).status, 200);
});
