import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Every, periodAt } from './timed.ts';

const CASES: [every: Every, at: string | undefined, zone: string, now: string, began: string][] = [
  ['minute', undefined, 'Europe/London', '2026-03-02T10:11:12.345Z', '2026-03-02T10:11:00Z'],
  ['hour', undefined, 'Europe/London', '2026-03-02T10:59:59Z', '2026-03-02T10:00:00Z'],
  ['day', undefined, 'Europe/London', '2026-07-02T10:00:00Z', '2026-07-01T23:00:00Z'],
  ['day', undefined, 'Europe/London', '2026-07-01T23:00:00Z', '2026-07-01T23:00:00Z'],
  ['day', undefined, 'America/Jamaica', '2026-07-02T04:59:00Z', '2026-07-01T05:00:00Z'],
  ['day', '07:30', 'Europe/London', '2026-07-02T06:29:59Z', '2026-07-01T06:30:00Z'],
  ['day', '07:30', 'Europe/London', '2026-07-02T06:30:00Z', '2026-07-02T06:30:00Z'],
  ['day', '07:30', 'Europe/London', '2026-12-02T07:30:00Z', '2026-12-02T07:30:00Z'],
  // clocks skip 01:30 on 29 March, and show it twice on 25 October
  ['day', '01:30', 'Europe/London', '2026-03-29T01:29:00Z', '2026-03-28T01:30:00Z'],
  ['day', '01:30', 'Europe/London', '2026-03-29T01:30:00Z', '2026-03-29T01:30:00Z'],
  ['day', '01:30', 'Europe/London', '2026-10-25T00:30:00Z', '2026-10-25T00:30:00Z'],
  ['day', '01:30', 'Europe/London', '2026-10-25T01:30:00Z', '2026-10-25T00:30:00Z'],
];

for (const [every, at, zone, now, began] of CASES)
  test(`at ${now} in ${zone} it is the ${every}${at ? ` from ${at}` : ''} that began at ${began}`, () => {
    const period = periodAt({ every, ...(at && { at }) }, Temporal.Instant.from(now), zone);
    assert.equal(period.toString(), began);
  });

test('a year of hours has as many days as the calendar', () => {
  const days = new Set<string>();
  let now = Temporal.Instant.from('2026-01-01T00:00:00Z');
  for (let hours = 0; hours < 365 * 24; hours++, now = now.add({ hours: 1 }))
    days.add(periodAt({ every: 'day' }, now, 'Europe/London').toString());
  assert.equal(days.size, 365);
});
