import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { SHIPPED } from './bank-holidays.ts';
import { DIVISIONS, type Division } from './division.ts';
import {
  inOfficeHours,
  isWorkingDay,
  nextOfficeMoment,
  nextWorkingDay,
  officeHoursOn,
  type WorkingCalendar,
  whyNotWorking,
  workingDayFrom,
  workingDaysAfter,
  workingDaysBetween,
} from './working.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const hours = (opens: string, closes: string) => ({
  opens: Temporal.PlainTime.from(opens),
  closes: Temporal.PlainTime.from(closes),
});
const NINE_TO_FIVE = hours('09:00', '17:00');
const FIVE_DAYS = [...Array(5).fill(NINE_TO_FIVE), undefined, undefined];

const calendarOf = (division: Division, more: Partial<WorkingCalendar> = {}): WorkingCalendar => ({
  division,
  office: FIVE_DAYS,
  zone: 'Europe/London',
  closed: [{ from: day('2026-12-29'), to: day('2026-12-31'), what: 'Closed between the years' }],
  holidays: SHIPPED,
  ...more,
});
const ENGLAND = calendarOf('england-and-wales');

test('why a day is not worked', () => {
  assert.deepEqual(whyNotWorking(day('2026-08-30'), ENGLAND), { why: 'weekend' });
  assert.deepEqual(whyNotWorking(day('2026-08-31'), ENGLAND), {
    why: 'bank-holiday',
    name: 'Summer bank holiday',
  });
  assert.equal(whyNotWorking(day('2026-08-31'), calendarOf('scotland')), undefined);
  assert.deepEqual(whyNotWorking(day('2026-12-30'), ENGLAND), {
    why: 'closed',
    name: 'Closed between the years',
  });
});

const COUNTED: [from: string, n: number, to: string, division: Division][] = [
  ['2026-12-24', 1, '2027-01-04', 'england-and-wales'],
  ['2026-12-24', 1, '2027-01-05', 'scotland'],
  ['2026-04-01', 2, '2026-04-07', 'england-and-wales'],
  ['2026-04-01', 2, '2026-04-06', 'scotland'],
  ['2026-07-10', 1, '2026-07-14', 'northern-ireland'],
  ['2026-07-10', 1, '2026-07-13', 'england-and-wales'],
  ['2026-11-02', 20, '2026-11-30', 'england-and-wales'],
  ['2026-11-02', 20, '2026-12-01', 'scotland'],
  ['2026-05-05', -1, '2026-05-01', 'england-and-wales'],
  ['2026-08-29', 0, '2026-09-01', 'england-and-wales'],
];

for (const [from, n, to, division] of COUNTED)
  test(`${n} working days after ${from} in ${division} is ${to}`, () =>
    assert.equal(workingDaysAfter(day(from), n, calendarOf(division)).toString(), to));

const anyDay = fc.integer({ min: 0, max: 365 * 40 }).map(n => day('2015-01-01').add({ days: n }));
const anyCalendar = fc
  .tuple(fc.constantFrom(...DIVISIONS), fc.array(fc.tuple(anyDay, fc.integer({ min: 0, max: 20 }))))
  .map(([division, closed]) =>
    calendarOf(division, {
      closed: closed.map(([from, days]) => ({ from, to: from.add({ days }), what: 'Closed' })),
    }),
  );
const someDays = fc.integer({ min: -60, max: 60 }).filter(n => n !== 0);

test('counting out and counting between agree, and never end on a day that is not worked', () => {
  fc.assert(
    fc.property(anyDay, someDays, anyCalendar, (from, n, calendar) => {
      const to = workingDaysAfter(from, n, calendar);
      assert.ok(isWorkingDay(to, calendar));
      assert.equal(workingDaysBetween(from, to, calendar), n);
      assert.ok(nextWorkingDay(from, calendar).since(from).days > 0);
      assert.equal(workingDaysBetween(from, nextWorkingDay(from, calendar), calendar), 1);
    }),
    { numRuns: 60 },
  );
});

