import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { type Fields, PASSWORD, testSite } from '../../../../../tests/support/site.ts';

const site = await testSite();
after(site.close);

const TOGETHER = /do not belong together/;
const signIn = (
  client: ReturnType<typeof site.visitor>,
  email: string,
  password = PASSWORD,
  to = '/account',
) => client.post('/sign-in', { email, password, to });

test('the right password leads on to where one wanted to go', async () => {
  const { account } = await site.person();
  const visitor = site.visitor();
  const asked = await visitor.get('/organisation?tab=1');
  assert.equal(asked.location, '/sign-in?to=%2Forganisation%3Ftab%3D1');
  const form = await visitor.get(asked.location);
  assert.equal(form.dom.querySelector('input[name=to]')?.getAttribute('value'), '/organisation?tab=1');
  assert.equal(
    (await signIn(visitor, account.email, PASSWORD, '/organisation?tab=1')).location,
    '/organisation?tab=1',
  );
  assert.match((await visitor.get('/account')).text, new RegExp(account.email));
  assert.equal((await visitor.get('/sign-in?to=/plans')).location, '/plans');
});

test('capitals and blanks around the address do not matter', async () => {
  const { account } = await site.person();
  assert.equal((await signIn(site.visitor(), `  ${account.email.toUpperCase()} `)).status, 303);
});

test('an unknown address and a wrong password are refused in the same words', async () => {
  const { account } = await site.person();
  const wrong = await signIn(site.visitor('10.0.0.1'), account.email, 'not the password');
  const unknown = await signIn(site.visitor('10.0.0.1'), 'nobody@ashmere.example', 'not the password');
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, TOGETHER);
  assert.equal(
    wrong.html.replaceAll(account.email, '').replace(/_csrf" value="[^"]*/g, ''),
    unknown.html.replaceAll('nobody@ashmere.example', '').replace(/_csrf" value="[^"]*/g, ''),
  );
});

test('an empty form, or one without its fields, says what to enter', async () => {
  const forms: Fields[] = [{}, { email: ' ', password: '' }, { email: ['a', 'b'], password: ['c', 'd'] }];
  for (const fields of forms) {
    const page = await site.visitor().post('/sign-in', fields);
    assert.equal(page.status, 422);
    assert.match(page.text, /Enter your password/);
  }
});

test('a character that no database holds is left out of what was sent', async () => {
  const { account } = await site.person();
  assert.equal((await signIn(site.visitor(), `\0${account.email}`)).status, 303);
});

test('an account whose holder has not chosen a password is opened by none', async () => {
  const { account } = await site.person();
  await site.query('update accounts set password_hash = null where id = $1', [account.id]);
  assert.match((await signIn(site.visitor('10.0.0.9'), account.email, '')).text, /Enter your password/);
  assert.match((await signIn(site.visitor('10.0.0.9'), account.email)).text, TOGETHER);
});

for (const to of ['//evil.example', '/\\evil.example', 'https://evil.example/', 'javascript:alert(1)'])
  test(`signing in never leads to ${to}`, async () => {
    const { account } = await site.person();
    const visitor = site.visitor();
    await visitor.get(`/sign-in?to=${encodeURIComponent(to)}`);
    assert.equal((await signIn(visitor, account.email, PASSWORD, to)).location, '/');
  });

test('a session that was there before is not taken over by signing in', async () => {
  const { account } = await site.person();
  const visitor = site.visitor();
  visitor.jar.set('commsgrid', 'planted-by-somebody-else');
  await signIn(visitor, account.email);
  const token = visitor.jar.get('commsgrid');
  assert.notEqual(token, 'planted-by-somebody-else');
  const again = site.visitor();
  await signIn(again, account.email);
  assert.notEqual(again.jar.get('commsgrid'), token);
});

test('signing in as somebody else ends the session of the one before', async () => {
  const [before, after] = [await site.person(), await site.person()];
  const token = before.jar.get('commsgrid')!;
  await before.post('/sign-in', { email: after.account.email, password: PASSWORD });
  assert.match((await before.get('/account')).text, new RegExp(after.account.email));
  before.jar.set('commsgrid', token);
  assert.equal((await before.get('/account')).status, 303);
});

test('the cookie alone opens a session: the table holds no token', async () => {
  const person = await site.person();
  const token = person.jar.get('commsgrid')!;
  assert.ok(Buffer.from(token, 'base64url').length >= 32);
  const rows = await site.query<{ row: string }>('select s::text as row from sessions s');
  assert.ok(
    rows.every(({ row }) => !row.includes(token) && !row.includes(Buffer.from(token).toString('hex'))),
  );
});

test('a form without its token is refused, signed in or not', async () => {
  const { account } = await site.person();
  const forged = await site
    .visitor()
    .post('/sign-in', { email: account.email, password: PASSWORD }, { forged: true });
  assert.equal(forged.status, 403);
  assert.match(forged.text, /This form is too old/);
  const stranger = site.visitor();
  const token = (await stranger.get('/sign-in')).dom
    .querySelector('input[name=_csrf]')!
    .getAttribute('value')!;
  const crossed = await (await site.person()).post('/sign-in', { _csrf: token }, { forged: true });
  assert.equal(crossed.status, 403);
});

test('signing out ends the session, not only the cookie', async () => {
  const person = await site.person();
  const token = person.jar.get('commsgrid')!;
  const out = await person.post('/sign-out', {}, { follow: true });
  assert.match(out.text, /You are signed out/);
  assert.equal(person.jar.get('commsgrid'), undefined);
  person.jar.set('commsgrid', token);
  assert.equal((await person.get('/account')).location, '/sign-in?to=%2Faccount');
});

test('whoever never set up anything is told where the first link is', async () => {
  const empty = await testSite();
  const page = await empty.visitor().get('/sign-in');
  assert.match(page.text, /the link that was printed where Commsgrid was started/);
  assert.equal(page.dom.querySelector('input[type=password]'), null);
  await empty.close();
});
