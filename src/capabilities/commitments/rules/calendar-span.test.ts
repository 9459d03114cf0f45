import assert from 'node:assert/strict';
import { test } from 'node:test';
import { beside, type CalendarView, calendarAddress, spanAsked } from './calendar-span.ts';

const today = Temporal.PlainDate.from('2025-04-08'); // a Tuesday
const asked = (view: CalendarView, query: Record<string, string> = {}) => {
  const { from, by } = spanAsked(view, query, today);
  return `${from} ${by}`;
};

for (const [view, query, days] of [
  ['month', {}, '2025-04-01 2025-04-30'],
  ['month', { month: '2024-02' }, '2024-02-01 2024-02-29'],
  ['month', { month: '2024-13' }, '2025-04-01 2025-04-30'],
  ['month', { from: '2025-12-31' }, '2025-12-01 2025-12-31'],
  ['week', {}, '2025-04-07 2025-04-13'],
  ['week', { from: '2025-12-31' }, '2025-12-29 2026-01-04'],
  ['week', { from: 'yesterday' }, '2025-04-07 2025-04-13'],
  ['agenda', {}, '2025-04-08 2025-05-05'],
  ['agenda', { from: '2025-06-01', by: '2025-06-01' }, '2025-06-01 2025-06-01'],
  ['agenda', { from: '2025-06-02', by: '2025-06-01' }, '2025-06-02 2025-06-29'],
  ['agenda', { from: '2025-01-01', by: '2035-01-01' }, '2025-01-01 2025-04-02'],
] as const)
  test(`${view} of ${JSON.stringify(query)} is ${days}`, () => assert.equal(asked(view, query), days));

test('the days beside are as many, the months beside whole ones', () => {
  const next = (view: CalendarView, query: Record<string, string>) =>
    beside(view, spanAsked(view, query, today), 1);
  assert.equal(next('month', { month: '2025-01' }).by.toString(), '2025-02-28');
  assert.equal(next('week', {}).from.toString(), '2025-04-14');
  assert.equal(next('agenda', { from: '2025-06-01', by: '2025-06-03' }).by.toString(), '2025-06-06');
  assert.equal(
    beside('month', spanAsked('month', { month: '2025-03' }, today), -1).by.toString(),
    '2025-02-28',
  );
});

test('an address says the days in the words of its view, and leads back to them', () => {
  for (const view of ['month', 'week', 'agenda'] as const) {
    const span = spanAsked(view, { from: '2025-11-03', by: '2025-11-20' }, today);
    const address = new URL(calendarAddress(view, span, { state: 'missed' }), 'http://here');
    assert.equal(address.searchParams.get('state'), 'missed');
    const again = spanAsked(view, Object.fromEntries(address.searchParams), today);
    assert.deepEqual(
      [again.from.toString(), again.by.toString()],
      [span.from.toString(), span.by.toString()],
    );
  }
});
