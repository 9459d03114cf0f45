import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { withAuthenticator } from '../../../../../tests/support/authenticator.ts';
import { letters, linkIn } from '../../../../../tests/support/letters.ts';
import { PASSWORD, testSite } from '../../../../../tests/support/site.ts';

const site = await testSite();
after(site.close);

const FORGOTTEN = '/sign-in/forgotten';
const WANTED = 'heron lantern gravel';
const signIn = (email: string, password = PASSWORD, address?: string) =>
  site.visitor(address).post('/sign-in', { email, password, to: '/plans' });

let office = 0;
const elsewhere = () => site.visitor(`10.2.0.${++office}`);

async function asked(email: string): Promise<string> {
  await elsewhere().post(FORGOTTEN, { email });
  return linkIn(site, email, 'new-password');
}

test('a link by email sets a new password, ends every session and signs nobody in', async () => {
  const person = await site.person();
  const { email } = person.account;
  const link = await asked(email.toUpperCase().toLowerCase());
  const visitor = elsewhere();
  assert.match((await visitor.get(link)).text, new RegExp(email));
  assert.match((await visitor.post(link, { password: 'short' })).text, /12 characters or more/);
  const done = await visitor.post(link, { password: WANTED }, { follow: true });
  assert.match(done.text, /Your password is changed, and everybody is signed out/);
  assert.equal((await visitor.get('/plans')).status, 303, 'the link itself lets nobody in');
  assert.equal((await person.get('/plans')).status, 303);
  assert.equal((await signIn(email)).status, 422);
  assert.equal((await signIn(email, WANTED)).location, '/plans');
  const [told] = (await letters(site, email)).filter(({ kind }) => kind === 'password-changed');
  assert.match(told!.text, /The password of your Commsgrid account was changed/);
});

test('what is answered, and what is done, is the same without an account; nothing is sent', async () => {
  const { account } = await site.person();
  const known = await elsewhere().post(FORGOTTEN, { email: account.email });
  const unknown = await elsewhere().post(FORGOTTEN, { email: 'nobody@ashmere.example' });
  assert.equal(known.status, 200);
  assert.match(known.text, /If somebody has an account here/);
  const plain = (html: string, email: string) =>
    html.replaceAll(email, '').replace(/_csrf" value="[^"]*/g, '');
  assert.equal(plain(known.html, account.email), plain(unknown.html, 'nobody@ashmere.example'));
  assert.deepEqual(await letters(site, 'nobody@ashmere.example'), []);
  const left = await site.query('select from one_time_links where account_id is null');
  assert.equal(left.length, 0);
});

test('a link works once, and looking at it or sending its form forged uses nothing up', async () => {
  const { account } = await site.person();
  const link = await asked(account.email);
  for (let looked = 0; looked < 3; looked++) assert.equal((await elsewhere().get(link)).status, 200);
  assert.equal((await elsewhere().post(link, { password: WANTED }, { forged: true })).status, 403);
  assert.equal((await elsewhere().post(link, { password: WANTED })).location, '/sign-in');
  for (const again of [await elsewhere().get(link), await elsewhere().post(link, { password: PASSWORD })])
    assert.equal(again.status, 410);
  assert.equal((await signIn(account.email, WANTED)).status, 303);
});

test('of two who send it at the same moment one sets the password', async () => {
  const { account } = await site.person();
  const link = await asked(account.email);
  const both = [elsewhere(), elsewhere()];
  for (const visitor of both) await visitor.get(link);
  const answers = await Promise.all(both.map(visitor => visitor.post(link, { password: WANTED })));
  assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 410]);
});

test('it is over after an hour, and when another of the account was used', async () => {
  const { account } = await site.person();
  const [first, second] = [await asked(account.email), await asked(account.email)];
  assert.notEqual(first, second);
  assert.equal((await elsewhere().get(first)).status, 200, 'asking again stops none: anybody may ask');
  await elsewhere().post(second, { password: WANTED });
  assert.equal((await elsewhere().get(first)).status, 410);
  const third = await asked(account.email);
  site.clock.advance({ hours: 1 });
  assert.equal((await elsewhere().get(third)).status, 410);
  assert.equal((await elsewhere().post(third, { password: PASSWORD })).status, 410);
});

test('a link for a password opens nothing else', async () => {
  const person = await site.person();
  const token = (await asked(person.account.email)).split('/').at(-1)!;
  for (const path of [`/sign-in/link/${token}`, `/join/${token}`, `/set-up/${token}`]) {
    assert.equal((await elsewhere().get(path)).status, 410);
    assert.equal((await elsewhere().post(path, { password: WANTED, name: 'Mallory' })).status, 410);
  }
  assert.equal((await person.get(`/account/email/${token}`)).status, 410);
  const rows = await site.query<{ row: string }>('select l::text as row from one_time_links l');
  assert.ok(
    rows.every(({ row }) => !row.includes(token)),
    'and the table does not hold it',
  );
});

test('a new password does not stand in for the code of an authenticator app', async () => {
  const person = await site.person();
  const phone = await withAuthenticator(site, person);
  const { email } = person.account;
  await elsewhere().post(await asked(email), { password: WANTED });
  const visitor = site.visitor();
  const answer = await visitor.post('/sign-in', { email, password: WANTED });
  assert.match(answer.location ?? '', /^\/sign-in\/code/);
  assert.equal((await visitor.post('/sign-in/code', { code: phone.code() })).status, 303);
});

test('asking is slowed, for one address and for one sender, known or not', async () => {
  const { account } = await site.person();
  for (const email of [account.email, 'nobody.else@ashmere.example']) {
    const visitor = site.visitor(`10.3.0.${email.length}`);
    for (let done = 0; done < 5; done++) assert.equal((await visitor.post(FORGOTTEN, { email })).status, 200);
    const refused = await visitor.post(FORGOTTEN, { email });
    assert.equal(refused.status, 422);
    assert.match(refused.text, /too many attempts/);
  }
  assert.equal((await letters(site, account.email)).length, 5);
});

test('an address that is none is refused, and no header is written with it', async () => {
  for (const email of [
    '',
    'nobody',
    'a@b.example\r\nBcc: all@ashmere.example',
    ['a@b.example', 'c@d.example'],
  ])
    assert.equal((await elsewhere().post(FORGOTTEN, { email })).status, 422);
});
