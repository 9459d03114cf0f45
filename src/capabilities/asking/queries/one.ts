import type { Within } from '../../../platform/database/database.ts';
import { WHY_TOLD } from '../rules/daily-message.ts';

/** A message that a request stood in. */
export type StoodIn = {
  id: string;
  day: Temporal.PlainDate | null;
  at: Temporal.Instant;
  to: string;
  why: string;
};

/** The messages that a request stood in, the latest first. */
export function messagesOf({ db }: Within, request: string): Promise<StoodIn[]> {
  return db
    .selectFrom('request_entries as e')
    .innerJoin('request_messages as m', 'm.id', 'e.message_id')
    .innerJoin('people as p', 'p.id', 'm.person_id')
    .select(['m.id', 'm.day', 'm.made_at as at', 'p.name as to', 'e.why'])
    .where('e.request_id', '=', request)
    .orderBy('m.made_at', 'desc')
    .limit(50)
    .execute();
}

/** Who was told of a request, where somebody was. */
export async function toldName({ db }: Within, request: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('requests as r')
    .innerJoin('people as p', 'p.id', 'r.told_id')
    .select('p.name')
    .where('r.id', '=', request)
    .executeTakeFirst();
  return row?.name;
}

/** Somebody of the register, with how many links of theirs answer still. */
export async function personWithLinks(
  { db }: Within,
  id: string,
  now: Temporal.Instant,
): Promise<{ id: string; name: string; links: number } | undefined> {
  return db
    .selectFrom('people as p')
    .select(['p.id', 'p.name'])
    .select(at =>
      at
        .selectFrom('request_links as l')
        .select(({ fn }) => fn.countAll<number>().as('links'))
        .whereRef('l.person_id', '=', 'p.id')
        .where('l.revoked_at', 'is', null)
        .where('l.expires_at', '>', now)
        .as('links'),
    )
    .where('p.id', '=', id)
    .$narrowType<{ links: number }>()
    .executeTakeFirst();
}

/** A request that stood in a message. `told`: whoever got it was told of it, and not asked. */
export type RequestIn = { id: string; what: string; of: string; told: boolean };

/** The requests that stood in a message, those that were due first before the others. */
export async function requestsIn({ db }: Within, message: string): Promise<RequestIn[]> {
  const rows = await db
    .selectFrom('request_entries as e')
    .innerJoin('requests as r', 'r.id', 'e.request_id')
    .leftJoin('people as p', 'p.id', 'r.person_id')
    .leftJoin('owners as o', 'o.id', 'r.owner_id')
    .select(['r.id', 'r.what', 'e.why', 'p.name as person', 'o.name as owner'])
    .where('e.message_id', '=', message)
    .orderBy('r.by_day')
    .orderBy('r.id')
    .limit(100)
    .execute();
  return rows.map(({ id, what, why, person, owner }) => ({
    id,
    what,
    of: person ?? owner ?? '',
    told: WHY_TOLD.some(one => one === why),
  }));
}
