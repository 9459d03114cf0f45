import assert from 'node:assert/strict';
import { Resolver } from 'node:dns/promises';
import { after, test } from 'node:test';
import { nameServer } from '../../../../tests/support/name-server.ts';
import { askNames, nameServers } from './ask-names.ts';

const long = `v=DKIM1; k=rsa; p=${'A'.repeat(392)}`;
const server = await nameServer({
  'ashmere.example': ['v=spf1 -all', 'other words'],
  'cg1._domainkey.ashmere.example': [long],
  'many.example': Array.from({ length: 20 }, (_, at) => `${at} ${'x'.repeat(200)}`),
  'broken.example': 'failure',
  'silent.example': 'silence',
});
after(server.close);
const ask = nameServers([server.address]);

test('each record comes in one piece, however many strings it is made of, and however long the answer is', async () => {
  assert.deepEqual(await ask('ashmere.example'), { records: ['v=spf1 -all', 'other words'] });
  assert.deepEqual(await ask('cg1._domainkey.ashmere.example'), { records: [long] });
  const many = await ask('many.example');
  assert.equal('records' in many && many.records.length, 20);
});

test('that there is none is known; a server that fails, falls silent or is not there leaves it open', async () => {
  assert.deepEqual(await ask('nothing.example'), { records: [] });
  assert.deepEqual(await ask('broken.example'), { unknown: 'ESERVFAIL' });
  const hasty = new Resolver({ timeout: 60_000, tries: 1 });
  hasty.setServers([server.address]);
  assert.deepEqual(await askNames(hasty, 100)('silent.example'), { unknown: 'ETIMEOUT' });
  hasty.cancel();
  const nobody = await nameServer();
  await nobody.close();
  assert.ok('unknown' in (await nameServers([nobody.address])('ashmere.example')));
});
