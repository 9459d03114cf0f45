import assert from 'node:assert/strict';
import { test } from 'node:test';
import { partOfTime } from './period-field.ts';

const CASES: [string, string | undefined][] = [
  ['2026', '2026'],
  ['2026-04', '2026-04'],
  ['2026-4-1', '2026-04-01'],
  ['April 2026', '2026-04'],
  ['1 April 2026', '2026-04-01'],
  ['1st Apr 2026', '2026-04-01'],
  ['31 March 2027', '2027-03-31'],
  ['31 June 2026', undefined],
  ['2026-13', undefined],
  ['next spring', undefined],
  ['April', undefined],
];

for (const [typed, part] of CASES)
  test(`${typed} is ${part ?? 'no part of time'}`, () => assert.equal(partOfTime(typed), part));