test('two stretches count as their sum, whichever way they run', () => {
  fc.assert(
    fc.property(anyDay, fc.nat(90), fc.nat(90), anyCalendar, (a, first, second, calendar) => {
      const [b, c] = [a.add({ days: first }), a.add({ days: first + second })];
      const sum = workingDaysBetween(a, b, calendar) + workingDaysBetween(b, c, calendar);
      assert.equal(workingDaysBetween(a, c, calendar), sum);
    }),
    { numRuns: 60 },
  );
});

test('a working day stays as it is where the day itself may do', () => {
  assert.equal(workingDayFrom(day('2026-08-28'), ENGLAND).toString(), '2026-08-28');
  assert.equal(workingDayFrom(day('2026-08-29'), ENGLAND).toString(), '2026-09-01');
});

const AT: [instant: string, open: boolean][] = [
  ['2026-03-27T08:59:59Z', false],
  ['2026-03-27T09:00:00Z', true],
  ['2026-03-27T16:59:59Z', true],
  ['2026-03-27T17:00:00Z', false],
  // the Monday after clocks went forward
  ['2026-03-30T08:00:00Z', true],
  ['2026-03-30T16:00:00Z', false],
  // Good Friday, and a day on which the organisation is closed
  ['2026-04-03T10:00:00Z', false],
  ['2026-12-30T10:00:00Z', false],
];

for (const [instant, open] of AT)
  test(`the office is ${open ? 'open' : 'closed'} at ${instant}`, () =>
    assert.equal(inOfficeHours(Temporal.Instant.from(instant), ENGLAND), open));

test('an office that opens at night follows the clocks when they change', () => {
  const nights = calendarOf('england-and-wales', { office: Array(7).fill(hours('01:30', '02:30')) });
  const length = (text: string) => {
    const { from, until } = officeHoursOn(day(text), nights) ?? {};
    return from && until && [from.toString(), until.since(from).total('minutes')];
  };
  assert.deepEqual(length('2026-03-28'), ['2026-03-28T01:30:00Z', 60]);
  assert.deepEqual(length('2026-03-29'), undefined);
  assert.deepEqual(length('2026-10-25'), ['2026-10-25T00:30:00Z', 120]);
});

const anyInstant = fc
  .integer({ min: 0, max: 20 * 366 * 24 * 60 })
  .map(minutes => Temporal.Instant.from('2019-01-01T00:00:00Z').add({ minutes }));

test('the next office moment is in office hours, and none lies before it', () => {
  fc.assert(
    fc.property(anyInstant, anyCalendar, (instant, calendar) => {
      const next = nextOfficeMoment(instant, calendar);
      assert.ok(inOfficeHours(next, calendar));
      if (inOfficeHours(instant, calendar)) return assert.ok(next.equals(instant));
      assert.ok(Temporal.Instant.compare(next, instant) > 0);
      assert.ok(!inOfficeHours(next.subtract({ minutes: 1 }), calendar));
    }),
    { numRuns: 60 },
  );
});

test('an office that is open on Saturdays is open then, and it is still no working day', () => {
  const office = [...FIVE_DAYS.slice(0, 5), hours('10:00', '13:00'), undefined];
  const calendar = calendarOf('england-and-wales', { office });
  assert.ok(inOfficeHours(Temporal.Instant.from('2026-07-04T09:00:00Z'), calendar));
  assert.ok(!isWorkingDay(day('2026-07-04'), calendar));
});

test('a calendar that nobody can work by is told, not searched for ever', () => {
  const never = calendarOf('england-and-wales', {
    office: Array(7).fill(undefined),
    closed: [{ from: day('2026-01-01'), to: day('2060-01-01'), what: 'Abolished' }],
  });
  assert.throws(() => nextOfficeMoment(Temporal.Instant.from('2026-01-01T00:00:00Z'), never), RangeError);
  assert.throws(() => nextWorkingDay(day('2026-01-01'), never), RangeError);
});
