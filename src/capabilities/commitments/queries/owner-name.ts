import type { Within } from '../../../platform/database/database.ts';

/** How an owner is called; nothing for none, and for one that is not there. */
export async function ownerName({ db }: Within, id: string | null): Promise<string | undefined> {
  if (!id) return undefined;
  return (await db.selectFrom('owners').select('name').where('id', '=', id).executeTakeFirst())?.name;
}

/** The same of many, by their ids. */
export async function namesOfOwners({ db }: Within, ids: readonly string[]): Promise<Map<string, string>> {
  if (!ids.length) return new Map();
  const rows = await db
    .selectFrom('owners')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
