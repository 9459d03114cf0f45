import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { ERASED, type Sought } from '../../../platform/privacy/personal-data.ts';

/**
 * Names of plans that are somebody's own go with them, whatever kind they were taken for. That of a team or a post, which
 * only meant them, stays and means nobody: it says nothing of a person.
 */
export async function eraseOwnerNames({ db }: Within, { people, names }: Sought): Promise<number> {
  if (!people.length) return 0;
  const known = names.map(name => name.toLowerCase());
  const own = await sql`
    update owners set name = ${`${ERASED} `} || left(id::text, 8), initials = '', also_called = '{}'
    where person_id = any(${people}::uuid[])
      and (kind = 'person' or exists (select from unnest(${known}::text[]) n where position(n in lower(name)) > 0))`.execute(
    db,
  );
  const others = await sql`
    update owners set person_id = null
    where person_id = any(${people}::uuid[]) and kind <> 'person' and name not like ${`${ERASED} %`}`.execute(
    db,
  );
  return Number(own.numAffectedRows ?? 0) + Number(others.numAffectedRows ?? 0);
}
