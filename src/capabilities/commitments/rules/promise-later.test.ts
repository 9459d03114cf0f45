import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Schedule } from '../../../timing/schedule.ts';
import type { Series } from '../../../timing/series/series.ts';
import { seriesLater, timingLater } from './promise-later.ts';

const later = { months: 12, begins: '2026-04-01', dated: true, year: {} };

test('what recurs begins with the plan for which it is kept anew, and its end moves along', () => {
  const weekly: Series = {
    kind: 'rule',
    rule: 'FREQ=WEEKLY;BYDAY=TU',
    from: '2025-05-06',
    until: '2026-03-31',
  };
  assert.deepEqual(seriesLater(weekly, 'Tuesdays', later), {
    ...{ kind: 'rule', rule: 'FREQ=WEEKLY;BYDAY=TU' },
    ...{ from: '2026-04-01', until: '2027-03-31' },
  });
  const waits: Series = { kind: 'triggered', trigger: 'an incident', limit: 'PT4H' };
  assert.deepEqual(seriesLater(waits, 'within four hours', later), waits);
});

test('where the plan does not say when it begins, promises begin as much later as its dates are', () => {
  const weekly: Series = { kind: 'rule', rule: 'FREQ=WEEKLY;BYDAY=TU', from: '2025-05-06' };
  const from = (begins: string) => {
    const moved = seriesLater(weekly, 'Tuesdays', { ...later, begins, dated: false });
    return moved && 'from' in moved && moved.from;
  };
  assert.equal(from('2025-11-22'), '2026-05-06');
  assert.equal(from('2026-11-22'), '2026-11-22', 'but not before today');
});

test('copied late in a period, it begins with the next whole one', () => {
  const quarterly: Series = {
    kind: 'each',
    times: 1,
    period: { count: 1, unit: 'quarter' },
    from: '2025-04-01',
  };
  const moved = seriesLater(quarterly, 'Quarterly', { ...later, begins: '2026-06-20' });
  assert.equal(moved && 'from' in moved && moved.from, '2026-07-01');
});

test('days move with the plan, a month’s end to a month’s end; what would be past is left', () => {
  const june = { from: '2025-05-06', by: '2025-06-30' };
  const days: Series = { kind: 'days', windows: [june] };
  assert.deepEqual(seriesLater(days, 'by 30 June 2025', later), {
    kind: 'days',
    windows: [{ from: '2026-05-06', by: '2026-06-30' }],
  });
  assert.equal(seriesLater(days, 'by 30 June 2025', { ...later, months: 6 }), undefined);
  const ended: Series = { kind: 'rule', rule: 'FREQ=DAILY', from: '2024-01-01', until: '2025-01-31' };
  assert.equal(seriesLater(ended, 'daily', later), undefined);
});

const quarterly: Schedule = { phrase: 'Quarterly', kind: 'recurring', rule: 'FREQ=MONTHLY;INTERVAL=3' };
const june: Schedule = { phrase: 'by 30 June 2025', kind: 'dated', by: '2025-06-30' };
const line = (...schedules: Schedule[]) => ({ schedules, suggestions: [] });

test('a promise is of the timing in the same place, and of none where that cannot be told', () => {
  const moved = { ...june, phrase: 'by 30 June 2026', by: '2026-06-30' };
  const was = line(quarterly, june);
  assert.equal(timingLater(june.phrase, { was, is: line(quarterly, moved) })?.schedule.phrase, moved.phrase);
  assert.equal(timingLater(june.phrase, { was, is: line(moved) }), undefined);
  assert.equal(timingLater(june.phrase, { was, is: line(moved, quarterly) }), undefined);
  assert.equal(timingLater('Weekly', { was, is: line(quarterly, moved) }), undefined);
});
