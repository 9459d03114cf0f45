import type { Within } from '../../../platform/database/database.ts';
import type { ByArea, ForKind } from '../promise.ts';
import type { Held } from '../rules/joined-and-left.ts';

/** With whoever does it for them alone, and whether that is the post of their area. */
export type HeldOne = Held & { owner: string | null; byArea: ByArea | null };

/** Those of a promise that hold, held until the transaction ends. */
export async function heldCommitments({ db }: Within, promise: string): Promise<HeldOne[]> {
  const rows = await db
    .selectFrom('commitments')
    .select(['id as commitment', 'for_kind as kind', 'for_id as id', 'for_name as name'])
    .select(['owner_id as owner', 'by_area as byArea'])
    .where('promise_id', '=', promise)
    .where('ended_on', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map(row => ({
    ...row,
    kind: row.kind as ForKind,
    byArea: row.byArea as ByArea | null,
  }));
}
