import { sql } from 'kysely';
import type { Database } from '../../../platform/database/database.ts';
import type { Holiday } from '../../../timing/working/bank-holidays.ts';

/**
 * Keeps the bank holidays of a file for every organisation, over what the program brings along and what was given in
 * before. The years that the file has are replaced whole, so that a holiday that was moved is not kept twice; other
 * years stay.
 */
export function giveInBankHolidays(
  database: Database,
  holidays: Holiday[],
  now: Temporal.Instant,
): Promise<void> {
  return database.beforeOrganisation(async db => {
    // two operators at once stand in line, or each would delete what the other has not written yet
    await sql`lock table bank_holidays in share row exclusive mode`.execute(db);
    const years = [...new Set(holidays.map(({ day }) => Number(day.slice(0, 4))))];
    await db
      .deleteFrom('bank_holidays')
      .where(sql<boolean>`extract(year from day) = any(${years}::int[])`)
      .execute();
    const rows = holidays.map(({ division, day, name }) => ({
      division,
      day: Temporal.PlainDate.from(day),
      name,
      given_in_at: now,
    }));
    await db.insertInto('bank_holidays').values(rows).execute();
  });
}
