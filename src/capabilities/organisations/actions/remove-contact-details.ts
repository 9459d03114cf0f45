import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { type DeedTo, recordMany } from '../../../platform/history/history.ts';
import { areaSubject } from '../area.ts';
import { bodySubject } from '../body.ts';
import { CONTACT_WORDS, type ContactKind } from '../role-holder.ts';
import { KEPT_AFTER_ROLE } from '../rules/kept-until.ts';

type Removed = { kind: ContactKind; name: string; body: string | null; area: string | null };

/**
 * Deletes how role holders are reached once the last day of it is over (rules/kept-until), and says so in the history of
 * the body or area, without the words. How many went.
 */
export async function removeContactDetails(
  within: Within,
  today: Temporal.PlainDate,
  now: Temporal.Instant,
): Promise<number> {
  const { rows } = await sql<Removed>`
    delete from contact_details c using role_holders h
    where h.id = c.holder_id
      and coalesce(c.keep_until, (h.ends_on + ${KEPT_AFTER_ROLE} * interval '1 month')::date) < ${today}
    returning c.kind, h.name, h.body_id as body, h.area_id as area`.execute(within.db);
  await recordMany(within, deedsOf(rows), now);
  return rows.length;
}

/** One entry for each body or area, whoever of it lost what. */
function deedsOf(rows: Removed[]): DeedTo[] {
  return [...Map.groupBy(rows, ({ body, area }) => body ?? area!).values()].map(some => {
    const { body, area } = some[0]!;
    return {
      subject: body ? bodySubject(body) : areaSubject(area!),
      action: 'deleted when its last day was over',
      changes: some.map(({ kind, name }) => ({
        field: `${CONTACT_WORDS[kind]} of ${name}`,
        before: 'kept',
        after: null,
      })),
    };
  });
}
