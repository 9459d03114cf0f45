import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FACTS, reads } from '../../tests/support/timings.ts';
import { nextDates } from './next.ts';
import { readTimings } from './read.ts';

const JANUARY = { ...FACTS, financialYearStart: { month: 1, day: 1 } };
const JUNE = { ...FACTS, financialYearStart: { month: 6, day: 1 } };

test('quarters, halves and financial years begin where the organisation’s year does', () => {
  reads(
    `
    Q1 2025/26 => dated 2025-01-01..2025-03-31
    2025/26 => dated 2025-01-01..2025-12-31
    by the end of the financial year => dated ..2025-12-31
    end of Q2 => dated ..2025-06-30
    H1 2025/26 => dated 2025-01-01..2025-06-30
    the last Friday of every quarter => recurring YEARLY;BYMONTH=3,6,9,12;BYDAY=-1FR
  `,
    JANUARY,
  );
  reads(
    `
    Q1 2025/26 => dated 2025-06-01..2025-08-31
    the last Friday of every quarter => recurring YEARLY;BYMONTH=2,5,8,11;BYDAY=-1FR
    first Monday of each quarter => recurring YEARLY;BYMONTH=3,6,9,12;BYDAY=1MO
  `,
    JUNE,
  );
});

test('seasons begin where the organisation’s spring does', () => {
  reads(
    `
    Spring 2026 => dated 2026-04-01..2026-06-30
    Summer 2025 => dated 2025-07-01..2025-09-30
    Autumn 2025 => dated 2025-10-01..2025-12-31
    Winter 2026 => dated 2026-01-01..2026-03-31
    Winter 2025/26 => dated 2026-01-01..2026-03-31
    Spring 2025/26 => dated 2026-04-01..2026-06-30
    by autumn => dated ..2025-12-31
  `,
    { ...FACTS, springMonth: 4 },
  );
  reads('Winter 2025/26 => dated 2025-11-01..2026-01-31', { ...FACTS, springMonth: 2 });
});

test('the next of what recurs by season or quarter falls in the organisation’s own months', () => {
  const next = (phrase: string, facts: typeof FACTS) =>
    readTimings(phrase, facts).flatMap(one => nextDates(one, facts, 2).map(({ from }) => from));
  assert.deepEqual(next('each summer', FACTS), ['2025-06-01', '2026-06-01']);
  assert.deepEqual(next('each summer', { ...FACTS, springMonth: 4 }), ['2025-07-01', '2026-07-01']);
  assert.deepEqual(next('Quarterly', JUNE), ['2025-03-01', '2025-06-01']);
  assert.deepEqual(next('Annual', JANUARY), ['2025-01-01', '2026-01-01']);
});
