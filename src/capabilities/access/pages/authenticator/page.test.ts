import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { codesOn, keyOn, withAuthenticator } from '../../../../../tests/support/authenticator.ts';
import { PASSWORD, testSite } from '../../../../../tests/support/site.ts';
import { codeAt } from '../../one-time-code.ts';

const site = await testSite();
after(site.close);

const PATH = '/account/authenticator';
const CONNECT = `${PATH}/connect`;

test('the password is asked, then a code proves the app, and ten recovery codes are shown once', async () => {
  const person = await site.person();
  assert.match((await person.get(PATH)).text, /Somebody who learns your password still cannot get in/);
  const wrong = await person.post(PATH, { password: 'not this one' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /This is not the password you have now/);
  const connect = await person.post(PATH, { password: PASSWORD }, { follow: true });
  const key = keyOn(connect);
  assert.match(key, /^[A-Z2-7]{32}$/);
  assert.ok(connect.dom.querySelector('svg[role=img] path'));
  assert.match(connect.html, new RegExp(`secret=${key}`));
  const bad = await person.post(CONNECT, { code: '12345' });
  assert.match(bad.text, /Enter the 6 figures/);
  const shown = await person.post(CONNECT, { code: codeAt(key, site.clock.now()) });
  const codes = codesOn(shown);
  assert.equal(new Set(codes).size, 10);
  assert.match(codes[0]!, /^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
  const file = await person.post(`${PATH}/codes/file`, { code: codes });
  assert.match(
    String(file.headers['content-disposition']),
    /attachment; filename="Commsgrid recovery codes.txt"/,
  );
  assert.ok(codes.every(code => file.bytes.toString().includes(code)));
  assert.equal((await person.post(`${PATH}/codes/file`, { code: '<script>' })).status, 404);
  const now = await person.get(PATH);
  assert.match(now.text, /On since 8 April 2025/);
  assert.match(now.text, /10 codes left/);
  assert.ok(codes.every(code => !now.text.includes(code)));
  assert.equal((await person.get(CONNECT)).location, PATH, 'the key is shown no more');
});

test('a code that does not fit switches nothing on, and guesses are slowed', async () => {
  const person = await site.person();
  const key = keyOn(await person.post(PATH, { password: PASSWORD }, { follow: true }));
  const old = codeAt(key, site.clock.now().subtract({ minutes: 5 }));
  for (let done = 0; done < 5; done++)
    assert.match((await person.post(CONNECT, { code: old })).text, /This code does not fit/);
  const right = codeAt(key, site.clock.now());
  assert.match((await person.post(CONNECT, { code: right })).text, /too many attempts/);
  assert.match((await person.get(PATH)).text, /You need an authenticator app/);
});

test('neither the key nor a recovery code stands in the tables', async () => {
  const person = await site.person();
  const { key, recovery } = await withAuthenticator(site, person);
  const rows = await site.query<{ words: string }>(
    `select a::text || encode(a.sealed_secret, 'escape') as words from authenticators a
     union all select c::text from recovery_codes c`,
  );
  assert.ok(rows.length > 10);
  for (const { words } of rows) for (const secret of [key, ...recovery]) assert.ok(!words.includes(secret));
});

test('a secret that is put under another account makes no codes there', async () => {
  const [mine, theirs] = [await site.person(), await site.person()];
  await withAuthenticator(site, theirs);
  const { code } = await withAuthenticator(site, mine);
  await site.query(
    `update authenticators set sealed_secret = (select sealed_secret from authenticators where account_id = $1)
     where account_id = $2`,
    [mine.account.id, theirs.account.id],
  );
  const visitor = site.visitor();
  await visitor.post('/sign-in', { email: theirs.account.email, password: PASSWORD });
  assert.equal((await visitor.post('/sign-in/code', { code: code() })).status, 422);
});

test('switching it on ends the sessions elsewhere', async () => {
  const person = await site.person();
  const elsewhere = site.visitor();
  await elsewhere.post('/sign-in', { email: person.account.email, password: PASSWORD });
  await withAuthenticator(site, person);
  assert.equal((await elsewhere.get('/account')).status, 303);
  assert.equal((await person.get('/account')).status, 200);
});

test('codes made anew stop those before, and a quarter of an hour later a code is asked for first', async () => {
  const person = await site.person();
  const phone = await withAuthenticator(site, person);
  site.clock.advance({ minutes: 15 });
  assert.equal((await person.post(`${PATH}/codes`)).location, '/account/prove?to=%2Faccount%2Fauthenticator');
  const wrong = await person.post('/account/prove', { code: '000000', to: PATH });
  assert.match(wrong.text, /This code is not right/);
  assert.match(
    (await person.post('/account/prove', { password: PASSWORD, to: PATH })).text,
    /Enter the code/,
  );
  const before = person.jar.get('commsgrid');
  assert.equal((await person.post('/account/prove', { code: phone.code(), to: PATH })).location, PATH);
  assert.notEqual(person.jar.get('commsgrid'), before, 'under a token that nobody had before');
  const made = codesOn(await person.post(`${PATH}/codes`));
  assert.equal(made.length, 10);
  const visitor = site.visitor();
  await visitor.post('/sign-in', { email: person.account.email, password: PASSWORD });
  assert.equal((await visitor.post('/sign-in/code', { code: phone.recovery[0]! })).status, 422);
  assert.equal((await visitor.post('/sign-in/code', { code: made[0]! })).status, 303);
});

test('where the app is on, the password is no proof: it cannot switch the app off', async () => {
  const person = await site.person();
  await withAuthenticator(site, person);
  site.clock.advance({ minutes: 15 });
  assert.equal((await person.post(PATH, { password: PASSWORD })).location, PATH);
  assert.match((await person.post(`${PATH}/off`)).location ?? '', /^\/account\/prove/);
  const changed = { 'old-password': PASSWORD, 'new-password': 'heron lantern gravel' };
  assert.equal((await person.post('/account/password', changed)).location, '/account/prove?to=%2Faccount');
  assert.match((await person.post(`${PATH}/off`)).location ?? '', /^\/account\/prove/);
});

test('switched off, the password is enough again; not where an organisation requires it', async () => {
  const organisation = await site.organisation('Careful Parish');
  const person = await site.person({ organisation });
  await withAuthenticator(site, person);
  const off = await person.post(`${PATH}/off`, {}, { follow: true });
  assert.match(off.text, /Your authenticator app is off/);
  const alone = await site
    .visitor()
    .post('/sign-in', { email: person.account.email, password: PASSWORD, to: '/plans' });
  assert.equal(alone.location, '/plans');
  await withAuthenticator(site, person);
  await site.query(
    'insert into sign_in_rules (organisation_id, second_factor_required, links_allowed, idle_minutes, lifetime_hours) values ($1, true, false, 720, 168)',
    [organisation],
  );
  const refused = await person.post(`${PATH}/off`);
  assert.equal(refused.status, 422);
  assert.match(refused.text, /requires an authenticator app/);
});

test('a forged form and a stranger begin nothing', async () => {
  const person = await site.person();
  assert.equal((await person.post(PATH, { password: PASSWORD }, { forged: true })).status, 403);
  assert.equal((await site.visitor().post(PATH, { password: PASSWORD })).location, '/sign-in');
  assert.equal((await person.get(CONNECT)).location, PATH);
});
