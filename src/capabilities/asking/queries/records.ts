import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { RecordNow, RequestKind } from '../kind.ts';
import type { Asked } from '../request.ts';

/**
 * A record that a request is about, as it is called by now. `gone`: nothing is asked about it any more. `over`: it is there
 * still, but somebody else said what was asked, or nobody needs to know.
 */
export type ShownRecord = Required<Asked> &
  Pick<RecordNow, 'counts' | 'happened' | 'short'> & { gone: boolean; over: boolean };

/**
 * What requests are about, in their order. A record that was marked since it was asked about, or renamed, is shown as it
 * is now: its kind says so.
 */
export async function recordsOf(
  within: Within,
  requests: readonly { id: string; kind: string }[],
  kinds: readonly RequestKind[],
): Promise<Map<string, ShownRecord[]>> {
  const found = new Map<string, ShownRecord[]>();
  if (!requests.length) return found;
  const rows = await within.db
    .selectFrom('request_records as a')
    .innerJoin('requests as r', 'r.id', 'a.request_id')
    .select(['a.request_id as request', 'a.kind', 'a.record_id as id', 'a.title', 'a.href', 'a.sensitive'])
    .select('a.of_id as of')
    // what somebody answered stays what it was about
    .select(sql<boolean>`a.gone and r.state in ('open', 'not-theirs')`.as('left'))
    .where(
      'a.request_id',
      'in',
      requests.map(({ id }) => id),
    )
    .orderBy('a.request_id')
    .orderBy('a.position')
    .execute();
  const kindOf = new Map(requests.map(({ id, kind }) => [id, kind]));
  for (const [kind, asked] of Map.groupBy(rows, ({ request }) => kindOf.get(request))) {
    const now = kinds.find(one => one.kind === kind)?.recordsNow;
    const is = await now?.(
      within,
      asked.map(({ id }) => id),
    );
    for (const { request, left, ...row } of asked) {
      const there = is === undefined || is.has(row.id);
      const one = { ...row, ...is?.get(row.id), gone: left || !there, over: left && there };
      found.set(request, [...(found.get(request) ?? []), one]);
    }
  }
  return found;
}

/** The records that a request is about, also those that are gone, and those whose words they show. */
export async function recordIdsOf({ db }: Within, request: string): Promise<string[]> {
  const rows = await db
    .selectFrom('request_records')
    .select(['record_id as id', 'of_id as of'])
    .where('request_id', '=', request)
    .execute();
  return rows.flatMap(({ id, of }) => (of ? [id, of] : [id]));
}
