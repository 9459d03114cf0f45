import type { Within } from '../../../platform/database/database.ts';

/** The names of those who look after the organisation, so that others know whom to ask. */
export async function administrators({ db }: Within): Promise<string[]> {
  const rows = await db
    .selectFrom('memberships as m')
    .innerJoin('accounts as a', 'a.id', 'm.account_id')
    .where('m.role', '=', 'administrator')
    .where('m.ended_at', 'is', null)
    .select('a.name')
    .orderBy('a.name')
    .execute();
  return rows.map(row => row.name);
}

/** Months, 1 for January. */
export type Year = { financialYearMonth: number; springMonth: number };

export type Settings = { name: string; colour: string };

/** How the organisation divides its year; held until the transaction ends, for a change. */
export function holdYear({ db, organisation }: Within): Promise<Year> {
  return db
    .selectFrom('organisations')
    .select(['financial_year_month as financialYearMonth', 'spring_month as springMonth'])
    .where('id', '=', organisation)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

/** The organisation's own settings; held until the transaction ends, for a change. */
export function holdSettings({ db, organisation }: Within): Promise<Settings> {
  return db
    .selectFrom('organisations')
    .select(['name', 'colour'])
    .where('id', '=', organisation)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

/** Where the organisation is: by it days begin and end. */
export async function timeZoneOf({ db, organisation }: Within): Promise<string> {
  const { time_zone } = await db
    .selectFrom('organisations')
    .select('time_zone')
    .where('id', '=', organisation)
    .executeTakeFirstOrThrow();
  return time_zone;
}
