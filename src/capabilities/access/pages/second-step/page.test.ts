import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { withAuthenticator } from '../../../../../tests/support/authenticator.ts';
import { letters } from '../../../../../tests/support/letters.ts';
import { PASSWORD, testSite } from '../../../../../tests/support/site.ts';
import { codeAt } from '../../one-time-code.ts';

const site = await testSite();
after(site.close);

const CODE = '/sign-in/code';

async function somebody() {
  const person = await site.person();
  return { person, email: person.account.email, phone: await withAuthenticator(site, person) };
}

const withPassword = async (email: string, to = '/plans', address?: string) => {
  const visitor = site.visitor(address);
  const answer = await visitor.post('/sign-in', { email, password: PASSWORD, to });
  return { visitor, answer };
};

test('the password leads to the question for a code, and holds no session', async () => {
  const { email, phone } = await somebody();
  const { visitor, answer } = await withPassword(email, '/plans?q=1');
  assert.equal(answer.location, '/sign-in/code?to=%2Fplans%3Fq%3D1');
  assert.equal(visitor.jar.get('commsgrid'), undefined);
  assert.equal((await visitor.get('/plans')).location, '/sign-in?to=%2Fplans');
  assert.match((await visitor.get(answer.location!)).text, /Enter the code from your app/);
  const passed = await visitor.post(CODE, { code: phone.code(), to: '/plans?q=1' });
  assert.equal(passed.location, '/plans?q=1');
  assert.equal((await visitor.get('/plans')).status, 200);
});

test('the token of the step opens nothing as a session’s', async () => {
  const { email } = await somebody();
  const { visitor } = await withPassword(email);
  visitor.jar.set('commsgrid', visitor.jar.get('commsgrid-step')!);
  assert.equal((await visitor.get('/account')).status, 303);
});

test('a code is taken once, and a clock one step off is let pass', async () => {
  const { email, phone } = await somebody();
  const [code, one] = [phone.code(), await withPassword(email)];
  assert.equal((await one.visitor.post(CODE, { code })).status, 303);
  const two = await withPassword(email);
  assert.match((await two.visitor.post(CODE, { code })).text, /This code was used already/);
  const at = (seconds: number) => codeAt(phone.key, site.clock.now().add({ seconds }));
  assert.match((await two.visitor.post(CODE, { code: at(-30) })).text, /used already/, 'nor one before it');
  assert.match((await two.visitor.post(CODE, { code: at(60) })).text, /not right/);
  assert.equal((await two.visitor.post(CODE, { code: at(30) })).status, 303);
});

test('of two who send the same code at the same moment one gets in', async () => {
  const { email, phone } = await somebody();
  const both = [await withPassword(email), await withPassword(email, '/plans', '10.9.9.9')];
  for (const { visitor } of both) await visitor.get(CODE);
  const answers = await Promise.all(both.map(({ visitor }) => visitor.post(CODE, { code: phone.code() })));
  assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 422]);
  const { visitor } = await withPassword(email);
  const copy = site.visitor();
  copy.jar.set('commsgrid-step', visitor.jar.get('commsgrid-step')!);
  await Promise.all([visitor.get(CODE), copy.get(CODE)]);
  const code = phone.recovery[0]!;
  const same = await Promise.all([visitor.post(CODE, { code }), copy.post(CODE, { code })]);
  assert.equal(same.filter(({ location }) => location === '/').length, 1);
});

test('a recovery code works once, however it is written', async () => {
  const { email, phone } = await somebody();
  const { visitor } = await withPassword(email);
  assert.match((await visitor.get(`${CODE}?with=recovery-code`)).text, /Enter a recovery code/);
  const code = phone.recovery[3]!;
  const typed = ` ${code.toUpperCase().replaceAll('-', ' ')} `;
  assert.equal((await visitor.post(CODE, { code: typed, with: 'recovery-code' })).status, 303);
  assert.match((await visitor.get('/account/authenticator')).text, /9 codes left/);
  const again = await withPassword(email);
  assert.match((await again.visitor.post(CODE, { code })).text, /used already/);
});

