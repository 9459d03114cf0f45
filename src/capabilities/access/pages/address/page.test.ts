import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { letters, linkIn } from '../../../../../tests/support/letters.ts';
import { PASSWORD, testSite } from '../../../../../tests/support/site.ts';

const site = await testSite();
after(site.close);

const PATH = '/account/email';
let made = 0;
const fresh = () => `new.address.${++made}@ashmere.example`;

test('a new address is used once its link was opened, and the old one is told', async () => {
  const person = await site.person();
  const [before, wanted] = [person.account.email, fresh()];
  const elsewhere = site.visitor();
  await elsewhere.post('/sign-in', { email: before, password: PASSWORD });
  const sent = await person.post(PATH, { email: ` ${wanted.toUpperCase()} ` }, { follow: true });
  assert.match(sent.text, new RegExp(`A link is on its way to ${wanted}`));
  assert.match((await person.get('/account')).text, new RegExp(before), 'nothing changed yet');
  const link = await linkIn(site, wanted, 'new-address');
  assert.match((await person.get(link)).text, new RegExp(`in place of ${before}`));
  const done = await person.post(link, {}, { follow: true });
  assert.match(done.text, new RegExp(`From now on you sign in with ${wanted}`));
  assert.equal((await elsewhere.get('/account')).status, 303, 'elsewhere they are signed out');
  assert.equal((await site.visitor().post('/sign-in', { email: wanted, password: PASSWORD })).status, 303);
  assert.equal((await site.visitor().post('/sign-in', { email: before, password: PASSWORD })).status, 422);
  const [told] = (await letters(site, before)).filter(({ kind }) => kind === 'address-changed');
  assert.match(told!.text, /has another email address now/);
  assert.equal((await person.post(link)).status, 410, 'and works once');
});

test('the link opens nothing for anybody else, signed in or not', async () => {
  const [mine, other] = [await site.person(), await site.person()];
  const wanted = fresh();
  await mine.post(PATH, { email: wanted });
  const link = await linkIn(site, wanted, 'new-address');
  assert.equal((await other.get(link)).status, 410);
  assert.equal((await other.post(link)).status, 410);
  assert.match((await site.visitor().get(link)).location ?? '', /^\/sign-in\?to=/);
  assert.equal((await mine.post(link)).status, 303, 'their tries used nothing up');
});

test('an address that has an account is answered alike, and gets no link', async () => {
  const [person, other] = [await site.person(), await site.person()];
  const sent = await person.post(PATH, { email: other.account.email }, { follow: true });
  assert.match(sent.text, /A link is on its way/);
  assert.deepEqual(await letters(site, other.account.email), []);
  const wanted = fresh();
  await person.post(PATH, { email: wanted });
  const link = await linkIn(site, wanted, 'new-address');
  await site.person({ email: wanted });
  const late = await person.post(link);
  assert.equal(late.status, 410);
  assert.match(late.text, /Somebody has an account with this address by now/);
});

test('after an hour it is over, and links to the old address go with it', async () => {
  const person = await site.person();
  const [one, two] = [fresh(), fresh()];
  await person.post(PATH, { email: one });
  await person.post(PATH, { email: two });
  assert.equal((await person.get(await linkIn(site, one, 'new-address'))).status, 410, 'the last one counts');
  await site.visitor('10.5.0.1').post('/sign-in/forgotten', { email: person.account.email });
  const reset = await linkIn(site, person.account.email, 'new-password');
  await person.post(await linkIn(site, two, 'new-address'));
  assert.equal((await site.visitor().get(reset)).status, 410);
  const three = fresh();
  await person.post(PATH, { email: three });
  const link = await linkIn(site, three, 'new-address');
  site.clock.advance({ hours: 1 });
  assert.equal((await person.post(link)).status, 410);
});

test('a quarter of an hour after the password it is asked for again', async () => {
  const person = await site.person();
  site.clock.advance({ minutes: 15 });
  assert.equal((await person.get(PATH)).location, '/account/prove?to=%2Faccount%2Femail');
  assert.equal(
    (await person.post(PATH, { email: fresh() })).location,
    '/account/prove?to=%2Faccount%2Femail',
  );
  assert.match(
    (await person.post('/account/prove', { password: 'not this', to: PATH })).text,
    /not the password/,
  );
  assert.equal((await person.post('/account/prove', { password: PASSWORD, to: PATH })).location, PATH);
  assert.equal((await person.get(PATH)).status, 200);
});

test('the address one has, and one that is none, are refused', async () => {
  const person = await site.person();
  assert.match((await person.post(PATH, { email: person.account.email })).text, /the address you have now/);
  assert.match((await person.post(PATH, { email: 'nobody' })).text, /Enter an email address, like/);
});
