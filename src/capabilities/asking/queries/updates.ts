import type { Within } from '../../../platform/database/database.ts';
import type { FieldSaid } from '../request.ts';
import type { Update, UpdateKind, Way } from '../update.ts';

/** What was said to some requests, in the order in which it was said. */
export async function updatesOf({ db }: Within, requests: string[]): Promise<Map<string, Update[]>> {
  if (!requests.length) return new Map();
  const rows = await db
    .selectFrom('request_updates')
    .select(['request_id as request', 'id', 'number', 'kind', 'choice', 'note', 'picked', 'name', 'until'])
    .select(['by_name as by', 'by_link as byLink', 'at', 'written_by as writtenBy', 'way', 'said_on as on'])
    .select(['done_on as day', 'said'])
    .where('request_id', 'in', requests)
    .orderBy('request_id')
    .orderBy('number')
    .execute();
  const updates = rows.map(({ request, writtenBy, way, on, ...row }) => ({
    request,
    update: {
      ...row,
      kind: row.kind as UpdateKind,
      said: row.said as FieldSaid[],
      written: way && on ? { by: writtenBy, way: way as Way, on } : null,
    },
  }));
  return new Map(
    [...Map.groupBy(updates, ({ request }) => request)].map(([request, some]) => [
      request,
      some.map(({ update }) => update),
    ]),
  );
}
