import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { Within } from '../../../platform/database/database.ts';
import { recordMany } from '../../../platform/history/history.ts';
import type { HandsOver, KeepsOwners, Leaver } from '../../organisations/index.ts';
import { concernHref, concernSubject } from './concern.ts';

type Named = { id: string; name: string };

const movedShape = z.array(z.uuid()).catch([]);

/** Somebody else answers from now on. What is asked of whom follows by itself: requests are kept under owners too. */
async function give(
  within: Within,
  { from, into }: { from: Named; into: Named },
  which: RawBuilder<unknown>,
  now: Temporal.Instant,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update concerns k set owner_id = ${into.id}, version = version + 1
    where k.owner_id = ${from.id} and ${which} returning k.id`.execute(within.db);
  const changes = [{ field: 'who answers', before: from.name, after: into.name }];
  const deeds = rows.map(({ id }) => ({ subject: concernSubject(id), action: 'said who answers', changes }));
  await recordMany(within, deeds, now);
  return rows.map(({ id }) => id);
}

/** How concerns follow when two names become one, and when that is undone. */
export const concernsFollowOwners: KeepsOwners = {
  name: 'concerns',
  renamed: async () => undefined, // the name is read from the register
  merged: (within, owners, now) => give(within, owners, sql`true`, now),
  standsAsLeft: async () => true, // what was answered or given to others since is nobody's loss
  putBack: async (within, moved, { from, into }, now) => {
    const which = sql`k.id = any(${movedShape.parse(moved)}::uuid[])`;
    await give(within, { from: into, into: from }, which, now);
  },
};

const KIND = 'concern';

const theirs = ({ owners }: Leaver) =>
  sql`k.answered_at is null and k.owner_id = any(${owners.map(({ id }) => id)}::uuid[])`;

/** How what somebody was to answer goes to others when they leave. */
export const concernsHandOver: HandsOver = {
  held: async ({ db }, leaver, most) => {
    const { rows } = await sql<{ id: string; name: string; note: string; total: number }>`
      select k.id, left(k.words, 200) as name, p.about as note, count(*) over ()::int as total
      from concerns k join promises p on p.id = k.promise_id join plans pl on pl.id = p.plan_id and pl.removed_at is null
      where ${theirs(leaver)} order by k.raised_at, k.id limit ${most}`.execute(db);
    if (!rows.length) return [];
    const things = rows.map(({ id, name, note }) => ({ id, name, note, href: concernHref(id) }));
    const title = 'What people were worried about, for them to answer';
    return [{ kind: KIND, title, taker: 'owner', things, total: rows[0]!.total, untaken: UNTAKEN }];
  },
  handOver: async (within, { owners }, { kind, things, to }, now) => {
    if (kind !== KIND) return;
    const chosen =
      'these' in things
        ? sql`k.id = any(${things.these}::uuid[])`
        : sql`k.id <> all(${things.besides}::uuid[])`;
    const which = sql`k.answered_at is null and ${chosen}`;
    for (const from of owners) await give(within, { from, into: to }, which, now);
  },
};

const UNTAKEN =
  'They stay under the name of somebody who left until you say on the page of each who answers.';
