import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { json } from '../../../platform/database/json.ts';
import { recordMany } from '../../../platform/history/history.ts';
import { type Choice, requestSubject } from '../request.ts';

/** A request that waits still, of whose records some are not asked about any more; `left`: those that are. */
export type AskedLess = {
  request: string;
  what: string;
  urgent: boolean;
  byAt: Temporal.Instant | null;
  left: string[];
};

/** What a request asks, in place of what it asked. */
export type Reworded = Pick<AskedLess, 'request'> & { before: string; what: string; choices: Choice[] };

/** The requests of a kind that are about some records, and about others that are asked about still. */
export async function askedLess(
  { db }: Within,
  kind: string,
  records: readonly string[],
): Promise<AskedLess[]> {
  const { rows } = await sql<AskedLess>`
    select r.id as request, r.what, r.urgent, r.by_at as "byAt", array_agg(a.record_id order by a.position) as left
    from requests r join request_records a on a.request_id = r.id and not a.gone
    where r.kind = ${kind} and r.state in ('open', 'not-theirs')
      and r.id in (select request_id from request_records where record_id = any(${[...records]}::uuid[]) and gone)
    group by r.id`.execute(db);
  return rows;
}

/** Asks what is left in words that say how much that is: six were asked about, and of five somebody else has said it. */
export async function askLess(
  within: Within,
  requests: readonly Reworded[],
  now: Temporal.Instant,
): Promise<void> {
  const changed = requests.filter(({ before, what }) => before !== what);
  if (!changed.length) return;
  const rows = json(changed.map(({ request, what, choices }) => ({ request, what, choices })));
  await sql`
    update requests r set what = new.what, choices = new.choices
    from jsonb_to_recordset(${rows}) as new (request uuid, what text, choices jsonb) where r.id = new.request
  `.execute(within.db);
  const deeds = changed.map(({ request, before, what }) => ({
    subject: requestSubject(request),
    action: 'asks about less',
    changes: [{ field: 'asked', before, after: what }],
  }));
  await recordMany(within, deeds, now);
}
