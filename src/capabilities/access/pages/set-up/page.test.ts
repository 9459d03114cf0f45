import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { testSite } from '../../../../../tests/support/site.ts';
import { firstAccountLink } from '../../index.ts';

const site = await testSite();
after(site.close);
beforeEach(() => site.query('delete from accounts'));

const fields = { name: 'Ada Marsh', email: 'Ada@ashmere.example', password: 'kestrel thimble varnish' };
const freshLink = async () => {
  const link = await firstAccountLink(site.database, site.clock);
  assert.ok(link);
  return link;
};

test('the link makes the first account, signs it in, and goes on to the organisation', async () => {
  const link = await freshLink();
  const visitor = site.visitor();
  assert.match((await visitor.get(link)).text, /Set up the first account/);
  assert.equal((await visitor.post(link, fields)).location, '/organisations/new');
  assert.match((await visitor.get('/account')).text, /Ada Marsh.*ada@ashmere\.example/);
  const [row] = await site.query<{ password_hash: string }>('select password_hash from accounts');
  assert.match(row!.password_hash, /^\$argon2id\$/);
  const again = site.visitor();
  const signedIn = await again.post('/sign-in', { email: 'ada@ashmere.example', password: fields.password });
  assert.equal(signedIn.status, 303);
});

test('it works once, and no start prints another', async () => {
  const link = await freshLink();
  await site.visitor().post(link, fields);
  assert.equal((await site.visitor().get(link)).status, 410);
  const second = await site.visitor().post(link, { ...fields, email: 'eve@ashmere.example' });
  assert.equal(second.status, 410);
  assert.match(second.text, /This link no longer works/);
  assert.equal(await firstAccountLink(site.database, site.clock), undefined);
});

test('of two who send it at once one gets the account', async () => {
  const link = await freshLink();
  const answers = await Promise.all(
    ['one', 'two'].map(name => site.visitor().post(link, { ...fields, email: `${name}@ashmere.example` })),
  );
  assert.deepEqual(answers.map(answer => answer.status).sort(), [303, 410]);
  assert.equal((await site.query('select from accounts')).length, 1);
});

test('another start prints another link, and the one before stops', async () => {
  const [before, now] = [await freshLink(), await freshLink()];
  assert.notEqual(before, now);
  assert.equal((await site.visitor().get(before)).status, 410);
  assert.equal((await site.visitor().get(now)).status, 200);
});

test('it is over after a day, and a made-up one never opens', async () => {
  const link = await freshLink();
  const slow = site.visitor();
  await slow.get(link);
  site.clock.advance({ hours: 24 });
  assert.equal((await slow.post(link, fields)).status, 410);
  assert.equal((await site.visitor().get(link)).status, 410);
  assert.equal((await site.visitor().get('/set-up/made-up')).status, 410);
  assert.equal((await site.query('select from accounts')).length, 0);
});

test('what is missing or weak is said, field by field, and what was typed is kept except the password', async () => {
  const link = await freshLink();
  const empty = await site.visitor().post(link, { name: ' ', email: 'ada', password: '' });
  assert.equal(empty.status, 422);
  assert.match(empty.text, /Enter a name/);
  assert.match(empty.text, /Enter an email address, like/);
  assert.match(empty.text, /Enter a password of 12 characters or more/);
  assert.equal(empty.dom.querySelector('#email')?.getAttribute('value'), 'ada');
  const weak = await site.visitor().post(link, { ...fields, password: 'Password1234!' });
  assert.match(weak.text, /harder to guess/);
  assert.doesNotMatch(weak.html, /Password1234!/);
  const own = await site.visitor().post(link, { ...fields, password: 'marsh-harrier-on-reeds' });
  assert.match(own.text, /without “marsh”/);
});
