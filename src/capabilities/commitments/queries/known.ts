import type { Within } from '../../../platform/database/database.ts';
import type { YearFacts } from '../../../timing/schedule.ts';
import type { Known } from '../../../timing/series/known.ts';
import { calendarsKnown } from '../../calendars/index.ts';
import { workingCalendarOf } from '../../organisations/index.ts';
import { commitmentSettings } from '../settings.ts';

/**
 * What a series needs to be turned into days, as the organisation has it now.
 * @param calendars those that are hung on, where it is known; otherwise all of them
 */
export async function knownFor(within: Within, calendars?: readonly string[]): Promise<Known> {
  const [year, working, { shift }, named] = await Promise.all([
    yearOf(within),
    workingCalendarOf(within),
    commitmentSettings(within),
    calendars?.length === 0 ? new Map() : calendarsKnown(within, calendars),
  ]);
  return { year, working, shift, calendars: named };
}

async function yearOf({ db, organisation }: Within): Promise<YearFacts> {
  const found = await db
    .selectFrom('organisations')
    .select(['financial_year_month as month', 'spring_month as springMonth'])
    .where('id', '=', organisation)
    .executeTakeFirstOrThrow();
  return { financialYearStart: { month: found.month, day: 1 }, springMonth: found.springMonth };
}
