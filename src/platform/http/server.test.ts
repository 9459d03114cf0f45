import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { BAD, clamdPeer } from '../../../tests/support/clamd-peer.ts';
import { testSite } from '../../../tests/support/site.ts';

const site = await testSite();
after(site.close);
const megabytes = (count: number) => 'x'.repeat(count * 1024 * 1024);

test('a stranger cannot have a large body taken apart where documents are given in', async () => {
  const send = (type: string) =>
    site.app.inject({
      method: 'POST',
      url: '/readings',
      headers: { 'content-type': type },
      payload: `a=${megabytes(2)}`,
    });
  assert.equal((await send('application/x-www-form-urlencoded')).statusCode, 413);
  for (const type of ['application/json', 'text/plain']) assert.equal((await send(type)).statusCode, 415);
});

test('addresses that are not there are counted like those that are', async () => {
  const answer = await site.app.inject({ url: '/nowhere', remoteAddress: '192.0.2.7' });
  assert.equal(answer.statusCode, 404);
  assert.ok(answer.headers['x-ratelimit-limit']);
});

test('behind a proxy nobody passes for another address by naming one', async () => {
  const proxied = await testSite({
    settings: { COMMSGRID_TRUST_PROXY: 'yes', COMMSGRID_REQUESTS_A_MINUTE: '10' },
  });
  try {
    const ask = (claimed: number, from: string) =>
      proxied.app.inject({
        url: '/sign-in',
        headers: { 'x-forwarded-for': `203.0.113.${claimed}, ${from}` },
      });
    for (let claimed = 1; claimed <= 10; claimed++) await ask(claimed, '198.51.100.1');
    assert.equal((await ask(11, '198.51.100.1')).statusCode, 429);
    assert.equal((await ask(11, '198.51.100.2')).statusCode, 200);
  } finally {
    await proxied.close();
  }
});

test('with a scanner, what it finds something in is not kept, and nothing is while it is away', async () => {
  const clamd = await clamdPeer();
  const scanning = await testSite({ settings: { COMMSGRID_CLAMD: clamd.address } });
  const editor = await scanning.person({ role: 'editor' });
  const give = (content: string) => editor.upload('/readings', { name: 'plan.txt', content });
  const fine = await give('Hold a panel.');
  const found = await give(`Hold a panel. ${BAD}`);
  clamd.close();
  const away = await give('Hold another panel.');
  const kept = await scanning.within(editor.organisation, ({ db }) =>
    db.selectFrom('files').select('id').execute(),
  );
  const told = String(scanning.faults.splice(0));
  await scanning.close();
  assert.deepEqual([fine.status, found.status, away.status], [303, 400, 502]);
  assert.match(found.text, /The virus scanner found something harmful in it/);
  assert.match(away.text, /The virus scanner does not answer/);
  assert.equal(kept.length, 1);
  assert.match(told, /holds Eicar-Test-Signature.*was not scanned/s);
});
