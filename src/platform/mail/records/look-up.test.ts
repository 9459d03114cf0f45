import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TextRecords } from './ask-names.ts';
import { lookUp } from './look-up.ts';

const key = { domain: 'ashmere.example', selector: 'cg1', publicKey: 'MIIours' };
const told = (says: Record<string, TextRecords>) => (name: string) =>
  Promise.resolve(says[name] ?? { records: [] });

test('each record is looked for where it belongs, and a policy with the domains above too', async () => {
  const ask = told({
    'cg1._domainkey.ashmere.example': { records: ['v=DKIM1; p=MIIours'] },
    'bounces.ashmere.example': { records: ['v=spf1 -all'] },
    '_dmarc.ashmere.example': { records: ['v=DMARC1; p=reject'] },
  });
  const sender = { address: 'comms@news.ashmere.example', bounces: 'b@bounces.ashmere.example', key };
  assert.deepEqual(await lookUp(ask, sender), [
    { of: 'dkim', name: 'cg1._domainkey.ashmere.example', verdict: 'published' },
    { of: 'spf', name: 'bounces.ashmere.example', verdict: 'there' },
    { of: 'dmarc', name: '_dmarc.ashmere.example', verdict: 'acts' },
  ]);
  const [stranger] = await lookUp(ask, { address: 'comms@wrenfield.example', key });
  assert.equal(stranger?.verdict, 'other-domain');
});

test('nothing is guessed where nobody answers', async () => {
  const silent = () => Promise.resolve({ unknown: 'ETIMEOUT' });
  const verdicts = (await lookUp(silent, { address: 'comms@ashmere.example', key })).map(one => one.verdict);
  assert.deepEqual(verdicts, ['unknown', 'unknown', 'unknown']);
  const nothing = await lookUp(told({}), { address: 'comms@ashmere.example' });
  assert.deepEqual(
    nothing.map(({ of, name, verdict }) => [of, name, verdict]),
    [
      ['spf', 'ashmere.example', 'missing'],
      ['dmarc', '_dmarc.ashmere.example', 'missing'],
    ],
  );
});
