import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';

export type KindCount = { kind: string; entries: number };

/** The kinds of bodies, or of areas, that there are, with how many of each. */
export async function placeKinds({ db }: Within, of: 'body' | 'area'): Promise<KindCount[]> {
  const { rows } = await sql<KindCount>`
    select substr(kind, length(${of}::text) + 3) as kind, entries from directory_tallies
    where starts_with(kind, ${of}::text || ': ') and entries > 0 order by 1`.execute(db);
  return rows;
}
