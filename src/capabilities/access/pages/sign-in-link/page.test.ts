import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { withAuthenticator } from '../../../../../tests/support/authenticator.ts';
import { letters, linkIn } from '../../../../../tests/support/letters.ts';
import { testSite } from '../../../../../tests/support/site.ts';

const site = await testSite();
after(site.close);

let office = 0;
const elsewhere = () => site.visitor(`10.4.0.${++office}`);
const allow = (organisation: string, allowed = true) =>
  site.query(
    `insert into sign_in_rules (organisation_id, second_factor_required, links_allowed, idle_minutes, lifetime_hours)
     values ($1, false, $2, 720, 168)
     on conflict (organisation_id) do update set links_allowed = excluded.links_allowed`,
    [organisation, allowed],
  );

const open = await site.organisation('Open Parish');
await allow(open);
const somebody = () => site.person({ organisation: open });

async function asked(email: string): Promise<string> {
  const sent = await elsewhere().post('/sign-in/link', { email });
  assert.match(sent.text, /for 15 minutes/);
  return linkIn(site, email, 'sign-in-link');
}

test('the way stands at sign-in where an organisation lets people in by it', async () => {
  const shown = async () => (await elsewhere().get('/sign-in')).text.includes('Sign in with a link');
  assert.equal(await shown(), true);
  await allow(open, false);
  assert.equal(await shown(), false);
  await allow(open);
});

test('a link signs in once, by a button', async () => {
  const { account } = await somebody();
  const link = await asked(account.email);
  const visitor = elsewhere();
  assert.match((await visitor.get(link)).text, new RegExp(`As ${account.name}`));
  assert.equal((await visitor.get('/plans')).status, 303, 'looking signs nobody in');
  assert.equal((await visitor.post(link, {}, { forged: true })).status, 403);
  assert.equal((await visitor.post(link)).location, '/');
  assert.equal((await visitor.get('/plans')).status, 200);
  assert.equal((await elsewhere().post(link)).status, 410);
  const told = (await letters(site, account.email)).map(({ kind }) => kind);
  assert.ok(told.includes('new-device'));
});

test('of two who press it at the same moment one is let in', async () => {
  const { account } = await somebody();
  const link = await asked(account.email);
  const both = [elsewhere(), elsewhere()];
  for (const visitor of both) await visitor.get(link);
  const answers = await Promise.all(both.map(visitor => visitor.post(link)));
  assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 410]);
});

test('after a quarter of an hour it is over, and when another one was used', async () => {
  const { account } = await somebody();
  const [first, second] = [await asked(account.email), await asked(account.email)];
  await elsewhere().post(second);
  assert.equal((await elsewhere().post(first)).status, 410);
  const third = await asked(account.email);
  site.clock.advance({ minutes: 15 });
  assert.equal((await elsewhere().get(third)).status, 410);
  assert.equal((await elsewhere().post(third)).status, 410);
});

test('an authenticator app is asked for all the same', async () => {
  const person = await somebody();
  const phone = await withAuthenticator(site, person);
  const visitor = elsewhere();
  const answer = await visitor.post(await asked(person.account.email));
  assert.match(answer.location ?? '', /^\/sign-in\/code/);
  assert.equal((await visitor.get('/account')).status, 303);
  assert.equal((await visitor.post('/sign-in/code', { code: phone.code() })).status, 303);
  assert.equal((await visitor.get('/account')).status, 200);
});

test('where the organisation does not allow it the person is told so, and nobody else', async () => {
  const { account } = await site.person();
  const answer = await elsewhere().post('/sign-in/link', { email: account.email });
  assert.match(answer.text, /If somebody has an account here/);
  const [letter, ...more] = await letters(site, account.email);
  assert.equal(letter!.kind, 'no-sign-in-links');
  assert.doesNotMatch(letter!.text, /sign-in\/link\//);
  assert.equal(more.length, 0);
  await elsewhere().post('/sign-in/link', { email: 'stranger@ashmere.example' });
  assert.deepEqual(await letters(site, 'stranger@ashmere.example'), []);
});

test('one organisation that does not allow it is enough, also after the link was sent', async () => {
  const person = await somebody();
  const link = await asked(person.account.email);
  const strict = await site.organisation('Strict Parish');
  const administrator = await site.person({ role: 'administrator', organisation: strict });
  await administrator.post('/organisation/people', { ...person.account, role: 'viewer' });
  assert.equal((await elsewhere().post(link)).status, 410);
});

test('a made-up link, one of another account and one for a password sign nobody in', async () => {
  const { account } = await somebody();
  const visitor = elsewhere();
  for (const path of ['/sign-in/link/made-up', '/sign-in/link/%00', `/sign-in/link/${'A'.repeat(43)}`]) {
    assert.equal((await visitor.get(path)).status, 410);
    assert.equal((await visitor.post(path)).status, 410);
  }
  await elsewhere().post('/sign-in/forgotten', { email: account.email });
  const token = (await linkIn(site, account.email, 'new-password')).split('/').at(-1);
  assert.equal((await visitor.post(`/sign-in/link/${token}`)).status, 410);
});
