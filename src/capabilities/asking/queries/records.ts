import type { Within } from '../../../platform/database/database.ts';
import type { RecordNow, RequestKind } from '../kind.ts';
import type { Asked } from '../request.ts';

/** A record that a request is about, as it is called by now. `gone`: it is not there any more. */
export type ShownRecord = Required<Asked> &
  Pick<RecordNow, 'counts' | 'happened' | 'short'> & { gone: boolean };

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
    .selectFrom('request_records')
    .select(['request_id as request', 'kind', 'record_id as id', 'title', 'href', 'sensitive', 'of_id as of'])
    .where(
      'request_id',
      'in',
      requests.map(({ id }) => id),
    )
    .orderBy('request_id')
    .orderBy('position')
    .execute();
  const kindOf = new Map(requests.map(({ id, kind }) => [id, kind]));
  for (const [kind, asked] of Map.groupBy(rows, ({ request }) => kindOf.get(request))) {
    const now = kinds.find(one => one.kind === kind)?.recordsNow;
    const is = await now?.(
      within,
      asked.map(({ id }) => id),
    );
    for (const { request, ...row } of asked) {
      const one = { ...row, ...is?.get(row.id), gone: is !== undefined && !is.has(row.id) };
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
