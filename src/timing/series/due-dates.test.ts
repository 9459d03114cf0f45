import assert from 'node:assert/strict';
import { test } from 'node:test';
import { knownCalendars } from '../../../tests/support/known-calendars.ts';
import { dueDates } from './due-dates.ts';
import type { Known } from './known.ts';
import type { Series } from './series.ts';

const span = (from: string, by: string) => ({
  from: Temporal.PlainDate.from(from),
  by: Temporal.PlainDate.from(by),
});

function due(series: Series, from: string, by: string, more: Partial<Known> = {}): string[] {
  return dueDates(series, span(from, by), knownCalendars(more)).map(one => {
    const days = one.from.equals(one.by) ? `${one.by}` : `${one.from}..${one.by}`;
    return one.at ? `${days} ${one.at.toString().slice(0, 5)}` : days;
  });
}

const keys = (series: Series, from: string, by: string, more: Partial<Known> = {}) =>
  dueDates(series, span(from, by), knownCalendars(more)).map(one => one.key);

const each = (
  times: number,
  count: number,
  unit: Extract<Series, { kind: 'each' }>['period']['unit'],
  from: string,
  until?: string,
): Series => ({ kind: 'each', times, period: { count, unit }, from, until });

test('a rule gives days, with its time of day', () => {
  const series: Series = { kind: 'rule', rule: 'FREQ=MONTHLY;BYDAY=2TU', at: '18:30', from: '2026-09-01' };
  assert.deepEqual(due(series, '2026-10-01', '2026-12-31'), [
    '2026-10-13 18:30',
    '2026-11-10 18:30',
    '2026-12-08 18:30',
  ]);
});

test('once in each period is any day of it, quarters being those of the financial year', () => {
  assert.deepEqual(due(each(1, 1, 'quarter', '2026-04-01'), '2026-08-01', '2026-12-31'), [
    '2026-07-01..2026-09-30',
    '2026-10-01..2026-12-31',
  ]);
  assert.deepEqual(due(each(1, 1, 'half-year', '2026-04-01'), '2026-10-01', '2027-03-31'), [
    '2026-10-01..2027-03-31',
  ]);
  const calendarYear = { year: { financialYearStart: { month: 1, day: 1 } } };
  assert.deepEqual(due(each(1, 1, 'year', '2026-01-01'), '2026-05-01', '2026-06-01', calendarYear), [
    '2026-01-01..2026-12-31',
  ]);
  assert.deepEqual(due(each(1, 2, 'week', '2026-10-14'), '2026-11-01', '2026-11-23'), [
    '2026-10-26..2026-11-08',
    '2026-11-09..2026-11-22',
    '2026-11-23..2026-12-06',
  ]);
});

test('the first period and the last are promised for the days that the promise holds', () => {
  const until = (day: string) => due(each(1, 1, 'month', '2026-10-20', day), '2026-01-01', '2027-12-31');
  assert.deepEqual(until('2026-12-20'), [
    '2026-10-20..2026-10-31',
    '2026-11-01..2026-11-30',
    '2026-12-01..2026-12-20',
  ]);
  assert.equal(until('2026-12-10').length, 2, 'less than half of the last is no period');
  assert.deepEqual(until('2026-10-24'), ['2026-10-20..2026-10-24'], 'but it may be all there is');
});

test('several in a period share its window, and keep a pace', () => {
  const three = dueDates(
    each(3, 1, 'year', '2026-04-01'),
    span('2026-04-01', '2027-03-31'),
    knownCalendars(),
  );
  assert.deepEqual(
    three.map(({ key, by, pace }) => [key, `${by}`, `${pace}`]),
    [
      ['2026-04-01', '2027-03-31', '2026-07-31'],
      ['2026-04-01#2', '2027-03-31', '2026-11-30'],
      ['2026-04-01#3', '2027-03-31', '2027-03-31'],
    ],
  );
});

test('of several, a part of a period has its share, and the first one at the least', () => {
  const year = (from: string, until?: string) =>
    due(each(4, 1, 'year', from, until), '2026-04-01', '2027-03-31');
  assert.equal(year('2026-04-01').length, 4);
  assert.deepEqual(year('2026-10-01'), ['2026-10-01..2027-03-31', '2026-10-01..2027-03-31']);
  assert.deepEqual(year('2027-03-20'), ['2027-03-20..2027-03-31']);
  assert.deepEqual(year('2026-04-01', '2026-06-30'), ['2026-04-01..2026-06-30']);
});

test('working days leave weekends and bank holidays out', () => {
  assert.deepEqual(due(each(1, 1, 'working-day', '2026-12-23'), '2026-12-23', '2026-12-30'), [
    '2026-12-23',
    '2026-12-24',
    '2026-12-29',
    '2026-12-30',
  ]);
});

