import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { recordMany } from '../../../platform/history/history.ts';
import { endRequestsAbout } from '../../asking/index.ts';
import { linksOf } from '../queries/links.ts';
import { type LockedLine, lockLines, takeOrder } from '../queries/places.ts';
import { REMOVED, withReason } from '../rules/deeds.ts';

/** `version`: as the line was seen, where somebody saw it; a line that was changed since is left where it is. */
export type LinesToRemove = { plan: string; lines: { id: string; version?: number }[]; reason: string };
export type RemovedLines = {
  removed: string[];
  left: { id: string; why: 'not-found' | 'changed-meanwhile' }[];
};

/** Columns that the database works out by itself. */
const WORKED_OUT = ['words', 'owner_key', 'dated', 'doubtful'];

/**
 * Takes lines out of a plan: they leave every list, count and search, and lie whole, with what was linked with them,
 * where `restoreLines` finds them. What is not there, or not as it was seen, is named in `left`.
 */
export async function removeLines(
  within: Within,
  { plan, lines, reason }: LinesToRemove,
  now: Temporal.Instant,
): Promise<RemovedLines> {
  await takeOrder(within, plan);
  const seen = new Map(lines.map(({ id, version }) => [id, version]));
  const found = await lockLines(within, plan, [...seen.keys()]);
  const byId = new Map(found.map(line => [line.id, line]));
  const asSeen = ({ id, version }: LockedLine) => [undefined, version].includes(seen.get(id));
  const removed = found.filter(asSeen).map(line => line.id);
  const left = [...seen.keys()]
    .filter(id => !removed.includes(id))
    .map(id => ({ id, why: byId.has(id) ? ('changed-meanwhile' as const) : ('not-found' as const) }));
  if (removed.length) await takeOut(within, plan, { removed, reason }, now);
  await endRequestsAbout(within, { kind: 'line', ids: removed }, now);
  return { removed, left };
}

/** The version counts the removal too, as it counts every entry of a line's history. */
async function takeOut(
  within: Within,
  plan: string,
  { removed, reason }: { removed: string[]; reason: string },
  now: Temporal.Instant,
): Promise<void> {
  const { db, actor } = within;
  const links = await linksOf(within, removed);
  await sql`
    insert into removed_lines (id, plan_id, position, line, reason, removed_by, removed_at)
    select l.id, l.plan_id, l.position, jsonb_build_object(
        'row', to_jsonb(l) - ${WORKED_OUT}::text[] || jsonb_build_object('version', l.version + 1),
        'links', ${JSON.stringify(Object.fromEntries(links))}::jsonb -> l.id::text,
        'after', (select b.id from lines b where b.plan_id = l.plan_id and b.position < l.position
          order by b.position desc limit 1)),
      ${reason}, ${actor.name}, ${now}
    from lines l where l.plan_id = ${plan} and l.id = any(${removed}::uuid[])
  `.execute(db);
  await db.updateTable('plans').set({ changed_at: now }).where('id', '=', plan).execute();
  await sql`delete from lines where plan_id = ${plan} and id = any(${removed}::uuid[])`.execute(db);
  const deeds = removed.map(id => ({
    subject: { kind: 'line', id },
    action: REMOVED,
    changes: withReason(reason),
  }));
  await recordMany(within, deeds, now);
}
