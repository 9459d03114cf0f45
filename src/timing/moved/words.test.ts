import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readTimings } from '../read.ts';
import type { TimingFacts } from '../schedule.ts';
import { moveSchedule } from './schedule.ts';
import { moveWords } from './words.ts';

const FACTS: TimingFacts = { today: Temporal.PlainDate.from('2026-02-01'), documentYear: 2026 };

const later = (months: number): TimingFacts => ({
  ...FACTS,
  documentYear: FACTS.documentYear! + Math.floor(months / 12),
});

const move = (cell: string, months = 12) =>
  moveWords(cell, readTimings(cell, FACTS), { months, facts: later(months) });

const BY_YEARS = `
by 30 June 2026 => by 30 June 2027
Tuesday 30 June 2026 => Wednesday 30 June 2027
Tue 30 June 2026 => Wed 30 June 2027
Friday 5th June => Saturday 5th June
30/06/2026 => 30/06/2027
30.6.26 => 30.6.27
2026-06-30 => 2026-06-30+
29 February 2028 => 28 February 2029
by 29 Feb 2028 => by 28 Feb 2029
June 2026 => June 2027
Jun 26 => Jun 27
Jun-26 => Jun-27
by June ’26 => by June ’27
February 2027 => February 2028
by end of February 2027 => by end of February 2028
1-12 September 2026 => 1-12 September 2027
28 Sep - 3 Oct 2026 => 28 Sep - 3 Oct 2027
June 30, 2026 => June 30, 2027
September 2026 to March 2027 => September 2027 to March 2028
spring 2026 => spring 2027
Q1 2026/27 => Q1 2027/28
2026/27 => 2027/28
by 30 June => by 30 June
Monthly => Monthly
every 1 June => every 1 June
annually each April => annually each April
Monthly until March 2026 => Monthly until March 2027
monthly from September 2026 until March 2027 => monthly from September 2027 until March 2028
From September 2026 => From September 2027
From September 2026 and ongoing => From September 2027 and ongoing
TBC => TBC
Ongoing => Ongoing
as above => as above
within 5 days of a decision => within 5 days of a decision
by 30 June 2026; by 31 July 2026 => by 30 June 2027; by 31 July 2027
`;

test('words a year later read as what they meant, a year later', () => {
  for (const row of BY_YEARS.trim().split('\n')) {
    const [cell = '', expected = ''] = row.split(' => ');
    const moved = move(cell);
    const wanted = expected.endsWith('+') ? '2027-06-30' : expected;
    assert.deepEqual([moved.words, moved.doubt], [wanted, undefined], cell);
  }
});

const BY_MONTHS = `
by 30 June 2026 => by 30 December 2026
by 31 August 2026 => by 28 February 2027
JUNE 2026 => DECEMBER 2026
Sept 2026 => Mar 2027
30/09/2026 => 30/03/2027
Monthly until March 2026 => Monthly until September 2026
annually each April => annually each April
by end of February 2026 => by end of August 2026
TBC => TBC
`;

test('words half a year later', () => {
  for (const row of BY_MONTHS.trim().split('\n')) {
    const [cell = '', expected = ''] = row.split(' => ');
    const moved = move(cell, 6);
    assert.deepEqual([moved.words, moved.doubt], [expected, undefined], cell);
  }
});

test('what cannot be said a year later in the same way is doubted', () => {
  for (const cell of ['w/c 8 June 2026', 'Easter 2026', 'after the election of May 2026'])
    assert.ok(move(cell).doubt, cell);
  assert.match(move('w/c 8 June 2026').doubt!, /8 June 2027 is a Tuesday, not a Monday/);
  assert.match(move('Easter 2026').doubt!, /could not be moved for certain/);
});

test('a date without a year is given one where the reader would take another', () => {
  const facts = { today: Temporal.PlainDate.from('2026-11-20') };
  const stored = readTimings('by 30 June', { today: Temporal.PlainDate.from('2026-02-01') });
  const moved = moveWords('by 30 June', stored, { months: 24, facts });
  assert.deepEqual([moved.words, moved.doubt], ['by 30 June 2028', undefined]);
});

const MONTH = fc.constantFrom(
  'January',
  'Feb',
  'March',
  'April',
  'May',
  'june',
  'Jul',
  'AUGUST',
  'Sept',
  'October',
);
const day = fc.integer({ min: 1, max: 28 });
const year = fc.integer({ min: 2024, max: 2031 });
const date = fc.oneof(
  fc.tuple(day, MONTH, year).map(([d, m, y]) => `${d} ${m} ${y}`),
  fc.tuple(MONTH, year).map(([m, y]) => `${m} ${y}`),
  fc.tuple(day, fc.integer({ min: 1, max: 12 }), year).map(([d, m, y]) => `${d}/${m}/${y}`),
  year.map(y => `${y}/${String((y + 1) % 100).padStart(2, '0')}`),
  fc
    .tuple(fc.constantFrom('Q1', 'Q3'), year)
    .map(([q, y]) => `${q} ${y}/${String((y + 1) % 100).padStart(2, '0')}`),
  fc.tuple(fc.constantFrom('spring', 'autumn'), year).map(([s, y]) => `${s} ${y}`),
);
const cell = fc.oneof(
  fc
    .tuple(fc.constantFrom('by ', 'before ', 'from ', 'until ', 'in ', ''), date)
    .map(parts => parts.join('')),
  fc.tuple(fc.constantFrom('Monthly', 'Weekly', 'Quarterly'), date).map(([r, d]) => `${r} until ${d}`),
  fc.tuple(date, fc.constantFrom('; ', ', then ', '\n'), date).map(parts => parts.join('')),
  fc.constantFrom('TBC', 'Ongoing', 'when needed', 'Weekly', 'twice a year', '', 'as soon as possible'),
);

test('reading the moved words gives the moved timings, or it is doubted', () => {
  let doubted = 0;
  fc.assert(
    fc.property(cell, fc.constantFrom(12, 24, -12, 6, 3), (words, months) => {
      const schedules = readTimings(words, FACTS);
      const moved = moveWords(words, schedules, { months, facts: later(months) });
      if (moved.doubt) {
        doubted++;
        return;
      }
      const days = (all: typeof schedules) => all.map(({ kind, rule, from, by }) => [kind, rule, from, by]);
      assert.deepEqual(days(moved.schedules), days(schedules.map(one => moveSchedule(one, months))));
      assert.deepEqual(moved.schedules, readTimings(moved.words, later(months)));
    }),
    { numRuns: 400, seed: 7 },
  );
  assert.ok(doubted < 150, `${doubted} of 400 are doubted`);
});
