import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { Calendar, CalendarKind } from '../calendar.ts';

const COLUMNS = ['id', 'name', 'kind', 'area_id as area', 'version', 'file_at as fileAt'] as const;

type Row = Omit<Calendar, 'kind'> & { kind: string };
const asCalendar = (row: Row): Calendar => ({ ...row, kind: row.kind as CalendarKind });

export async function calendarById({ db }: Within, id: string): Promise<Calendar | undefined> {
  const row = await db.selectFrom('calendars').select(COLUMNS).where('id', '=', id).executeTakeFirst();
  return row && asCalendar(row);
}

/** Held until the transaction ends, so that two who change it or its entries stand in line. */
export async function holdCalendar({ db }: Within, id: string): Promise<Calendar | undefined> {
  const row = await db
    .selectFrom('calendars')
    .select(COLUMNS)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && asCalendar(row);
}

export async function calendarCalled({ db }: Within, name: string): Promise<{ id: string } | undefined> {
  const same = sql<boolean>`lower(name) = lower(${name})`;
  return db.selectFrom('calendars').select('id').where(same).executeTakeFirst();
}

/** `coming`: how many entries are not over. */
export type ListedCalendar = Pick<Calendar, 'id' | 'name' | 'kind'> & {
  place: string | null;
  coming: number;
  next: { title: string; from: Temporal.PlainDate; by: Temporal.PlainDate; at: string | null } | null;
};

/** More than an organisation keeps. */
const MOST = 500;

/** All of them by name, each with the first of its entries that is not over. */
export async function listCalendars({ db }: Within, today: Temporal.PlainDate): Promise<ListedCalendar[]> {
  const { rows } = await sql<
    Omit<ListedCalendar, 'next'> & {
      title: string | null;
      from: Temporal.PlainDate;
      by: Temporal.PlainDate;
      at: string | null;
    }
  >`
    select c.id, c.name, c.kind, a.name as place, n.title, n.from_day as "from", n.by_day as "by", n.at,
      (select count(*) from calendar_entries e
        where e.calendar_id = c.id and e.by_day >= ${today} and e.cancelled_at is null)::int as coming
    from calendars c left join areas a on a.id = c.area_id left join lateral (
      select title, from_day, by_day, at from calendar_entries e
      where e.calendar_id = c.id and e.by_day >= ${today} and e.cancelled_at is null
      order by e.from_day, e.id limit 1) n on true
    order by lower(c.name), c.id limit ${sql.lit(MOST)}`.execute(db);
  return rows.map(({ title, from, by, at, ...rest }) => ({
    ...rest,
    next: title === null ? null : { title, from, by, at },
  }));
}

export async function countEntries({ db }: Within, calendar: string): Promise<number> {
  const row = await db
    .selectFrom('calendar_entries')
    .select(counted => counted.fn.countAll<number>().as('found'))
    .where('calendar_id', '=', calendar)
    .executeTakeFirstOrThrow();
  return row.found;
}
