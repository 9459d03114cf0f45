import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstDayInWords, lastDayInWords } from './when-due.ts';

const due = (from: string, by = from, at: string | null = null) => ({
  from: Temporal.PlainDate.from(from),
  by: Temporal.PlainDate.from(by),
  at,
});

test('a day is named, with its hour where it has one; a window is named by its last day', () => {
  assert.equal(lastDayInWords(due('2025-04-08')), '8 April 2025');
  assert.equal(lastDayInWords(due('2025-04-08', undefined, '18:30')), '8 April 2025 at 6:30pm');
  assert.equal(lastDayInWords(due('2025-04-08', undefined, '00:00')), '8 April 2025 at 12am');
  assert.equal(lastDayInWords(due('2025-04-01', '2025-06-30')), 'by 30 June 2025');
});

test('the first day is said where there is more than one', () => {
  assert.equal(firstDayInWords(due('2025-04-08')), '');
  assert.equal(firstDayInWords(due('2025-04-01', '2025-06-30')), 'from 1 Apr');
  assert.equal(firstDayInWords(due('2024-12-01', '2025-01-31')), 'from 1 December 2024');
});
