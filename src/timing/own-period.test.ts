import assert from 'node:assert/strict';
import { test } from 'node:test';
import { daysOfPeriod } from './own-period.ts';
import type { YearFacts } from './schedule.ts';

const days = (from: string | null, to: string | null, year?: YearFacts) => {
  const period = daysOfPeriod({ from, to }, year);
  return `${period.from ?? ''}..${period.by ?? ''}`;
};

test('a period from one year to another is of financial years, unless it says more', () => {
  assert.equal(days('2020', '2021'), '2020-04-01..2021-03-31');
  assert.equal(days('2015', '2018'), '2015-04-01..2018-03-31');
  assert.equal(days('2020-01', '2021-12'), '2020-01-01..2021-12-31');
  assert.equal(days('2020-01-06', '2021-02-28'), '2020-01-06..2021-02-28');
  assert.equal(days('2020', '2021-06'), '2020-01-01..2021-06-30');
});

test('the organisation’s own year counts, where it has one', () => {
  assert.equal(days('2020', '2021', { financialYearStart: { month: 8, day: 1 } }), '2020-08-01..2021-07-31');
  assert.equal(days('2020', '2021', { financialYearStart: { month: 1, day: 1 } }), '2020-01-01..2021-12-31');
});

test('a single year is a calendar year; an end that is not known, or no time, is none', () => {
  assert.equal(days('2025', '2025'), '2025-01-01..2025-12-31');
  assert.equal(days('2024-02', null), '2024-02-01..');
  assert.equal(days(null, '2024-02'), '..2024-02-29');
  assert.equal(days('spring', '2025-02-14'), '..2025-02-14');
});
