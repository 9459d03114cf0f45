import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { writtenOnce } from '../../../platform/database/written-once.ts';
import {
  type Holiday,
  type Published,
  published,
  publishedOver,
  SHIPPED,
} from '../../../timing/working/bank-holidays.ts';
import type { Division } from '../../../timing/working/division.ts';
import type { ClosedDays, OfficeHours, WorkingCalendar } from '../../../timing/working/working.ts';

/** "09:00" */
type StoredHours = { opens: string; closes: string } | null;

export type StoredClosedDays = ClosedDays & { id: string };
export type StoredWorkingCalendar = Omit<WorkingCalendar, 'closed'> & { closed: StoredClosedDays[] };

/** On which days and at which hours the organisation works. */
export async function workingCalendarOf(within: Within): Promise<StoredWorkingCalendar> {
  const [week, closed, holidays] = await Promise.all([
    workingWeek(within),
    closedDays(within),
    bankHolidays(within),
  ]);
  return { ...week, closed, holidays };
}

export type WorkingWeek = Pick<WorkingCalendar, 'division' | 'office' | 'zone'>;

export async function workingWeek(within: Within): Promise<WorkingWeek> {
  const [row] = await askWeek(within, within.organisation);
  const office = (row!.office_hours as StoredHours[]).map(asHours);
  return { division: row!.division as Division, office, zone: row!.time_zone };
}

const askWeek = writtenOnce((db, organisation: string) =>
  db
    .selectFrom('organisations')
    .select(['division', 'office_hours', 'time_zone'])
    .where('id', '=', organisation),
);

const asHours = (stored: StoredHours): OfficeHours | undefined =>
  stored
    ? { opens: Temporal.PlainTime.from(stored.opens), closes: Temporal.PlainTime.from(stored.closes) }
    : undefined;

export const asStored = (hours: OfficeHours | undefined): StoredHours =>
  hours ? { opens: clock(hours.opens), closes: clock(hours.closes) } : null;

const clock = (time: Temporal.PlainTime): string => time.toString({ smallestUnit: 'minute' });

/** The organisation's own closed days, those of long ago among them. */
export const closedDays: (within: Within) => Promise<StoredClosedDays[]> = writtenOnce(db =>
  db
    .selectFrom('closed_days')
    .select(['id', 'first_day as from', 'last_day as to', 'what'])
    .orderBy('first_day')
    .orderBy('id'),
);

/** What the program brings along, under what an operator gave in from the official file for the organisation's division. */
async function bankHolidays(within: Within): Promise<Published> {
  const rows = await askHolidays(within, within.organisation);
  return rows.length ? publishedOver(SHIPPED, published(rows as Holiday[])) : SHIPPED;
}

const askHolidays = writtenOnce((db, organisation: string) =>
  db
    .selectFrom('bank_holidays as b')
    .innerJoin('organisations as o', 'o.division', 'b.division')
    .where('o.id', '=', organisation)
    .select(['b.division', sql<string>`b.day::text`.as('day'), 'b.name']),
);