test('after five wrong codes the password is asked again, and codes are slowed apart from passwords', async () => {
  const { email, phone } = await somebody();
  const { visitor } = await withPassword(email);
  for (let done = 0; done < 4; done++)
    assert.match((await visitor.post(CODE, { code: '000000' })).text, /not right/);
  assert.match((await visitor.post(CODE, { code: '000000' })).location ?? '', /^\/sign-in\?/);
  assert.match((await visitor.post(CODE, { code: phone.code() })).location ?? '', /^\/sign-in\?/);
  const again = await withPassword(email);
  assert.equal(
    again.answer.location,
    '/sign-in/code?to=%2Fplans',
    'the right password clears no count of codes',
  );
  assert.match((await again.visitor.post(CODE, { code: phone.code() })).text, /too many attempts/);
  site.clock.advance({ seconds: 30 });
  assert.equal((await again.visitor.post(CODE, { code: phone.code() })).status, 303);
});

test('after ten minutes, with a planted or no token, the password is asked again', async () => {
  const { email, phone } = await somebody();
  const { visitor } = await withPassword(email);
  site.clock.advance({ minutes: 10 });
  assert.match((await visitor.get(CODE)).location ?? '', /^\/sign-in\?/);
  assert.match((await visitor.post(CODE, { code: phone.code() })).location ?? '', /^\/sign-in\?/);
  const planted = site.visitor();
  planted.jar.set('commsgrid-step', 'planted');
  assert.match((await planted.post(CODE, { code: phone.code() })).location ?? '', /^\/sign-in\?/);
  assert.match((await site.visitor().get(CODE)).location ?? '', /^\/sign-in\?/);
});

test('one’s own code opens nobody else’s account', async () => {
  const [mine, theirs] = [await somebody(), await somebody()];
  const { visitor } = await withPassword(theirs.email);
  assert.equal((await visitor.post(CODE, { code: mine.phone.code() })).status, 422);
  assert.equal((await visitor.post(CODE, { code: mine.phone.recovery[0]! })).status, 422);
});

test('it leads nowhere outside', async () => {
  const { email, phone } = await somebody();
  const { visitor } = await withPassword(email);
  assert.equal((await visitor.post(CODE, { code: phone.code(), to: '//evil.example' })).location, '/');
});

test('an administrator’s link sets a password, and does not stand in for the code', async () => {
  const { person, email } = await somebody();
  const administrator = await site.person({ role: 'administrator' });
  const page = await administrator.post(`/organisation/people/${person.account.id}/link`);
  const link = new URL(page.dom.querySelector('#address')!.text.trim()).pathname;
  const visitor = site.visitor();
  const followed = await visitor.post(link, { password: 'heron lantern gravel' });
  assert.equal(followed.location, '/sign-in/code?to=%2F');
  assert.equal((await visitor.get('/account')).status, 303);
  assert.equal((await person.get('/account')).status, 303, `${email} is signed out everywhere`);
});

test('codes guessed from everywhere slow strangers, but not a browser that signed in before', async () => {
  const { email, phone } = await somebody();
  const known = await withPassword(email, '/plans', '10.8.0.1');
  assert.equal((await known.visitor.post(CODE, { code: phone.code() })).status, 303);
  await known.visitor.post('/sign-out');
  await (await withPassword(email, '/plans', '10.8.0.2')).visitor.post(CODE, { code: '000000' });
  await site.query(
    `insert into sign_in_failures (who, whence, at)
     select f.who, decode(md5(n::text), 'hex'), f.at
     from (select * from sign_in_failures order by id desc limit 1) f, generate_series(1, 25) n`,
  );
  site.clock.advance({ seconds: 30 });
  const stranger = await withPassword(email, '/plans', '10.8.0.3');
  assert.match((await stranger.visitor.post(CODE, { code: phone.code() })).text, /Wait an hour/);
  await known.visitor.post('/sign-in', { email, password: PASSWORD });
  assert.equal((await known.visitor.post(CODE, { code: phone.code() })).status, 303);
});

test('five wrong codes after the right password are told to the holder, once a day', async () => {
  const { email } = await somebody();
  for (const address of ['10.8.1.1', '10.8.1.2']) {
    const { visitor } = await withPassword(email, '/plans', address);
    for (let done = 0; done < 5; done++) await visitor.post(CODE, { code: '000000' });
  }
  const told = (await letters(site, email)).filter(({ kind }) => kind === 'wrong-codes');
  assert.equal(told.length, 1);
  assert.match(told[0]!.text, /Nobody got in/);
});
