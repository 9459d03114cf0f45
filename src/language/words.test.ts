import assert from 'node:assert/strict';
import { test } from 'node:test';
import { count, day, moment, percent, shortDay, thousands, weekday } from './words.ts';

test('days', () => {
  assert.equal(day('2025-04-08'), '8 April 2025');
  assert.equal(shortDay('2025-04-08'), '8 Apr');
  assert.equal(weekday(Temporal.PlainDate.from('2025-04-08')), 'Tuesday 8 April 2025');
});

test('moments are told on the clocks of the place, in summer and in winter', () => {
  assert.equal(moment('2025-07-01T13:05:00Z'), '1 July 2025 at 2:05pm');
  assert.equal(moment('2025-12-01T13:05:00Z'), '1 December 2025 at 1:05pm');
  assert.equal(moment('2025-06-30T23:30:00Z'), '1 July 2025 at 12:30am');
  assert.equal(moment(Temporal.Instant.from('2025-12-01T12:00:00Z')), '1 December 2025 at 12pm');
});

test('counts', () => {
  assert.equal(count(1, 'line'), '1 line');
  assert.equal(count(0, 'line'), '0 lines');
  assert.equal(count(12400, 'enquiry', 'enquiries'), '12,400 enquiries');
  assert.equal(thousands(999), '999');
});

test('a share is never rounded to all or nothing when it is neither', () => {
  assert.equal(percent(412, 479), '86%');
  assert.equal(percent(999, 1000), '99%');
  assert.equal(percent(1, 1000), '1%');
  assert.equal(percent(5, 5), '100%');
  assert.equal(percent(0, 5), '0%');
  assert.equal(percent(0, 0), 'none yet');
});
