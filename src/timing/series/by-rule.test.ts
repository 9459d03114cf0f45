import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { madeDays, madeRules } from '../../../tests/support/made-rules.ts';
import { asAnotherReads, asTheWordsSay } from '../../../tests/support/rules-compared.ts';
import { namesWeekends } from './by-rule.ts';

const RUNS = 150;

test('ten years of made rules are those that the words of RFC 5545 give, day by day', () => {
  fc.assert(fc.property(madeRules, madeDays, asTheWordsSay), { numRuns: RUNS });
});

test('a second library reads the same days out of them', () => {
  fc.assert(fc.property(madeRules, madeDays, asAnotherReads), { numRuns: RUNS });
});

test('which rules name weekends', () => {
  assert.equal(namesWeekends('FREQ=DAILY'), true);
  assert.equal(namesWeekends('FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR'), false);
  assert.equal(namesWeekends('FREQ=MONTHLY;BYDAY=1SA'), true);
  assert.equal(namesWeekends('FREQ=MONTHLY;BYMONTHDAY=1'), false);
});
