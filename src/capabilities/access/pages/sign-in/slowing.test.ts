import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { PASSWORD, testSite } from '../../../../../tests/support/site.ts';

const site = await testSite();
after(site.close);

type Visitor = ReturnType<typeof site.visitor>;
const guess = (visitor: Visitor, email: string, password = 'a wrong guess') =>
  visitor.post('/sign-in', { email, password });

async function guessTimes(times: number, visitor: Visitor, email: string): Promise<void> {
  for (let done = 0; done < times; done++) await guess(visitor, email);
}

/** Failures are rows, so many can be there without the work of hashing. */
const fillFailures = (column: 'who' | 'whence', times: number) =>
  site.query(
    `insert into sign_in_failures (who, whence, at)
     select case $1 when 'who' then f.who else decode(md5(n::text), 'hex') end,
       case $1 when 'whence' then f.whence else decode(md5(n::text), 'hex') end, f.at
     from (select * from sign_in_failures order by id desc limit 1) f, generate_series(1, $2) n`,
    [column, times],
  );

test('after five failures one waits a little, even with the right password, and then comes in', async () => {
  const { account } = await site.person();
  const visitor = site.visitor('10.1.0.1');
  await guessTimes(5, visitor, account.email);
  const early = await guess(visitor, account.email, PASSWORD);
  assert.match(early.text, /Wait 15 seconds, then try again/);
  site.clock.advance({ seconds: 15 });
  assert.equal((await guess(visitor, account.email, PASSWORD)).status, 303);
});

test('each failure after that doubles the wait', async () => {
  const { account } = await site.person();
  const visitor = site.visitor('10.1.0.2');
  await guessTimes(5, visitor, account.email);
  site.clock.advance({ seconds: 15 });
  await guess(visitor, account.email);
  assert.match((await guess(visitor, account.email)).text, /Wait 30 seconds/);
});

test('waiting attempts do not lengthen the wait, and a success forgets the mistyping', async () => {
  const { account } = await site.person();
  const visitor = site.visitor('10.1.0.3');
  await guessTimes(9, visitor, account.email);
  site.clock.advance({ seconds: 15 });
  assert.equal((await guess(visitor, account.email, PASSWORD)).status, 303);
  const again = site.visitor('10.1.0.3');
  await guessTimes(4, again, account.email);
  assert.equal((await guess(again, account.email, PASSWORD)).status, 303);
});

test('somebody else guessing elsewhere does not stop the holder', async () => {
  const { account } = await site.person();
  await guessTimes(5, site.visitor('10.1.0.4'), account.email);
  assert.equal((await guess(site.visitor('10.1.0.5'), account.email, PASSWORD)).status, 303);
});

test('guessing from everywhere slows strangers, but not a browser that signed in before', async () => {
  const { account } = await site.person();
  const known = site.visitor('10.1.0.6');
  await guess(known, account.email, PASSWORD);
  await known.post('/sign-out');
  await guess(site.visitor('10.1.0.7'), account.email);
  await fillFailures('who', 25);
  assert.match((await guess(site.visitor('10.1.0.8'), account.email, PASSWORD)).text, /Wait an hour/);
  assert.equal((await guess(known, account.email, PASSWORD)).status, 303);
});

test('a browser known to one account is a stranger to another', async () => {
  const [mine, other] = [await site.person(), await site.person()];
  const known = site.visitor('10.1.0.9');
  await guess(known, mine.account.email, PASSWORD);
  await known.post('/sign-out');
  await guess(site.visitor('10.1.0.10'), other.account.email);
  await fillFailures('who', 25);
  assert.match((await guess(known, other.account.email, PASSWORD)).text, /Wait an hour/);
});

test('one address trying one password on many accounts waits', async () => {
  const { account } = await site.person();
  await guess(site.visitor('10.1.0.11'), 'somebody@ashmere.example');
  await fillFailures('whence', 102);
  assert.match((await guess(site.visitor('10.1.0.11'), account.email, PASSWORD)).text, /Wait \d+ seconds/);
  assert.equal((await guess(site.visitor('10.1.0.12'), account.email, PASSWORD)).status, 303);
});

test('guesses sent at the same moment are counted one by one', async () => {
  const { account } = await site.person();
  const visitor = site.visitor('10.1.0.13');
  await visitor.get('/sign-in');
  const answers = await Promise.all(Array.from({ length: 12 }, () => guess(visitor, account.email)));
  assert.equal(answers.filter(answer => /do not belong together/.test(answer.text)).length, 5);
  assert.equal(answers.filter(answer => /too many attempts/.test(answer.text)).length, 7);
});

test('the old password, asked for before a new one, is slowed alike', async () => {
  const person = await site.person();
  const change = (old: string) =>
    person.post('/account/password', { 'old-password': old, 'new-password': 'heron lantern gravel' });
  for (let done = 0; done < 5; done++) await change('a wrong guess');
  assert.match((await change(PASSWORD)).text, /too many attempts/);
});

test('failures name nobody, and are gone after a day', async () => {
  const visitor = site.visitor('10.1.0.14');
  await guess(visitor, 'mistyped@ashmere.example');
  const [row] = await site.query<{ row: string }>(
    'select f::text as row from sign_in_failures f order by id desc',
  );
  assert.doesNotMatch(row!.row, /ashmere|10\.1\.0/);
  site.clock.advance({ hours: 25 });
  await guess(visitor, 'mistyped@ashmere.example');
  const [left] = await site.query<{ failures: number }>(
    'select count(*)::int as failures from sign_in_failures',
  );
  assert.equal(left!.failures, 1);
});
