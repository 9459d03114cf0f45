import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createPlan } from '../../../src/capabilities/plans/index.ts';
import { cameIn } from '../../support/came-in.ts';
import { holderIn, personIn } from '../../support/people.ts';
import { newPlan } from '../../support/plans.ts';
import { testSite } from '../../support/site.ts';
import { digestOf } from './state.ts';

const site = await testSite();
after(site.close);

const NAME = 'Kit Kittiwake';
const EMAIL = 'kit@kittiwake.example';
const SOMEBODY = '/organisation/privacy/somebody';

const ashmere = await site.organisation('Borough of Ashmere');
const theirs = await site.person({ organisation: ashmere, name: NAME, email: EMAIL });
const records = [
  `account:${theirs.account.id}`,
  `person:${await personIn(site, ashmere, { name: NAME, email: EMAIL, account: theirs.account.id })}`,
  `holder:${await holderIn(site, ashmere, { name: NAME, email: EMAIL })}`,
];
await cameIn(site, ashmere, { from: { name: NAME, address: EMAIL } });
const plan = await site.within(ashmere, within =>
  createPlan(within, newPlan({ title: 'Kittiwake', marking: 'OFFICIAL-SENSITIVE' }), site.clock.now()),
);
await theirs.get(`/plans/${plan}`);

const attacker = await site.person({
  role: 'administrator',
  organisation: await site.organisation('Borough of Saltby'),
});

test('an administrator elsewhere finds, is handed and erases nothing of another organisation’s people', async () => {
  const before = await digestOf(site, ashmere);
  for (const who of [NAME, EMAIL]) {
    const query = new URLSearchParams([['who', who], ...records.map(record => ['record', record])]);
    const { text } = await attacker.get(`${SOMEBODY}?${query}`);
    assert.match(text, /Nobody is called so|Nothing is known of them/);
    const form = { who, record: records, reference: 'SAR 1', eraseReference: 'ER 1', sure: 'yes' };
    const handed = await attacker.post(`${SOMEBODY}/access`, { ...form, format: 'json' });
    assert.ok(handed.status === 303 || handed.html === '[]', handed.html);
    const erased = await attacker.post(`${SOMEBODY}/erase`, form, { follow: true });
    assert.match(erased.text, /Nothing was done|Erased: 0 records/);
  }
  assert.doesNotMatch((await attacker.get('/organisation/privacy/reads')).text, /Kittiwake/);
  assert.deepEqual(await digestOf(site, ashmere), before);
  assert.equal((await theirs.get('/plans')).status, 200, 'they still come in');
});
