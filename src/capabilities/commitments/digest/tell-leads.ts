import type { Within } from '../../../platform/database/database.ts';
import { isWorkingDay } from '../../../timing/working/working.ts';
import { tell } from '../../asking/index.ts';
import { workingCalendarOf } from '../../organisations/index.ts';
import { mostPressing, type Week } from '../queries/digest.ts';
import type { When } from '../when.ts';
import { takeWeek } from './take-week.ts';
import { type Led, whoLeads } from './who-leads.ts';
import { digestLines, digestTitle, MOST_PRESSING, saysSomething } from './words.ts';

/**
 * Tells everybody who leads what is due this week of the promises that they lead, and what is late: in their daily message
 * of the first working day of the week, or of the first on which there is a worker again. Once a week.
 */
export async function tellLeads(within: Within, { now, today }: When): Promise<void> {
  if (!isWorkingDay(today, await workingCalendarOf(within))) return;
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  if (!(await takeWeek(within, monday))) return;
  const week = { today, sunday: monday.add({ days: 6 }) };
  for (const led of await whoLeads(within, week)) await tellOne(within, led, { now, monday, week });
}

async function tellOne(
  within: Within,
  { lead, promises, counts }: Led,
  { now, monday, week }: { now: Temporal.Instant; monday: Temporal.PlainDate; week: Week },
): Promise<void> {
  if (!saysSomething(counts)) return;
  const pressing = await mostPressing(within, promises, week, MOST_PRESSING);
  const tiding = {
    person: lead.id,
    title: digestTitle(counts),
    lines: digestLines(counts, pressing),
    href: '/today?whose=all',
    until: week.sunday,
    once: `digest ${lead.id} ${monday}`,
  };
  await tell(within, tiding, now);
}
