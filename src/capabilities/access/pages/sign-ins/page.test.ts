import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { withAuthenticator } from '../../../../../tests/support/authenticator.ts';
import { letters } from '../../../../../tests/support/letters.ts';
import { runTimed } from '../../../../../tests/support/run-timed.ts';
import { PASSWORD, testSite } from '../../../../../tests/support/site.ts';
import { operatorLink } from '../../actions/links.ts';

const site = await testSite();
after(site.close);

const OWN = '/account/sign-ins';
const signIn = (email: string, password = PASSWORD, address = '10.7.0.1') =>
  site.visitor(address).post('/sign-in', { email, password });
const of = (account: string, act = '/sign-ins') => `/organisation/people/${account}${act}`;

test('what happened with an account is told: who got in, who was refused, from where', async () => {
  const person = await site.person();
  assert.match((await person.get(OWN)).text, /Nothing yet/);
  await signIn(person.account.email, 'not the password', '10.7.0.2');
  await signIn(person.account.email, PASSWORD, '10.7.0.3');
  await site.visitor().post('/sign-in/forgotten', { email: person.account.email });
  const page = await person.get(OWN);
  const rows = page.dom.querySelectorAll('tbody tr').map(row => row.structuredText.replace(/\s+/g, ' '));
  assert.equal(rows.length, 3, 'the attempt that was right is no refusal');
  assert.match(rows[0]!, /A new password was asked for by email/);
  assert.match(rows[1]!, /Signed in with the password .*10\.7\.0\.3/);
  assert.match(rows[2]!, /Refused: the password was wrong .*10\.7\.0\.2/);
  assert.match(page.text, /last 180 days/);
});

test('refusals for an address without account are kept of nobody', async () => {
  const before = await site.query('select from sign_in_events');
  await signIn('nobody@ashmere.example');
  assert.equal((await site.query('select from sign_in_events')).length, before.length);
});

test('an administrator sees those of people who work for theirs alone, and not of others', async () => {
  const administrator = await site.person({ role: 'administrator' });
  const person = await site.person({ name: 'Pat Known' });
  await signIn(person.account.email, PASSWORD, '10.7.1.1');
  const seen = await administrator.get(of(person.account.id));
  assert.match(seen.text, /Signed in with the password/);
  assert.match(seen.text, /10\.7\.1\.1/);
  const other = await site.person({
    role: 'administrator',
    organisation: await site.organisation('Sedgemere'),
  });
  assert.equal((await other.get(of(person.account.id))).status, 404);
  await other.post('/organisation/people', { ...person.account, role: 'viewer' });
  await signIn(person.account.email, PASSWORD, '10.7.1.2');
  for (const who of [administrator, other])
    assert.doesNotMatch((await who.get(of(person.account.id))).text, /10\.7\.1\.2/);
  assert.match((await person.get(OWN)).text, /10\.7\.1\.2/);
});

test('an administrator ends sessions that are open for theirs, and no others; it stands in the history', async () => {
  const administrator = await site.person({ role: 'administrator' });
  const person = await site.person();
  const elsewhere = site.visitor('10.7.2.1');
  await elsewhere.post('/sign-in', { email: person.account.email, password: PASSWORD });
  const page = await administrator.get(of(person.account.id));
  const row = page.dom.querySelectorAll('tbody tr').find(each => each.text.includes('10.7.2.1'))!;
  const one = row.querySelector('form')!.getAttribute('action')!;
  const stranger = await site.person({
    role: 'administrator',
    organisation: await site.organisation('Tealby'),
  });
  for (const path of [one, of(person.account.id, '/sessions/end')])
    assert.equal((await stranger.post(path)).status, 404);
  await administrator.post(one);
  assert.equal((await elsewhere.get('/account')).status, 303);
  assert.equal((await person.get('/account')).status, 200);
  await administrator.post(of(person.account.id, '/sessions/end'));
  assert.equal((await person.get('/account')).status, 303);
  const history = await administrator.get(of(person.account.id, ''));
  assert.equal(history.text.match(/ended a session of theirs/g)?.length, 2);
  assert.equal((await administrator.post(of(person.account.id, '/sessions/nobody/end'))).status, 404);
});

