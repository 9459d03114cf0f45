import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';

/**
 * Whoever changes the order of a plan's lines takes it first, so that two of them stand in line. Whoever only changes a
 * line does not ask for it.
 */
export async function takeOrder({ db }: Within, plan: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`order of plan ${plan}`}, 0))`.execute(db);
}

export type LockedLine = { id: string; version: number; position: number };

/** Two that lock many lines do so in one order, and never wait for each other. */
export async function lockLines({ db }: Within, plan: string, ids: string[]): Promise<LockedLine[]> {
  const found = await sql<LockedLine>`
    select l.id, l.version, l.position from lines l join plans p on p.id = l.plan_id and p.removed_at is null
    where l.plan_id = ${plan} and l.id = any(${ids}::uuid[]) order by l.id for update of l
  `.execute(db);
  return found.rows;
}

/** Makes a place in a plan's order free: the lines from there up to the next free place move on by one. */
export async function makePlace(within: Within, plan: string, position: number): Promise<void> {
  const { db } = within;
  const found = await sql<{ id: string }>`
    select id from lines where plan_id = ${plan} and position >= ${position} and position < coalesce((
      select min(free) from (
        select ${position}::int as free where not exists (
          select from lines where plan_id = ${plan} and position = ${position})
        union all
        select min(l.position) + 1 from lines l where l.plan_id = ${plan} and l.position >= ${position}
          and not exists (select from lines n where n.plan_id = ${plan} and n.position = l.position + 1)
      ) free_places), ${position})
    order by id for update
  `.execute(db);
  await placeAnew(
    within,
    plan,
    found.rows.map(line => line.id),
    sql`position + 1`,
  );
}

/**
 * Gives lines new places, no two the same in between: a unique index is asked line by line, so they step aside first.
 * `place` is an expression of the old position.
 */
export async function placeAnew(
  { db }: Within,
  plan: string,
  ids: string[],
  place: ReturnType<typeof sql>,
): Promise<void> {
  if (!ids.length) return;
  const those = sql`plan_id = ${plan} and id = any(${ids}::uuid[])`;
  await sql`update lines set position = -(${place}) - 1 where ${those}`.execute(db);
  await sql`update lines set position = -position - 1 where ${those}`.execute(db);
}

/** The place right after the last line of a section; of an empty one, after the last line of those before it. */
export async function placeAfterSection({ db }: Within, plan: string, section: string): Promise<number> {
  const found = await sql<{ last: number }>`
    select coalesce(max(l.position), 0) as last from lines l join plan_sections s on s.id = l.section_id
    where l.plan_id = ${plan}
      and s.position <= (select position from plan_sections where id = ${section} and plan_id = ${plan})
  `.execute(db);
  return found.rows[0]!.last + 1;
}
