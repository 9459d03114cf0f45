import assert from 'node:assert/strict';
import { test } from 'node:test';
import { limitsInWords } from './limits-in-words.ts';

const CASES: [number, number, RegExp][] = [
  [30, 8, /after 30 minutes without a page, and 8 hours after/],
  [60, 24, /after an hour without a page, and a day after/],
  [720, 168, /after 12 hours without a page, and 7 days after/],
];

for (const [idleMinutes, lifetimeHours, words] of CASES)
  test(`${idleMinutes} minutes and ${lifetimeHours} hours in words`, () =>
    assert.match(
      limitsInWords({ idleMinutes, lifetimeHours, secondFactorRequired: false, linksAllowed: false }),
      words,
    ));
