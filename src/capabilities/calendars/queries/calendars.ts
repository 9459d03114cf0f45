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
