import { sql } from 'kysely';
import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { json } from '../../../platform/database/json.ts';
import { record, recordMany } from '../../../platform/history/history.ts';
import { undelivered } from '../../mail/index.ts';
import { requestSubject } from '../request.ts';
import { WHY_TOLD } from '../rules/daily-message.ts';
import { holdRequest } from './add-update.ts';

/** A message that did not arrive is heard of within days; what is older was looked at long ago. */
const LOOKED_BACK = Temporal.Duration.from({ hours: 60 * 24 });

const WHY_WORDS = {
  refused: 'a server refused the message',
  bounced: 'the message came back',
  'given-up': 'nobody took the message for two days',
};

/**
 * Notes of which requests the last message did not arrive: nobody was asked by it. And forgets that of those whose person
 * has another address by now, or whose message was sent again and taken. Safe to be done however often.
 */
export async function noteUndelivered(within: Within, now: Temporal.Instant): Promise<void> {
  const found = await undelivered(within, 'request-message', now.subtract(LOOKED_BACK));
  if (found.length) await noteLost(within, found, now);
  await forgetLost(within, now);
}

async function noteLost(
  within: Within,
  found: { about: string; why: keyof typeof WHY_WORDS }[],
  now: Temporal.Instant,
): Promise<void> {
  const { rows } = await sql<{ id: string; why: keyof typeof WHY_WORDS }>`
    update requests r set lost_in = m.id, lost_why = lost.why, listed = greatest(r.listed - 1, 0)
    from jsonb_to_recordset(${json(found)}) as lost (about uuid, why text)
      join request_messages m on m.id = lost.about
      join request_entries e on e.message_id = m.id
    where r.id = e.request_id and r.state = 'open' and r.lost_in is null and r.listed_to = m.person_id
      and e.why <> all(${WHY_TOLD}::text[])
      and not exists (select from request_entries n join request_messages later on later.id = n.message_id
        where n.request_id = r.id and later.person_id = m.person_id and later.made_at > m.made_at)
    returning r.id, r.lost_why as why`.execute(within.db);
  const deeds = rows.map(({ id, why }) => ({
    subject: requestSubject(id),
    action: 'heard that the message did not arrive',
    changes: [{ field: 'why', before: null, after: WHY_WORDS[why] }],
  }));
  await recordMany(within, deeds, now);
}

/** Sent again by hand and taken, it reached them; where they have another address by now, it goes to that one anew. */
async function forgetLost({ db }: Within, now: Temporal.Instant): Promise<void> {
  await sql`
    update requests r set lost_in = null, lost_why = null,
      listed_to = case when not moved then r.listed_to end, listed_on = case when not moved then r.listed_on end,
      listed = r.listed + (not moved)::int, anew_at = ${now}
    from (
      select s.id, lower(p.email) <> lower(m.to_address) as moved, m.state not in ('refused', 'given-up') as taken
      from request_messages s join messages m on m.about_kind = 'request-message' and m.about_id = s.id::text
        join people p on p.id = s.person_id
      where s.id in (select lost_in from requests where lost_in is not null)
    ) as lost
    where r.lost_in = lost.id and (moved or taken and r.lost_why <> 'bounced')`.execute(db);
}

/** Somebody says that it can be tried again at the same address: it goes to them anew with their next message. */
export async function tryAgain(
  within: Within,
  request: string,
  now: Temporal.Instant,
): Promise<{ again: true } | Refusal<'not-lost' | 'not-found'>> {
  if (!(await holdRequest(within, request))) return refuse('not-found');
  const done = await within.db
    .updateTable('requests')
    .set(row => ({
      lost_in: null,
      lost_why: null,
      listed_to: null,
      listed_on: null,
      anew_at: now,
      version: row('version', '+', 1),
    }))
    .where('id', '=', request)
    .where('state', '=', 'open')
    .where('lost_in', 'is not', null)
    .executeTakeFirst();
  if (done.numUpdatedRows !== 1n) return refuse('not-lost');
  await record(within, requestSubject(request), 'asked again', [], now);
  return { again: true };
}
