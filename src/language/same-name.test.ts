import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ALIKE, likeness, nameKey } from './same-name.ts';

const SAME: [string, string][] = [
  ['Residents', 'all residents'],
  ['Ward councillors', 'The ward councillor'],
  ['Parents & carers', 'parents and carers'],
  ['E-mail', 'Emails'],
  ['web site', 'Website'],
  ['Drop-in sessions', 'drop in session'],
  ['Businesses', 'business'],
  ['Members’ bulletin', 'Members bulletin'],
];

for (const [one, other] of SAME)
  test(`“${one}” and “${other}” are one name`, () => assert.equal(nameKey(one), nameKey(other)));

test('different names keep apart', () => {
  assert.notEqual(nameKey('Bus users'), nameKey('Business users'));
  assert.notEqual(nameKey('Local residents'), nameKey('Residents'));
  assert.equal(nameKey('– ?'), '');
});

test('likeness sees misprints, the order of words and one more word', () => {
  assert.ok(likeness('Ward councillors', 'Ward councilors') > ALIKE);
  assert.ok(likeness('Traders of the market', 'Market traders') > ALIKE);
  assert.ok(likeness('Local residents', 'Residents') < 1);
  assert.ok(likeness('Schools', 'Fire service') < ALIKE);
});
