import assert from 'node:assert/strict';
import { test } from 'node:test';
import { knownCalendars } from '../../../tests/support/known-calendars.ts';
import { latestStart, POLLS, preElectionPeriod } from './pre-election.ts';
import { isWorkingDay } from './working.ts';

const { working } = knownCalendars();
const day = (iso: string) => Temporal.PlainDate.from(iso);
const MAY_2024 = day('2024-05-02');

test('begins as it was published to begin in 2024: 26 March, and 19 March in London', () => {
  assert.equal(`${latestStart({ poll: 'local', day: MAY_2024 }, working)}`, '2024-03-26');
  assert.equal(`${latestStart({ poll: 'greater-london-authority', day: MAY_2024 }, working)}`, '2024-03-19');
});

test('the bank holidays of the nation move it, days on which an organisation is closed do not', () => {
  const scotland = { ...working, division: 'scotland' } as const;
  assert.equal(`${latestStart({ poll: 'local', day: MAY_2024 }, scotland)}`, '2024-03-27');
  const closed = [{ from: day('2024-04-15'), to: day('2024-04-19'), what: 'Closed for moving' }];
  assert.equal(`${latestStart({ poll: 'local', day: MAY_2024 }, { ...working, closed })}`, '2024-03-26');
});

test('an own start counts where it is earlier, never where it is later than the law allows', () => {
  const from = (starts: string) =>
    `${preElectionPeriod({ poll: 'local', day: MAY_2024, starts: day(starts) }, working).from}`;
  assert.equal(from('2024-03-22'), '2024-03-22');
  assert.equal(from('2024-04-02'), '2024-03-26');
  assert.equal(`${preElectionPeriod({ poll: 'local', day: MAY_2024 }, working).by}`, '2024-05-02');
});

test('Christmas Eve is not counted either, in whichever year it falls', () => {
  const from = (poll: string) => `${latestStart({ poll: 'local', day: day(poll) }, working)}`;
  assert.equal(from('2026-01-29'), '2025-12-19');
  assert.equal(from('2025-12-30'), '2025-11-20');
});

test('a referendum has the 28 days that end with it', () => {
  const { from, by } = preElectionPeriod({ poll: 'referendum', day: day('2026-05-07') }, working);
  assert.equal(`${from} ${by}`, '2026-04-10 2026-05-07');
});

test('whatever the poll, it begins before its day and on a day on which notice can be given', () => {
  for (const poll of POLLS)
    for (let one = day('2024-01-04'); one.year < 2027; one = one.add({ days: 7 })) {
      const start = latestStart({ poll, day: one }, working);
      assert.ok(Temporal.PlainDate.compare(start, one) < 0);
      if (poll !== 'referendum') assert.ok(isWorkingDay(start, working), `${poll} ${one}`);
    }
});
