import assert from 'node:assert/strict';
import { test } from 'node:test';
import { beginningInWords, fromNextWhole } from './part-periods.ts';
import type { Series, Unit } from './series.ts';

type Each = Extract<Series, { kind: 'each' }>;
const each = (times: number, unit: Unit, from: string, until?: string): Each => ({
  kind: 'each',
  times,
  period: { count: 1, unit },
  from,
  ...(until && { until }),
});
const begins = (series: Each) => fromNextWhole(series, {}).from;
const said = (series: Each, today = series.from) =>
  beginningInWords(series, Temporal.PlainDate.from(today), {});

test('what is kept late in a period begins with the next whole one', () => {
  assert.equal(begins(each(1, 'week', '2026-11-22')), '2026-11-23', 'a Sunday');
  assert.equal(begins(each(1, 'week', '2026-11-19')), '2026-11-19', 'a Thursday');
  assert.equal(begins(each(1, 'month', '2026-11-16')), '2026-11-16', 'half of it');
  assert.equal(begins(each(1, 'month', '2026-11-17')), '2026-12-01');
  assert.equal(begins(each(1, 'quarter', '2026-11-22')), '2027-01-01');
  assert.equal(begins(each(4, 'year', '2026-11-22')), '2027-04-01');
  assert.equal(begins(each(1, 'day', '2026-11-22')), '2026-11-22');
});

test('where there is no other period to come, what is left is all there is', () => {
  assert.equal(begins(each(1, 'quarter', '2026-11-22', '2026-12-31')), '2026-11-22');
  assert.equal(begins(each(1, 'quarter', '2026-11-22', '2027-03-31')), '2027-01-01');
});

test('with which period it begins is said, and how often it is due in a part of one', () => {
  assert.equal(said(each(1, 'week', '2026-11-19')), 'Begins with this week.');
  assert.equal(
    said(each(4, 'year', '2026-08-01')),
    'Begins with this year, three times in what is left of it.',
  );
  assert.equal(
    said(each(1, 'quarter', '2027-01-01'), '2026-11-22'),
    'Begins on 1 January 2027, with a whole quarter.',
  );
  assert.equal(said(each(1, 'quarter', '2027-01-20'), '2026-11-22'), 'Begins on 20 January 2027.');
});

test('what begins with today’s period, goes by days or has begun before says nothing of it', () => {
  assert.equal(said(each(1, 'quarter', '2026-10-01')), undefined);
  assert.equal(said(each(1, 'working-day', '2026-10-07')), undefined);
  assert.equal(said(each(1, 'quarter', '2026-05-07'), '2026-11-22'), undefined);
});
