import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testSite } from '../../../../../tests/support/site.ts';

const site = await testSite();
after(site.close);

const pageOf = (account: string, act = '') => `/organisation/people/${account}${act}`;

test('another role holds from the next page on, and is written down', async () => {
  const administrator = await site.person({ role: 'administrator', name: 'Ada Marsh' });
  const person = await site.person({ role: 'viewer', name: 'Vera Sedge' });
  const saved = await administrator.post(
    pageOf(person.account.id, '/role'),
    { role: 'editor' },
    { follow: true },
  );
  assert.match(saved.text, /Vera Sedge is now an editor/);
  assert.match((await person.get('/account')).text, /editor of Borough of Ashmere/);
  const page = await administrator.get(pageOf(person.account.id));
  assert.match(page.text, /Ada Marsh changed their role from viewer → to editor/);
});

test('ending somebody’s access shuts them out at once', async () => {
  const administrator = await site.person({ role: 'administrator' });
  const person = await site.person({ name: 'Lena Gone' });
  const ended = await administrator.post(pageOf(person.account.id, '/end'), {}, { follow: true });
  assert.match(ended.text, /Lena Gone can no longer sign in/);
  assert.equal((await person.get('/organisation')).location, '/organisations');
  assert.match((await person.get('/organisations')).text, /You do not work for an organisation yet/);
  const page = await administrator.get(pageOf(person.account.id));
  assert.match(page.text, /was editor until 8 April 2025/);
  assert.equal(
    (await administrator.post(pageOf(person.account.id, '/role'), { role: 'viewer' })).status,
    404,
  );
});

test('the last administrator neither leaves nor becomes less', async () => {
  const own = await site.organisation('Lonely Parish');
  const administrator = await site.person({ role: 'administrator', organisation: own });
  await site.query(
    `update memberships set ended_at = now() where organisation_id = $1 and account_id <> $2`,
    [own, administrator.account.id],
  );
  for (const [act, fields] of [
    ['/role', { role: 'editor' }],
    ['/role', { role: 'parts' }],
    ['/end', {}],
  ] as const) {
    const refused = await administrator.post(pageOf(administrator.account.id, act), fields);
    assert.equal(refused.status, 422);
    assert.match(refused.text, /Make somebody else an administrator first/);
  }
  assert.match((await administrator.get('/account')).text, /administrator of Lonely Parish/);
});

test('of two administrators who end each other at the same moment one stays', async () => {
  const own = await site.organisation('Quarrel Parish');
  const one = await site.person({ role: 'administrator', organisation: own });
  const other = await site.person({ role: 'administrator', organisation: own });
  await site.query(
    `update memberships set ended_at = now() where organisation_id = $1 and account_id not in ($2, $3)`,
    [own, one.account.id, other.account.id],
  );
  await Promise.all([one.get('/account'), other.get('/account')]);
  await Promise.all([one.post(pageOf(other.account.id, '/end')), other.post(pageOf(one.account.id, '/end'))]);
  const left = await site.query('select from memberships where organisation_id = $1 and ended_at is null', [
    own,
  ]);
  assert.equal(left.length, 1);
});

test('somebody of another organisation is not found, whatever is asked', async () => {
  const stranger = await site.person({
    role: 'administrator',
    organisation: await site.organisation('Sedgemere'),
  });
  const person = await site.person({ role: 'viewer' });
  assert.equal((await stranger.get(pageOf(person.account.id))).status, 404);
  for (const [act, fields] of [
    ['/role', { role: 'administrator' }],
    ['/link', {}],
    ['/end', {}],
  ] as const)
    assert.equal((await stranger.post(pageOf(person.account.id, act), fields)).status, 404);
  assert.match((await person.get('/account')).text, /viewer of Borough of Ashmere/);
});

test('no link is made for somebody who works for another organisation too', async () => {
  const administrator = await site.person({ role: 'administrator' });
  const person = await site.person();
  const other = await site.person({ role: 'administrator', organisation: await site.organisation('Tealby') });
  await other.post('/organisation/people', { ...person.account, role: 'viewer' });
  for (const who of [administrator, other]) {
    const refused = await who.post(pageOf(person.account.id, '/link'));
    assert.equal(refused.status, 422);
    assert.match(refused.text, /works for another organisation too/);
  }
});

test('an address that names nobody is not found', async () => {
  const administrator = await site.person({ role: 'administrator' });
  for (const account of ['nobody', '00000000-0000-4000-8000-000000000000']) {
    assert.equal((await administrator.get(pageOf(account))).status, 404);
    assert.equal((await administrator.post(pageOf(account, '/role'), { role: 'viewer' })).status, 404);
    assert.equal((await administrator.post(pageOf(account, '/link'))).status, 404);
    assert.equal((await administrator.post(pageOf(account, '/end'))).status, 404);
  }
});

test('a role nobody knows is refused', async () => {
  const administrator = await site.person({ role: 'administrator' });
  const { account } = await site.person();
  const refused = await administrator.post(pageOf(account.id, '/role'), { role: 'ruler' });
  assert.match(refused.text, /Choose what this person may do/);
});

for (const role of ['viewer', 'editor'] as const)
  test(`a ${role} may do none of it`, async () => {
    const person = await site.person({ role });
    assert.equal((await person.get(pageOf(person.account.id))).status, 403);
    for (const act of ['/role', '/link', '/end'])
      assert.equal(
        (await person.post(pageOf(person.account.id, act), { role: 'administrator' })).status,
        403,
      );
  });
