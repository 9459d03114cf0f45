import assert from 'node:assert/strict';
import { test } from 'node:test';
import { weekAhead, weeksBack, whenDue, whenDueAt } from './week-ahead.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

test('this week goes to its Sunday; from Friday on the next one is looked at as well', () => {
  const ahead = (text: string) => {
    const { from, by, words } = weekAhead(day(text));
    return `${from} ${by} ${words}`;
  };
  assert.equal(ahead('2025-04-08'), '2025-04-09 2025-04-13 Due this week');
  assert.equal(ahead('2025-04-11'), '2025-04-12 2025-04-20 Due this week and next');
  assert.equal(ahead('2025-04-13'), '2025-04-14 2025-04-20 Due this week and next');
});

test('thirteen weeks back begin on a Monday and end with this one', () => {
  const { from, by } = weeksBack(day('2025-04-08'));
  assert.equal(`${from} ${by}`, '2025-01-13 2025-04-13');
});

for (const [on, window, words] of [
  ['2025-04-08', false, 'today'],
  ['2025-04-08', true, 'by today'],
  ['2025-04-09', true, 'by tomorrow'],
  ['2025-04-10', false, 'Thu 10'],
  ['2025-05-01', true, 'by Thu 1 May'],
] as const)
  test(`on 8 April, ${on} is ${words}`, () =>
    assert.equal(whenDue(day(on), day('2025-04-08'), window), words));

test('what has an hour says it: at which it begins, or until which something left time', () => {
  const due = (on: string, more: { at?: string; window?: boolean; setOff?: boolean }) =>
    whenDueAt({ day: day(on), at: null, window: false, setOff: false, ...more }, day('2025-04-08'));
  assert.equal(due('2025-04-08', { at: '18:30:00' }), 'today at 6:30pm');
  assert.equal(due('2025-04-08', { at: '14:00:00', setOff: true }), 'today by 2pm');
  assert.equal(due('2025-04-09', { at: '09:00:00', setOff: true, window: true }), 'by tomorrow at 9am');
  assert.equal(due('2025-04-09', { setOff: true }), 'tomorrow');
});
