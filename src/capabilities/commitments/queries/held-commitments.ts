import type { Within } from '../../../platform/database/database.ts';
import type { ForKind } from '../promise.ts';
import type { Held } from '../rules/joined-and-left.ts';

/** Those of a promise that hold, held until the transaction ends. */
export async function heldCommitments({ db }: Within, promise: string): Promise<Held[]> {
  const rows = await db
    .selectFrom('commitments')
    .select(['id as commitment', 'for_kind as kind', 'for_id as id', 'for_name as name'])
    .where('promise_id', '=', promise)
    .where('ended_on', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map(row => ({ ...row, kind: row.kind as ForKind }));
}
