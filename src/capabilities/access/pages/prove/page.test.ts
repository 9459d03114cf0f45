import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { PASSWORD, testSite } from '../../../../../tests/support/site.ts';

const site = await testSite();
after(site.close);

const PROVE = '/account/prove';
const asked = (back: string) => `${PROVE}?to=${encodeURIComponent(back)}`;

test('what could shut others out is asked for again after a quarter of an hour', async () => {
  const administrator = await site.person({ role: 'administrator' });
  const { account } = await site.person();
  const page = `/organisation/people/${account.id}`;
  const acts: [path: string, back: string, fields: Record<string, string>][] = [
    [`${page}/role`, page, { role: 'administrator' }],
    [`${page}/link`, page, {}],
    [`${page}/parts`, page, {}],
    ['/organisation/mail', '/organisation/mail', {}],
    ['/organisation/mail/signing', '/organisation/mail/signing', {}],
    ['/organisation/sign-on', '/organisation/sign-on', {}],
    ['/organisation/sign-on/offer', '/organisation/sign-on/offer', {}],
    ['/organisation/sign-in', '/organisation/sign-in', {}],
    [
      '/organisation/people',
      '/organisation/people',
      { name: 'Mal Lory', email: 'mal@ashmere.example', role: 'administrator' },
    ],
  ];
  site.clock.advance({ minutes: 15 });
  for (const [path, back, fields] of acts)
    assert.equal((await administrator.post(path, fields)).location, asked(back), path);
  const before = administrator.jar.get('commsgrid');
  const proven = await administrator.post(PROVE, { password: PASSWORD, to: page });
  assert.equal(proven.location, page);
  assert.notEqual(administrator.jar.get('commsgrid'), before, 'under a token that nobody had before');
  const done = await administrator.post(`${page}/role`, { role: 'administrator' }, { follow: true });
  assert.match(done.text, /is now an administrator/);
});

test('the token from before it opens nothing any more', async () => {
  const person = await site.person();
  const before = person.jar.get('commsgrid')!;
  await person.post(PROVE, { password: PASSWORD });
  assert.equal((await person.get('/account')).status, 200);
  person.jar.set('commsgrid', before);
  assert.equal((await person.get('/account')).status, 303);
});

test('guesses are slowed as at sign-in, and it leads nowhere outside', async () => {
  const person = await site.person();
  for (let done = 0; done < 5; done++)
    assert.match((await person.post(PROVE, { password: 'a wrong guess' })).text, /not the password/);
  assert.match((await person.post(PROVE, { password: PASSWORD })).text, /too many attempts/);
  site.clock.advance({ seconds: 15 });
  assert.equal((await person.post(PROVE, { password: PASSWORD, to: '//evil.example' })).location, '/');
});

test('an account without password and app is told how to go on', async () => {
  const person = await site.person();
  await site.query('update accounts set password_hash = null where id = $1', [person.account.id]);
  assert.match((await person.get(PROVE)).text, /neither a password nor an authenticator app/);
  assert.match((await person.post(PROVE, { password: PASSWORD })).text, /Sign out, sign in again/);
});
