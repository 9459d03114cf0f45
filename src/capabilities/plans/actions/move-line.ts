import { sql } from 'kysely';
import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { record } from '../../../platform/history/history.ts';
import { lockLines, makePlace, placeAfterSection, placeAnew, takeOrder } from '../queries/places.ts';
import { MOVED } from '../rules/deeds.ts';

/** A step among the lines of its own section, or to the end of another one. */
export type Way = 'up' | 'down' | { section: string };

/**
 * Moves a line within the order of its plan. Its words stay as they are, so what somebody types over it meanwhile is
 * saved as usual; a step where there is no line to pass moves nothing.
 */
export async function moveLine(
  within: Within,
  { plan, line, way }: { plan: string; line: string; way: Way },
  now: Temporal.Instant,
): Promise<{ moved: boolean } | Refusal<'not-found'>> {
  await takeOrder(within, plan);
  const moved =
    typeof way === 'string'
      ? await pass(within, plan, line, way)
      : await changeSection(within, plan, line, way.section);
  if (!moved) return refuse('not-found');
  if (moved === 'stays') return { moved: false };
  const { db } = within;
  await db.updateTable('plans').set({ changed_at: now }).where('id', '=', plan).execute();
  await record(within, { kind: 'line', id: line }, MOVED, moved.changes, now);
  return { moved: true };
}

type Moved = { changes: { field: string; before: string; after: string }[] } | 'stays' | undefined;

async function pass(within: Within, plan: string, line: string, way: 'up' | 'down'): Promise<Moved> {
  const { db } = within;
  const beyond =
    way === 'up'
      ? sql`b.position < l.position order by b.position desc`
      : sql`b.position > l.position order by b.position`;
  const found = await sql<{ id: string; other: string | null }>`
    select l.id, (select b.id from lines b where b.plan_id = l.plan_id and b.section_id = l.section_id
      and ${beyond} limit 1) as other
    from lines l where l.id = ${line} and l.plan_id = ${plan} and not l.shelved
  `.execute(db);
  const [row] = found.rows;
  if (!row) return undefined;
  if (!row.other) return 'stays';
  const locked = await lockLines(within, plan, [line, row.other]);
  const own = locked.find(({ id }) => id === line);
  const other = locked.find(({ id }) => id === row.other);
  if (!own || !other) return undefined;
  await placeAnew(
    within,
    plan,
    [line, other.id],
    sql`case position when ${own.position}::int then ${other.position}::int else ${own.position}::int end`,
  );
  await countMove(within, plan, line);
  return {
    changes: [{ field: 'position', before: String(own.position), after: String(other.position) }],
  };
}

async function changeSection(within: Within, plan: string, line: string, section: string): Promise<Moved> {
  const { db } = within;
  const [own] = await lockLines(within, plan, [line]);
  const titles = await db
    .selectFrom('plan_sections as s')
    .leftJoin('lines as l', join => join.onRef('l.section_id', '=', 's.id').on('l.id', '=', line))
    .select(['s.id', 's.title', 'l.id as holds'])
    .where('s.plan_id', '=', plan)
    .where(or => or.or([or('s.id', '=', section), or('l.id', '=', line)]))
    .execute();
  const [from, to] = [titles.find(one => one.holds), titles.find(one => one.id === section)];
  if (!own || !from || !to) return undefined;
  if (from.id === to.id) return 'stays';
  const place = await placeAfterSection(within, plan, section);
  await makePlace(within, plan, place);
  await db
    .updateTable('lines')
    .set(set => ({ section_id: section, position: place, version: set('version', '+', 1) }))
    .where('id', '=', line)
    .execute();
  return { changes: [{ field: 'section', before: from.title, after: to.title }] };
}

/** Each entry of a line's history has its version. */
const countMove = ({ db }: Within, plan: string, line: string) =>
  db
    .updateTable('lines')
    .set(set => ({ version: set('version', '+', 1) }))
    .where('plan_id', '=', plan)
    .where('id', '=', line)
    .execute();