test('an administrator takes an app away after saying how it was checked; the holder is told and signed out', async () => {
  const administrator = await site.person({ role: 'administrator' });
  const person = await site.person();
  await withAuthenticator(site, person);
  const path = of(person.account.id, '/authenticator/reset');
  assert.match((await administrator.post(path, { how: ' ' })).text, /Say how you checked/);
  const done = await administrator.post(path, { how: 'Rang the number on the staff list' }, { follow: true });
  assert.match(done.text, /signs in with the password alone now, and was told so/);
  assert.equal((await person.get('/account')).status, 303);
  assert.equal((await signIn(person.account.email)).location, '/');
  const told = (await letters(site, person.account.email)).filter(({ text }) =>
    /Your authenticator app was taken away/.test(text),
  );
  assert.equal(told.length, 1);
  assert.doesNotMatch(told[0]!.text, /127\.0\.0\.1/, 'where the administrator sat is nobody’s business');
  const history = await administrator.get(of(person.account.id, ''));
  assert.match(history.text, /took their authenticator app away: .*Rang the number on the staff list/);
  const again = await administrator.post(path, { how: 'Once more' }, { follow: true });
  assert.match(again.text, /No authenticator app is on any more/);
});

test('not where the person works for another organisation too, nor by others', async () => {
  const administrator = await site.person({ role: 'administrator' });
  const person = await site.person();
  await withAuthenticator(site, person);
  const path = of(person.account.id, '/authenticator/reset');
  const other = await site.person({ role: 'administrator', organisation: await site.organisation('Wragby') });
  assert.equal((await other.post(path, { how: 'Met them in person' })).status, 404);
  await other.post('/organisation/people', { ...person.account, role: 'viewer' });
  for (const who of [administrator, other])
    assert.match(
      (await who.post(path, { how: 'Met them in person' })).text,
      /works for another organisation too/,
    );
  const editor = await site.person();
  assert.equal((await editor.post(path, { how: 'Met them in person' })).status, 403);
  assert.equal((await editor.get(of(person.account.id))).status, 403);
});

test('entries are removed when they were kept long enough', async () => {
  const person = await site.person();
  await signIn(person.account.email, 'not the password');
  await runTimed(site, site.clock.now().add({ hours: 24 * 179 }));
  const count = async () =>
    (await site.query('select from sign_in_events where account_id = $1', [person.account.id])).length;
  assert.equal(await count(), 1);
  await runTimed(site, site.clock.now().add({ hours: 48 }));
  assert.equal(await count(), 0);
});

test('a sign-in from a browser never seen before is told to the holder, and only that', async () => {
  const person = await site.person();
  const visitor = site.visitor('10.7.3.1');
  const again = () => visitor.post('/sign-in', { email: person.account.email, password: PASSWORD });
  await again();
  await visitor.post('/sign-out');
  await again();
  const told = (await letters(site, person.account.email)).filter(({ kind }) => kind === 'new-device');
  assert.equal(told.length, 1);
  assert.match(told[0]!.text, /from the network address 10\.7\.3\.1/);
});

test('for the only administrator whoever operates the installation takes the app away', async () => {
  const administrator = await site.person({ role: 'administrator' });
  await withAuthenticator(site, administrator);
  const { email } = administrator.account;
  const link = async (lost: boolean) =>
    (await operatorLink(site.database, site.clock, email, { lostPhone: lost }))!;
  const asked = await site.visitor('10.7.4.1').post(await link(false), { password: 'heron lantern gravel' });
  assert.equal(asked.location, '/sign-in/code?to=%2F');
  const done = await site.visitor('10.7.4.2').post(await link(true), { password: 'heron lantern gravel' });
  assert.equal(done.location, '/');
  assert.equal(await operatorLink(site.database, site.clock, 'nobody@ashmere.example'), undefined);
});