test('a day that is not worked is moved as the organisation chose, and keeps its key', () => {
  const mondays: Series = { kind: 'rule', rule: 'FREQ=WEEKLY;BYDAY=MO', from: '2026-08-24' };
  const around = ['2026-08-28', '2026-09-04'] as const;
  assert.deepEqual(due(mondays, ...around), ['2026-08-31']);
  assert.deepEqual(due(mondays, ...around, { shift: 'next' }), ['2026-09-01']);
  assert.deepEqual(due(mondays, ...around, { shift: 'previous' }), ['2026-08-28']);
  assert.deepEqual(keys(mondays, ...around, { shift: 'previous' }), ['2026-08-31']);
});

test('weekends that the words name themselves are kept', () => {
  const saturdays: Series = { kind: 'rule', rule: 'FREQ=MONTHLY;BYDAY=1SA', from: '2026-01-01' };
  assert.deepEqual(due(saturdays, '2026-11-01', '2026-11-30', { shift: 'next' }), ['2026-11-07']);
  const firsts: Series = { kind: 'rule', rule: 'FREQ=MONTHLY;BYMONTHDAY=1', from: '2026-01-01' };
  assert.deepEqual(due(firsts, '2026-11-01', '2026-11-30', { shift: 'next' }), ['2026-11-02']);
});

test('occasions come every year, with the days that lead up to them', () => {
  const nights: Series = {
    kind: 'occasions',
    occasions: ['Halloween', 'Bonfire Night', 'New Year’s Eve', 'the clocks go back', 'winter'],
    lead: 7,
    from: '2026-01-01',
  };
  assert.deepEqual(due(nights, '2026-10-01', '2026-12-31'), [
    '2026-10-18..2026-10-25',
    '2026-10-24..2026-10-31',
    '2026-10-29..2026-11-05',
    '2026-11-24..2027-02-28',
    '2026-12-24..2026-12-31',
  ]);
  assert.deepEqual(keys(nights, '2026-11-01', '2026-11-10'), ['bonfire night 2026']);
});

test('beside the entries of a calendar: terms, meetings, so long before or after', () => {
  const terms = { kind: 'beside', calendar: 'terms', from: '2026-09-01' } as const;
  const meetings = {
    kind: 'beside',
    calendar: 'meetings',
    called: 'full council',
    from: '2026-09-01',
  } as const;
  const year = ['2026-09-01', '2027-08-31'] as const;
  assert.deepEqual(due({ ...terms, days: { at: 'during' } }, ...year), [
    '2026-09-02..2026-12-18',
    '2027-01-05..2027-03-25',
    '2027-04-12..2027-07-21',
  ]);
  assert.equal(due({ ...terms, times: 2, days: { at: 'during' } }, ...year).length, 6);
  assert.deepEqual(due({ ...terms, days: { at: 'first-week' } }, ...year)[0], '2026-09-02..2026-09-06');
  assert.deepEqual(due({ ...terms, days: { at: 'last-week' } }, ...year)[0], '2026-12-14..2026-12-18');
  assert.deepEqual(due({ ...meetings, days: { at: 'first-day' } }, ...year), [
    '2026-10-14 19:00',
    '2026-12-09 19:00',
  ]);
  const five = {
    at: 'after',
    end: 'last-day',
    far: { count: 5, unit: 'working-day' },
    within: true,
  } as const;
  assert.deepEqual(due({ ...meetings, days: five }, ...year), [
    '2026-10-14..2026-10-21',
    '2026-12-09..2026-12-16',
  ]);
  const six = { at: 'before', end: 'last-day', far: { count: 6, unit: 'week' } } as const;
  assert.deepEqual(due({ ...terms, days: six }, ...year)[0], '2026-11-06');
});

test('what hangs on a meeting keeps its key when the meeting is moved', () => {
  const series: Series = {
    kind: 'beside',
    calendar: 'meetings',
    days: { at: 'first-day' },
    from: '2026-09-01',
  };
  assert.deepEqual(keys(series, '2026-09-01', '2026-12-31'), ['council-1', 'cabinet-1', 'council-2']);
});

test('a calendar that nobody keeps gives nothing, and so does what waits for an event', () => {
  const days = { at: 'during' } as const;
  assert.deepEqual(
    due({ kind: 'beside', calendar: 'gone', days, from: '2026-01-01' }, '2026-01-01', '2030-01-01'),
    [],
  );
  assert.deepEqual(
    due({ kind: 'triggered', trigger: 'an incident', limit: 'PT24H' }, '2026-01-01', '2030-01-01'),
    [],
  );
});
