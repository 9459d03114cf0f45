import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { Spread } from '../promise.ts';
import { namedIn } from '../rules/spread-words.ts';

/** What those are called whom spreads name. */
export async function spreadNames(
  { db }: Within,
  spreads: readonly (Spread | null)[],
): Promise<ReadonlyMap<string, string>> {
  const ids = spreads.flatMap(namedIn);
  if (!ids.length) return new Map();
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from audiences where id = any(${ids}::uuid[])
    union all select id, name from areas where id = any(${ids}::uuid[])
    union all select id, name from teams where id = any(${ids}::uuid[])
    union all select id, title from posts where id = any(${ids}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
