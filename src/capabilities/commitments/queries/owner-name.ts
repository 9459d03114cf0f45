import type { Within } from '../../../platform/database/database.ts';

/** How an owner is called; nothing for none, and for one that is not there. */
export async function ownerName({ db }: Within, id: string | null): Promise<string | undefined> {
  if (!id) return undefined;
  return (await db.selectFrom('owners').select('name').where('id', '=', id).executeTakeFirst())?.name;
}
