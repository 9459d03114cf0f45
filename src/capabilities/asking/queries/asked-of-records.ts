import type { Within } from '../../../platform/database/database.ts';
import type { RequestState } from '../request.ts';

/** That something of one kind was asked about a record: under which name of the register, if any, and how it stands. */
export type AskedOfRecord = { record: string; owner: string | null; state: RequestState };

/** Of many records at once, for whoever would ask the same of them again. Without those that were withdrawn or are over. */
export async function askedOfRecords(
  { db }: Within,
  kind: string,
  records: { kind: string; ids: string[] },
): Promise<AskedOfRecord[]> {
  if (!records.ids.length) return [];
  const rows = await db
    .selectFrom('request_records as a')
    .innerJoin('requests as r', 'r.id', 'a.request_id')
    .select(['a.record_id as record', 'r.owner_id as owner', 'r.state'])
    .where('a.kind', '=', records.kind)
    .where('a.record_id', 'in', records.ids)
    .where('r.kind', '=', kind)
    .where('r.state', 'in', ['open', 'not-theirs', 'answered'])
    .execute();
  return rows.map(({ state, ...row }) => ({ ...row, state: state as RequestState }));
}
