import assert from 'node:assert/strict';
import { test } from 'node:test';
import { knownCalendars } from '../../../../tests/support/known-calendars.ts';
import { dueAfterEvent } from './due-after.ts';

const known = knownCalendars();
type Limit = { limit: string; workingDays?: true; from?: string; until?: string };

/** "from by moment missed from" */
function due(limit: Limit, happened: string, graceDays = 0): string {
  const series = { kind: 'triggered', trigger: 'an incident', ...limit } as const;
  const found = dueAfterEvent(series, Temporal.Instant.from(happened), { known, graceDays });
  return found ? `${found.from} ${found.by} ${found.dueAt ?? '-'} ${found.missedFrom}` : 'nothing';
}

for (const [limit, happened, expected] of [
  [{ limit: 'PT4H' }, '2026-10-24T22:00:00Z', '2026-10-24 2026-10-25 2026-10-25T02:00:00Z 2026-10-26'],
  [{ limit: 'P1D' }, '2026-10-24T22:00:00Z', '2026-10-24 2026-10-25 - 2026-10-26'],
  // on the clocks of Ashmere it is the 25th already
  [{ limit: 'P1D' }, '2026-07-24T23:30:00Z', '2026-07-25 2026-07-26 - 2026-07-27'],
  [{ limit: 'P2D', workingDays: true }, '2026-12-24T10:00:00Z', '2026-12-24 2026-12-30 - 2026-12-31'],
  [{ limit: 'PT0S' }, '2026-11-02T10:00:00Z', '2026-11-02 2026-11-02 - 2026-11-03'],
  [{ limit: '-P6W' }, '2026-11-30T10:00:00Z', '2026-10-19 2026-10-19 - 2026-10-20'],
  [{ limit: 'P1D', from: '2026-11-03' }, '2026-11-02T10:00:00Z', 'nothing'],
  [{ limit: 'P1D', until: '2026-11-01' }, '2026-11-02T10:00:00Z', 'nothing'],
] as [Limit, string, string][])
  test(`${JSON.stringify(limit)} after ${happened}`, () => assert.equal(due(limit, happened), expected));

test('days of grace come after the last day', () => {
  assert.match(due({ limit: 'P1D' }, '2026-11-02T10:00:00Z', 3), /2026-11-03 - 2026-11-07$/);
});
