import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testSite } from '../../../../tests/support/site.ts';
import { bankHolidaysIn } from '../../../timing/working/bank-holidays.ts';
import type { Division } from '../../../timing/working/division.ts';
import { isWorkingDay } from '../../../timing/working/working.ts';
import { workingCalendarOf } from '../queries/working-calendar.ts';
import { giveInBankHolidays } from './bank-holidays.ts';

const site = await testSite();
after(site.close);
const ashmere = await site.organisation('Borough of Ashmere');
const saltby = await site.organisation('Isle of Saltby');

const give = (...days: [division: Division, day: string, name: string][]) =>
  giveInBankHolidays(
    site.database,
    days.map(([division, day, name]) => ({ division, day, name })),
    site.clock.now(),
  );
const calendar = (organisation = ashmere) => site.within(organisation, workingCalendarOf);
const JUBILEE = Temporal.PlainDate.from('2028-06-02');

test('what is given in counts for every organisation, instead of the years that it has', async () => {
  assert.ok(isWorkingDay(JUBILEE, await calendar()));
  await give(
    ['england-and-wales', '2028-06-02', 'Jubilee'],
    ['england-and-wales', '2029-01-01', 'New Year’s Day'],
  );
  for (const organisation of [ashmere, saltby])
    assert.ok(!isWorkingDay(JUBILEE, await calendar(organisation)));
  const { holidays, division } = await calendar();
  assert.equal(bankHolidaysIn(2027, division, holidays).days.size, 8);
  assert.equal(bankHolidaysIn(2028, division, holidays).days.size, 1);
  assert.equal(bankHolidaysIn(2029, division, holidays).known, 'published');
  assert.equal(bankHolidaysIn(2030, division, holidays).known, 'by-rule');
});

test('a holiday that was moved is not kept twice, and a year that is not given in again stays', async () => {
  await give(['england-and-wales', '2028-06-05', 'Jubilee']);
  const { holidays, division } = await calendar();
  assert.deepEqual([...bankHolidaysIn(2028, division, holidays).days], [['2028-06-05', 'Jubilee']]);
  assert.equal(bankHolidaysIn(2029, division, holidays).days.size, 1);
});

test('two operators at once leave one of the two files, whole', async () => {
  const days = ['2028-07-03', '2028-07-10'];
  await Promise.all(days.map(day => give(['scotland', day, day])));
  const { rows } = await site.database.pool.query('select name from bank_holidays where day >= $1', [
    days[0],
  ]);
  assert.equal(rows.filter(({ name }) => days.includes(name)).length, 1);
});

test('an organisation cannot give any in', async () => {
  await assert.rejects(
    site.within(ashmere, ({ db }) =>
      db
        .insertInto('bank_holidays')
        .values({ division: 'scotland', day: JUBILEE, name: 'Ours', given_in_at: site.clock.now() })
        .execute(),
    ),
    /permission denied/,
  );
});
