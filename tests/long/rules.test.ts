import { test } from 'node:test';
import fc from 'fast-check';
import { madeDays, madeRules } from '../support/made-rules.ts';
import { asAnotherReads, asTheWordsSay } from '../support/rules-compared.ts';

const RULES = 10_000;

test('10,000 made rules over ten years are those that the words of RFC 5545 give', () => {
  fc.assert(fc.property(madeRules, madeDays, asTheWordsSay), { numRuns: RULES });
});

test('10,000 made rules over ten years are those that a second library reads', () => {
  fc.assert(fc.property(madeRules, madeDays, asAnotherReads), { numRuns: RULES });
});
