import type { Within } from '../../platform/database/database.ts';

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

export type Settings = { name: string; colour: string };

/** The organisation's own settings; held until the transaction ends, for a change. */
export function holdSettings({ db, organisation }: Within): Promise<Settings> {
  return db
    .selectFrom('organisations')
    .select(['name', 'colour'])
    .where('id', '=', organisation)
    .forUpdate()
    .executeTakeFirstOrThrow();
}
