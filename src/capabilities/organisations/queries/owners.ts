import { type RawBuilder, sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { Owner, OwnerKind } from '../owner.ts';

const COLUMNS = [
  'id',
  'kind',
  'name',
  'initials',
  'also_called as alsoCalled',
  'ended_at as endedAt',
  'merged_into as mergedInto',
  'version',
] as const;

const asOwner = <Row extends { kind: string }>(row: Row): Row & { kind: OwnerKind } => ({
  ...row,
  kind: row.kind as OwnerKind,
});

export async function ownerById({ db }: Within, id: string): Promise<Owner | undefined> {
  const row = await db.selectFrom('owners').select(COLUMNS).where('id', '=', id).executeTakeFirst();
  return row && asOwner(row);
}

/** Held until the transaction ends, in one order, so that two who change them stand in line. */
export async function holdOwners({ db }: Within, ids: string[]): Promise<Owner[]> {
  const rows = await db
    .selectFrom('owners')
    .select(COLUMNS)
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map(asOwner);
}

/**
 * Everybody who is called by one of these names, initials or other names, and has not ended; `held`: until the
 * transaction ends nobody ends or merges them.
 */
export async function ownersCalled({ db }: Within, names: string[], held?: 'held'): Promise<Owner[]> {
  if (!names.length) return [];
  const lower = sql`${names.map(name => name.toLowerCase())}::text[]`;
  const called = db
    .selectFrom('owners')
    .select(COLUMNS)
    .where('ended_at', 'is', null)
    .where(
      sql<boolean>`(lower(name) = any(${lower}) or initials <> '' and initials = any(${names}::text[])
        or also_called <> '{}' and exists (select from unnest(also_called) other where lower(other) = any(${lower})))`,
    )
    .orderBy('id');
  const rows = await (held ? called.forShare() : called).execute();
  return rows.map(asOwner);
}

/** The names of everybody who has not ended, for choosing from; no more than a list can hold. */
export async function ownerNames({ db }: Within, most = 1000): Promise<string[]> {
  const rows = await db
    .selectFrom('owners')
    .select('name')
    .where('ended_at', 'is', null)
    .orderBy(sql`lower(name)`)
    .limit(most)
    .execute();
  return rows.map(({ name }) => name);
}

export type OwnersAsked = { words?: string; kind?: OwnerKind; ended: boolean };

const matching = ({ words, kind, ended }: OwnersAsked): RawBuilder<boolean> => {
  const like = words && `%${words.replace(/[\\%_]/g, '\\$&')}%`;
  const all = [ended ? sql`ended_at is not null` : sql`ended_at is null`];
  if (kind) all.push(sql`kind = ${kind}`);
  if (like)
    all.push(
      sql`(name ilike ${like} or initials ilike ${like} or array_to_string(also_called, ' ') ilike ${like})`,
    );
  return sql<boolean>`${sql.join(all, sql` and `)}`;
};

/** A page of the register, by name, and how many there are in all. */
export async function listOwners(
  { db }: Within,
  asked: OwnersAsked,
  { after, most }: { after: number; most: number },
): Promise<{ owners: Owner[]; total: number }> {
  const rows = await db
    .selectFrom('owners')
    .select(COLUMNS)
    .where(matching(asked))
    .orderBy(sql`lower(name)`)
    .orderBy('id')
    .limit(most)
    .offset(after)
    .execute();
  const { total } = await db
    .selectFrom('owners')
    .select(sql<number>`count(*)::int`.as('total'))
    .where(matching(asked))
    .executeTakeFirstOrThrow();
  return { owners: rows.map(asOwner), total };
}

/** How many the register holds of those who answer for something new, and of those who have ended. */
export async function countOwners({ db }: Within): Promise<{ present: number; ended: number }> {
  return db
    .selectFrom('owners')
    .select([
      sql<number>`(count(*) filter (where ended_at is null))::int`.as('present'),
      sql<number>`(count(*) filter (where ended_at is not null))::int`.as('ended'),
    ])
    .executeTakeFirstOrThrow();
}
