import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';

/** The bodies, or areas, of a name; a few are enough to say "several". */
export async function placesCalled({ db }: Within, of: 'bodies' | 'areas', name: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(of)} where name_key = lower(${name}) order by id limit 10`.execute(db);
  return rows.map(({ id }) => id);
}

/** The kinds of bodies and areas that there are, as words to choose from. */
export async function kindsToChoose({ db }: Within): Promise<string[]> {
  const { rows } = await sql<{ kind: string }>`
    select kind from bodies group by kind union select kind from areas group by kind order by kind limit 100`.execute(
    db,
  );
  return rows.map(({ kind }) => kind);
}
