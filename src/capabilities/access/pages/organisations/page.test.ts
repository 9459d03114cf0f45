import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { PASSWORD, testSite } from '../../../../../tests/support/site.ts';

const site = await testSite();
after(site.close);

/** Somebody who works for two, and is at work for the first. */
async function workerOfTwo() {
  const person = await site.person({ role: 'editor' });
  const second = await site.organisation(`Tealby District`);
  const other = await site.person({ role: 'administrator', organisation: second });
  await other.post('/organisation/people', { ...person.account, role: 'viewer' });
  return { person, second };
}

test('who works for two chooses, and every page then belongs to that one', async () => {
  const { person, second } = await workerOfTwo();
  const list = await person.get('/organisations');
  assert.match(list.text, /Borough of Ashmere You are an editor.*Tealby District You are a viewer/);
  assert.equal((await person.post('/organisations', { organisation: second })).location, '/');
  assert.match((await person.get('/account')).text, /viewer of Tealby District/);
  assert.match((await person.get('/organisation')).text, /Tealby District/);
});

test('who signs in and works for two is asked which', async () => {
  const { person } = await workerOfTwo();
  const visitor = site.visitor();
  await visitor.post('/sign-in', { email: person.account.email, password: PASSWORD });
  assert.equal((await visitor.get('/organisation')).location, '/organisations');
});

test('nobody enters an organisation they do not work for', async () => {
  const person = await site.person();
  const foreign = await site.organisation('Sedgemere Council');
  for (const organisation of [foreign, 'nonsense', ''])
    assert.equal((await person.post('/organisations', { organisation })).status, 404);
  assert.match((await person.get('/account')).text, /Borough of Ashmere/);
});

test('who works for none is told whom to ask', async () => {
  const person = await site.person();
  await site.query('update memberships set ended_at = now() where account_id = $1', [person.account.id]);
  const page = await person.get('/organisations');
  assert.match(
    page.text,
    new RegExp(`Ask an administrator of your organisation to add ${person.account.email}`),
  );
});
