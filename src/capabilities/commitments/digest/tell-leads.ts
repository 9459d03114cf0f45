import type { Within } from '../../../platform/database/database.ts';
import { isWorkingDay } from '../../../timing/working/working.ts';
import { tell } from '../../asking/index.ts';
import { leadFor, type ReachedPerson, workingCalendarOf } from '../../organisations/index.ts';
import type { When } from '../actions/keep-promise.ts';
import {
  countsByPlan,
  type DigestCounts,
  mostPressing,
  type PlanCounts,
  type Week,
} from '../queries/digest.ts';
import { takeWeek } from './take-week.ts';
import { digestLines, digestTitle, MOST_PRESSING, saysSomething } from './words.ts';

/**
 * Tells everybody who leads what is due this week in the plans that they lead, and what is late: in their daily message of
 * the first working day of the week, or of the first on which there is a worker again. Once a week.
 */
export async function tellLeads(within: Within, { now, today }: When): Promise<void> {
  if (!isWorkingDay(today, await workingCalendarOf(within))) return;
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  if (!(await takeWeek(within, monday))) return;
  const week = { today, sunday: monday.add({ days: 6 }) };
  for (const led of await plansByLead(within, await countsByPlan(within, week), today))
    await tellOne(within, led, { now, monday, week });
}

type Led = { lead: ReachedPerson; plans: PlanCounts[] };

/** Each plan with whoever leads it, of its department or the nearest above; a plan that nobody leads is told to nobody. */
async function plansByLead(within: Within, plans: PlanCounts[], today: Temporal.PlainDate): Promise<Led[]> {
  const led = new Map<string, Led>();
  for (const [department, some] of Map.groupBy(plans, one => one.department)) {
    const lead = await leadFor(within, department ? { department } : {}, today);
    if (!lead) continue;
    const known = led.get(lead.id)?.plans ?? [];
    led.set(lead.id, { lead, plans: [...known, ...some] });
  }
  return [...led.values()];
}

async function tellOne(
  within: Within,
  { lead, plans }: Led,
  { now, monday, week }: { now: Temporal.Instant; monday: Temporal.PlainDate; week: Week },
): Promise<void> {
  const counts = plans.reduce(added);
  if (!saysSomething(counts)) return;
  const ids = plans.map(({ plan }) => plan);
  const pressing = await mostPressing(within, ids, week, MOST_PRESSING);
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

const added = <C extends DigestCounts>(one: C, other: C): C => ({
  ...one,
  due: one.due + other.due,
  late: one.late + other.late,
  missed: one.missed + other.missed,
  undated: one.undated + other.undated,
  unowned: one.unowned + other.unowned,
});
