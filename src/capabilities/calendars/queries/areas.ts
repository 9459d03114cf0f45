import type { Within } from '../../../platform/database/database.ts';

/** "Northfield (ward)"; null for none, and for one that is not there. */
export async function areaWords({ db }: Within, id: string | null): Promise<string | null> {
  if (!id) return null;
  const row = await db.selectFrom('areas').select(['name', 'kind']).where('id', '=', id).executeTakeFirst();
  return row ? `${row.name} (${row.kind})` : null;
}
