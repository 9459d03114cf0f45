import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SHIPPED } from '../../../timing/working/bank-holidays.ts';
import type { WorkingCalendar } from '../../../timing/working/working.ts';
import type { PreElection } from '../../calendars/index.ts';
import { daysOf, inWeeks } from './calendar-days.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const working: WorkingCalendar = {
  division: 'england-and-wales',
  office: [],
  zone: 'Europe/London',
  closed: [{ from: day('2025-04-24'), to: day('2025-04-25'), what: 'Staff days' }],
  holidays: SHIPPED,
};
const election = { title: 'Borough election', from: day('2025-04-10'), by: day('2025-05-01') } as PreElection;
const april = { from: day('2025-04-01'), by: day('2025-04-30') };
const days = daysOf(april, { today: day('2025-04-08'), working, elections: [election] });
const on = (iso: string) => days.find(one => one.iso === iso)!;

test('each day says whether it is over, today or to come', () => {
  assert.equal(days.length, 30);
  assert.deepEqual(
    [on('2025-04-07').past, on('2025-04-08').past, on('2025-04-08').today],
    [true, false, true],
  );
});

test('weekends, bank holidays and closed days are not worked, the latter by name', () => {
  assert.deepEqual(on('2025-04-05').off, {});
  assert.deepEqual(on('2025-04-18').off, { name: 'Good Friday' });
  assert.deepEqual(on('2025-04-24').off, { name: 'Staff days' });
  assert.equal(on('2025-04-23').off, undefined);
});

test('a pre-election period is said on its first day and its poll, and holds between them', () => {
  assert.equal(on('2025-04-09').quiet, undefined);
  assert.deepEqual(on('2025-04-10').quiet, { begins: ['Borough election'], polls: [] });
  assert.deepEqual(on('2025-04-30').quiet, { begins: [], polls: [] });
  const [may] = daysOf(
    { from: day('2025-05-01'), by: day('2025-05-01') },
    { today: day('2025-04-08'), working, elections: [election] },
  );
  assert.deepEqual(may!.quiet, { begins: [], polls: ['Borough election'] });
});

test('weeks begin on Mondays and are whole, with nothing where there is no day', () => {
  const weeks = inWeeks(days);
  assert.deepEqual(
    weeks.map(({ length }) => length),
    [7, 7, 7, 7, 7],
  );
  assert.deepEqual(
    weeks[0]!.map(one => one?.date.day),
    [undefined, 1, 2, 3, 4, 5, 6],
  );
  assert.deepEqual(
    weeks[4]!.map(one => one?.date.day),
    [28, 29, 30, undefined, undefined, undefined, undefined],
  );
  assert.deepEqual(inWeeks([]), []);
});
