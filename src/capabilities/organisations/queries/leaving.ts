import { type RawBuilder, sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { Leaver, Some } from '../keeps-people.ts';

/** "…and these", or "…and not these", for a column of numbers. */
export const among = (column: string, things: Some): RawBuilder<unknown> =>
  'these' in things
    ? sql`and ${sql.ref(column)} = any(${things.these}::uuid[])`
    : sql`and ${sql.ref(column)} <> all(${things.besides}::uuid[])`;

export type HandedOver = {
  id: string;
  kind: string;
  thing: string | null;
  person: string | null;
  owner: string | null;
  name: string;
  /** Whoever was to take it has left meanwhile, and handed over what they had. */
  gone: boolean;
};

/** What was decided of somebody's leaving and is not done yet. */
export async function decidedOf({ db }: Within, person: string): Promise<HandedOver[]> {
  const rows = await db
    .selectFrom('handovers as h')
    .leftJoin('people as p', 'p.id', 'h.to_person')
    .leftJoin('owners as o', 'o.id', 'h.to_owner')
    .select(['h.id', 'h.kind', 'h.thing_id as thing', 'h.to_person as person', 'h.to_owner as owner'])
    .select(at => at.fn.coalesce('p.name', 'o.name').as('name'))
    .select(sql<boolean>`coalesce(p.handed_over_at, o.ended_at) is not null`.as('gone'))
    .where('h.person_id', '=', person)
    .where('h.done_at', 'is', null)
    .execute();
  return rows.map(row => ({ ...row, name: row.name ?? '' }));
}

/** With the owners of the register that mean them. */
export async function leaverOf(
  { db }: Within,
  person: string,
  endsOn: Temporal.PlainDate,
): Promise<Leaver | undefined> {
  const row = await db
    .selectFrom('people')
    .select(['id', 'name'])
    .where('id', '=', person)
    .executeTakeFirst();
  if (!row) return undefined;
  const owners = await db
    .selectFrom('owners')
    .select(['id', 'name'])
    .where('person_id', '=', person)
    .where('merged_into', 'is', null)
    .orderBy('id')
    .execute();
  return { ...row, owners, endsOn };
}

/** Those whose last day is over and whose leaving was not seen to yet. */
export async function leftSince({ db }: Within, today: Temporal.PlainDate, most: number): Promise<string[]> {
  const rows = await db
    .selectFrom('people')
    .select('id')
    .where('ends_on', '<', today)
    .where('handed_over_at', 'is', null)
    .orderBy('ends_on')
    .limit(most)
    .execute();
  return rows.map(({ id }) => id);
}
