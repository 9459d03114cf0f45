import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { PASSWORD, testSite } from '../../../../../tests/support/site.ts';

const site = await testSite();
after(site.close);

const PATH = '/account/sessions';
const PHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1';

async function signedInElsewhere(email: string, address: string) {
  const visitor = site.visitor(address);
  await visitor.post('/sign-in', { email, password: PASSWORD }, { headers: { 'user-agent': PHONE } });
  return visitor;
}

const rows = (page: Awaited<ReturnType<ReturnType<typeof site.visitor>['get']>>) =>
  page.dom.querySelectorAll('tbody tr').map(row => row.structuredText.replace(/\s+/g, ' '));

test('each session is listed with browser, address and times; this one comes first', async () => {
  const { account } = await site.person();
  await signedInElsewhere(account.email, '10.6.0.2');
  site.clock.advance({ minutes: 30 });
  const here = await signedInElsewhere(account.email, '10.6.0.1');
  const page = await here.get(PATH);
  const [first, ...others] = rows(page);
  assert.match(first!, /Safari on an iPhone this one, where you are now .*with the password/);
  assert.match(first!, /10\.6\.0\.1/);
  assert.equal(others.length, 2);
  assert.match(page.text, /10\.6\.0\.2 · with the password 8 April 2025 at 10am/);
  assert.match(page.text, /ends by itself after 12 hours without a page, and 7 days after it began/);
  assert.ok(!page.html.includes(here.jar.get('commsgrid')!));
});

test('one is ended, and then all but this one', async () => {
  const person = await site.person();
  const [one, two] = [
    await signedInElsewhere(person.account.email, '10.6.1.1'),
    await signedInElsewhere(person.account.email, '10.6.1.2'),
  ];
  const list = await person.get(PATH);
  const row = list.dom.querySelectorAll('tbody tr').find(each => each.text.includes('10.6.1.1'))!;
  const ended = await person.post(row.querySelector('form')!.getAttribute('action')!, {}, { follow: true });
  assert.match(ended.text, /That session is ended/);
  assert.equal((await one.get('/account')).status, 303);
  assert.equal((await two.get('/account')).status, 200);
  const alone = await person.post(`${PATH}/end-others`, {}, { follow: true });
  assert.match(alone.text, /You are signed in here alone now/);
  assert.equal((await two.get('/account')).status, 303);
  assert.equal((await person.get('/account')).status, 200);
});

test('ending this one signs out', async () => {
  const person = await site.person();
  const action = (await person.get(PATH)).dom.querySelector('tbody form')!.getAttribute('action')!;
  assert.equal((await person.post(action)).location, '/sign-in');
  assert.equal((await person.get('/account')).status, 303);
});

test('a quarter of an hour after the password it is asked for again, except to sign out here', async () => {
  const person = await site.person();
  const other = await signedInElsewhere(person.account.email, '10.6.3.1');
  site.clock.advance({ minutes: 15 });
  const page = await person.get(PATH);
  const row = page.dom.querySelectorAll('tbody tr').find(each => each.text.includes('10.6.3.1'))!;
  const asked = '/account/prove?to=%2Faccount%2Fsessions';
  for (const path of [`${PATH}/end-others`, row.querySelector('form')!.getAttribute('action')!])
    assert.equal((await person.post(path)).location, asked);
  assert.equal((await other.get('/account')).status, 200);
  const own = page.dom.querySelector('tbody form')!.getAttribute('action')!;
  assert.equal((await person.post(own)).location, '/sign-in');
});

test('nobody ends the session of another account', async () => {
  const [mine, theirs] = [await site.person(), await site.person()];
  const action = (await theirs.get(PATH)).dom.querySelector('tbody form')!.getAttribute('action')!;
  assert.equal((await mine.post(action)).status, 404);
  assert.equal((await theirs.get('/account')).status, 200);
  assert.equal((await mine.post(`${PATH}/nobody/end`)).status, 404);
});

test('an organisation’s own limits hold, at once and for later sessions', async () => {
  const organisation = await site.organisation('Brisk Parish');
  const administrator = await site.person({ role: 'administrator', organisation });
  const person = await site.person({ organisation });
  await administrator.post('/organisation/sign-in', { idle: '30', lifetime: '8' });
  assert.match((await person.get(PATH)).text, /after 30 minutes without a page, and 8 hours after/);
  site.clock.advance({ minutes: 30 });
  assert.equal((await person.get(PATH)).status, 303);
  const later = await signedInElsewhere(person.account.email, '10.6.2.1');
  for (let minutes = 0; minutes < 8 * 60 - 20; minutes += 20) {
    assert.equal((await later.get('/account')).status, 200);
    site.clock.advance({ minutes: 20 });
  }
  site.clock.advance({ minutes: 20 });
  assert.equal((await later.get('/account')).status, 303);
});
