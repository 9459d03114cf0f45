import type { Within } from '../../../platform/database/database.ts';
import { type Place, placeWords } from '../place.ts';

/** More than any organisation works in; a county has some hundreds of parishes. */
const MOST = 5_000;

/** Every area, by name: what a calendar is for, or an election is held in. */
export const places = ({ db }: Within): Promise<Place[]> =>
  db
    .selectFrom('areas')
    .select(['id', 'name', 'kind'])
    .orderBy('name_key')
    .orderBy('id')
    .limit(MOST)
    .execute();

/** The words of one; null for none, and for one that is not there. */
export async function areaWords({ db }: Within, id: string | null): Promise<string | null> {
  if (!id) return null;
  const row = await db.selectFrom('areas').select(['name', 'kind']).where('id', '=', id).executeTakeFirst();
  return row ? placeWords(row) : null;
}
