import type { Within } from '../../../platform/database/database.ts';
import { SHIPPED } from '../../../timing/working/bank-holidays.ts';
import { lastPublished, runsOut } from '../../../timing/working/running-out.ts';
import { workingCalendarOf } from './working-calendar.ts';

/**
 * Until the end of which year bank holidays are known as published, where it is time for later ones; undefined where it is
 * not. While what the program brings along is enough, nothing is asked.
 */
export async function holidaysRunningOut(
  within: Within,
  today: Temporal.PlainDate,
): Promise<number | undefined> {
  if (!runsOut(lastPublished(SHIPPED, today), today)) return undefined;
  const { division, holidays } = await workingCalendarOf(within);
  const last = lastPublished(holidays, today, [division]);
  return runsOut(last, today) ? last : undefined;
}
