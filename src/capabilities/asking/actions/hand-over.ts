import { type RawBuilder, sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { recordMany } from '../../../platform/history/history.ts';
import type { HandsOver, Leaver } from '../../organisations/index.ts';
import { requestSubject } from '../request.ts';

const KIND = 'request';

const UNTAKEN = 'Nobody is asked any more, and the communications lead is told so.';

/** Asked of somebody themselves, or under a name that means them. */
const theirs = ({ id, owners }: Leaver): RawBuilder<boolean> => sql<boolean>`
  r.state in ('open', 'not-theirs')
  and (r.person_id = ${id} or r.owner_id = any(${owners.map(owner => owner.id)}::uuid[]))`;

/** Whoever takes over from somebody who leaves is asked what was asked of them; to them it is new. */
export const requestsHandOver: HandsOver = {
  held: async ({ db }, leaver, most) => {
    const { rows } = await sql<{ id: string; name: string; by: string; total: number }>`
      select r.id, r.what as name, to_char(r.by_day, 'FMDD FMMonth YYYY') as by, count(*) over ()::int as total
      from requests r where ${theirs(leaver)} order by r.by_day, r.id limit ${most}`.execute(db);
    if (!rows.length) return [];
    const things = rows.map(({ id, name, by }) => ({ id, name, href: `/asking/${id}`, note: `by ${by}` }));
    return [
      {
        kind: KIND,
        title: 'What is asked of them',
        taker: 'person',
        things,
        total: rows[0]!.total,
        untaken: UNTAKEN,
      },
    ];
  },
  handOver: async (within, leaver, { kind, things, to }, now) => {
    if (kind !== KIND) return;
    const chosen =
      'these' in things
        ? sql<boolean>`r.id = any(${things.these}::uuid[])`
        : sql<boolean>`r.id <> all(${things.besides}::uuid[])`;
    await give(within, sql<boolean>`${theirs(leaver)} and ${chosen}`, { from: leaver.name, to }, now);
  },
};

async function give(
  within: Within,
  which: RawBuilder<boolean>,
  { from, to }: { from: string; to: { id: string; name: string } },
  now: Temporal.Instant,
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    update requests r set person_id = ${to.id}, first_owner_id = coalesce(first_owner_id, owner_id), owner_id = null,
       state = 'open', listed_to = null, listed_on = null,
      snoozed_until = null, snoozes = 0, named = '', told_id = null, told_at = null, told_why = null, lost_in = null, lost_why = null,
      anew_at = ${now}, version = r.version + 1
    where ${which} returning r.id`.execute(within.db);
  const changes = [{ field: 'asked of', before: from, after: to.name }];
  const deeds = rows.map(({ id }) => ({ subject: requestSubject(id), action: 'handed over', changes }));
  await recordMany(within, deeds, now);
}
