import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Schedule } from '../../../timing/schedule.ts';
import { nextDate } from './next-date.ts';

const today = Temporal.PlainDate.from('2025-04-08');
const next = (schedules: Schedule[], state: 'ongoing' | 'complete' = 'ongoing') =>
  nextDate({ state, schedules }, { today });

test('the earliest of several timings comes next', () => {
  const quarterly: Schedule = { phrase: 'Quarterly', kind: 'recurring', rule: 'FREQ=MONTHLY;INTERVAL=3' };
  const june: Schedule = { phrase: '2 June', kind: 'dated', by: '2025-06-02' };
  assert.deepEqual(next([quarterly]), { text: 'by 30 Jun', kind: 'date' });
  assert.deepEqual(next([quarterly, june]), { text: 'by 2 Jun', kind: 'date' });
});

test('another day finds other dates for the same rhythm', () => {
  const monthly: Schedule = { phrase: 'Monthly', kind: 'recurring', rule: 'FREQ=MONTHLY' };
  assert.equal(next([monthly]).text, 'by 30 Apr');
  const later = nextDate(
    { state: 'ongoing', schedules: [monthly] },
    { today: Temporal.PlainDate.from('2025-05-01') },
  );
  assert.equal(later.text, 'by 31 May');
});

test('another year finds other dates for the same rhythm', () => {
  const yearly: Schedule = { phrase: 'Annual', kind: 'recurring', rule: 'FREQ=YEARLY' };
  assert.equal(next([yearly]).text, 'by 31 Mar 2026');
  const year = { financialYearStart: { month: 1, day: 1 } };
  assert.equal(nextDate({ state: 'ongoing', schedules: [yearly] }, { today, ...year }).text, 'by 31 Dec');
});

test('a day that is past is said, unless the line is over', () => {
  const past: Schedule = { phrase: 'March 2025', kind: 'dated', from: '2025-03-31', by: '2025-03-31' };
  assert.deepEqual(next([past]), { text: 'was due 31 Mar', kind: 'late' });
  assert.deepEqual(next([past], 'complete'), { text: '', kind: 'none' });
});

test('where there is no date, it says why', () => {
  assert.equal(next([]).text, 'no date');
  assert.equal(next([{ phrase: 'when asked', kind: 'triggered' }]).text, 'when it happens');
});
