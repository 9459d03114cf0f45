import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inShort, nextDates } from './next.ts';
import { readTimings } from './read.ts';
import type { TimingFacts } from './schedule.ts';

const on = (today: string): TimingFacts => ({ today: Temporal.PlainDate.from(today) });

function next(cell: string, today: string, count: number, more: Partial<TimingFacts> = {}): string[] {
  const facts = { ...on(today), ...more };
  return readTimings(cell, facts).flatMap(schedule =>
    nextDates(schedule, facts, count).map(({ from, by }) => (from === by ? by : `${from}..${by}`)),
  );
}

test('recurrences without a fixed day are windows', () => {
  assert.deepEqual(next('Weekly', '2025-04-02', 2), ['2025-03-31..2025-04-06', '2025-04-07..2025-04-13']);
  assert.deepEqual(next('Monthly', '2025-04-30', 2), ['2025-04-01..2025-04-30', '2025-05-01..2025-05-31']);
  assert.deepEqual(next('Quarterly', '2025-05-10', 2), ['2025-04-01..2025-06-30', '2025-07-01..2025-09-30']);
  assert.deepEqual(next('Half yearly', '2025-02-10', 1), ['2024-10-01..2025-03-31']);
  assert.deepEqual(next('Annually', '2025-03-31', 2), ['2024-04-01..2025-03-31', '2025-04-01..2026-03-31']);
  assert.deepEqual(next('every autumn', '2025-04-01', 2), [
    '2025-09-01..2025-11-30',
    '2026-09-01..2026-11-30',
  ]);
  assert.deepEqual(next('annually in April', '2025-05-01', 1), ['2026-04-01..2026-04-30']);
});

test('steps longer than one week do not shift with the day on which one asks', () => {
  const asked = ['2025-04-01', '2025-04-02', '2025-04-05'].map(day => next('Fortnightly', day, 1)[0]);
  assert.deepEqual(new Set(asked).size, 1);
});

test('several in a period share its window', () => {
  assert.deepEqual(next('twice a month', '2025-04-01', 3), [
    '2025-04-01..2025-04-30',
    '2025-04-01..2025-04-30',
    '2025-05-01..2025-05-31',
  ]);
});

test('quarters follow the financial year of the organisation', () => {
  const financialYearStart = { month: 1, day: 1 };
  assert.deepEqual(next('Quarterly', '2025-05-10', 1, { financialYearStart }), ['2025-04-01..2025-06-30']);
  assert.deepEqual(next('Annually', '2025-05-10', 1, { financialYearStart }), ['2025-01-01..2025-12-31']);
});

test('fixed days are days, whatever the clocks do', () => {
  assert.deepEqual(next('Every Sunday', '2025-03-24', 3), ['2025-03-30', '2025-04-06', '2025-04-13']);
  assert.deepEqual(next('daily', '2025-10-25', 3), ['2025-10-25', '2025-10-26', '2025-10-27']);
  assert.deepEqual(next('first Monday of every month', '2025-04-08', 2), ['2025-05-05', '2025-06-02']);
  assert.deepEqual(next('last working day of the month', '2025-05-31', 1), ['2025-06-30']);
  assert.deepEqual(next('30 June each year', '2025-06-30', 2), ['2025-06-30', '2026-06-30']);
  assert.deepEqual(next('every other Thursday', '2025-04-11', 2), ['2025-04-24', '2025-05-08']);
});

test('a bounded recurrence stays inside its bounds', () => {
  const cell = 'monthly from September 2025 until October 2025';
  assert.deepEqual(next(cell, '2025-04-01', 5), ['2025-09-01..2025-09-30', '2025-10-01..2025-10-31']);
  assert.deepEqual(next('every Thursday until 10 April 2025', '2025-04-01', 5), ['2025-04-03', '2025-04-10']);
  assert.deepEqual(next('Monthly until March 2024', '2025-04-01', 5), []);
});

test('a dated timing is its own window until it is over', () => {
  assert.deepEqual(next('by 30 June 2025', '2025-04-01', 3), ['2025-04-01..2025-06-30']);
  assert.deepEqual(next('1-12 September 2025', '2025-09-12', 3), ['2025-09-01..2025-09-12']);
  assert.deepEqual(next('1-12 September 2025', '2025-09-13', 3), []);
  assert.deepEqual(next('From 1 September 2025', '2025-04-01', 3), ['2025-09-01']);
});

test('what has no date has no next date', () => {
  for (const cell of ['Ongoing', 'As required', 'TBC', 'Termly', 'each full council', 'hourly']) {
    assert.deepEqual(next(cell, '2025-04-01', 3), [], cell);
  }
});

test('a date without a year takes it from the document, else it is the next', () => {
  assert.deepEqual(next('August', '2025-09-01', 1), ['2026-08-01..2026-08-31']);
  assert.equal(readTimings('August', { ...on('2025-09-01'), documentYear: 2012 })[0]?.by, '2012-08-31');
  const documentPeriod = { from: '2020-04-01', by: '2021-03-31' };
  const [february] = readTimings('February', { ...on('2025-09-01'), documentYear: 2020, documentPeriod });
  assert.equal(february?.by, '2021-02-28');
});

test('windows in short', () => {
  const today = Temporal.PlainDate.from('2025-04-01');
  const short = (from: string, by: string) => inShort({ from, by }, today);
  assert.equal(short('2025-04-01', '2025-06-30'), 'by 30 Jun');
  assert.equal(short('2025-04-07', '2025-04-13'), 'w/c 7 Apr');
  assert.equal(short('2025-04-08', '2025-04-08'), '8 Apr');
  assert.equal(short('2026-09-01', '2026-09-30'), 'by 30 Sep 2026');
});

test('a place that no month has is no rule, and is not looked for for ever', () => {
  for (const cell of [
    'sixth Thursday',
    '6th and 7th Thursday',
    'by working day 0 of each month',
    '99th of each month',
  ]) {
    const [found] = readTimings(cell, on('2025-04-01'));
    assert.doesNotMatch(found?.rule ?? '', /BYSETPOS|BYMONTHDAY|\d(?:TH|MO)/, cell);
    assert.ok(next(cell, '2025-04-01', 2).length <= 2, cell);
  }
  assert.deepEqual(next('31st working day of the quarter', '2025-04-01', 2), []);
  assert.deepEqual(next('by WD10 each month', '2025-04-01', 2), ['2025-04-14', '2025-05-14']);
});
