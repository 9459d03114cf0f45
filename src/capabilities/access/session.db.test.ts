import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { PASSWORD, testSite } from '../../../tests/support/site.ts';

const site = await testSite();
after(site.close);

const seenAt = async (account: string) => {
  const rows = await site.query<{ seen_at: Temporal.Instant }>(
    'select seen_at from sessions where account_id = $1',
    [account],
  );
  return rows[0]!.seen_at.toString();
};

test('twelve hours without a page end a session; a page now and then keeps it', async () => {
  const person = await site.person();
  site.clock.advance({ hours: 11 });
  assert.equal((await person.get('/account')).status, 200);
  site.clock.advance({ hours: 11 });
  assert.equal((await person.get('/account')).status, 200);
  site.clock.advance({ hours: 12 });
  assert.match((await person.get('/account')).location ?? '', /^\/sign-in/);
});

test('seven days end it, however often it is used', async () => {
  const person = await site.person();
  for (let hours = 0; hours < 7 * 24 - 8; hours += 8) {
    site.clock.advance({ hours: 8 });
    assert.equal((await person.get('/account')).status, 200);
  }
  site.clock.advance({ hours: 8 });
  assert.equal((await person.get('/account')).status, 303);
});

test('reading pages writes at most every ten minutes', async () => {
  const person = await site.person();
  const begun = await seenAt(person.account.id);
  site.clock.advance({ minutes: 9 });
  await person.get('/account');
  assert.equal(await seenAt(person.account.id), begun);
  site.clock.advance({ minutes: 1 });
  await person.get('/account');
  assert.equal(await seenAt(person.account.id), site.clock.now().toString());
});

test('sessions that are over are cleared when somebody signs in', async () => {
  const gone = await site.person();
  site.clock.advance({ hours: 13 });
  const { account } = await site.person();
  await site.visitor().post('/sign-in', { email: account.email, password: PASSWORD });
  const left = await site.query('select from sessions where account_id = $1', [gone.account.id]);
  assert.equal(left.length, 0);
});

test('a made-up token opens nothing', async () => {
  const visitor = site.visitor();
  for (const token of ['', 'x', 'A'.repeat(43), "' or true --"]) {
    visitor.jar.set('commsgrid', encodeURIComponent(token));
    assert.equal((await visitor.get('/account')).status, 303);
  }
});

test('no HTTPS, no promise of it; with it, cookies and browsers keep to it', async () => {
  const plain = await site.visitor().get('/sign-in');
  assert.equal(plain.headers['strict-transport-security'], undefined);
  const policy = String(plain.headers['content-security-policy']);
  assert.doesNotMatch(policy, /unsafe/);
  assert.match(policy, /default-src 'none'/);
  assert.match(policy, /frame-ancestors 'none'/);
  assert.equal(plain.headers['cache-control'], 'no-store');

  const secure = await testSite({ url: 'https://commsgrid.example' });
  const { account } = await secure.person();
  const visitor = secure.visitor();
  assert.match(
    String((await visitor.get('/sign-in')).headers['strict-transport-security']),
    /max-age=31536000/,
  );
  const signedIn = await visitor.post('/sign-in', { email: account.email, password: PASSWORD });
  const cookies = [signedIn.headers['set-cookie']].flat().map(String);
  for (const name of ['__Host-commsgrid=', '__Host-commsgrid-device=']) {
    const cookie = cookies.find(one => one.startsWith(name));
    assert.match(cookie ?? '', /HttpOnly/i);
    assert.match(cookie ?? '', /Secure/i);
    assert.match(cookie ?? '', /SameSite=Lax/i);
    assert.match(cookie ?? '', /Path=\//i);
  }
  await secure.close();
});

test('of two starts at the same moment one makes the signing secret, and both have it', async () => {
  const { signingSecret } = await import('./signing-secret.ts');
  await site.query('delete from installation');
  const secrets = await Promise.all([1, 2, 3].map(() => signingSecret(site.database, site.clock)));
  assert.equal(new Set(secrets).size, 1);
  assert.equal(await signingSecret(site.database, site.clock), secrets[0]);
});
