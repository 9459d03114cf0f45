import type { Within } from '../../../platform/database/database.ts';
import { ownerNames } from '../../organisations/index.ts';

/** More than a person looks through. */
const MOST = 500;

/** Names that are offered for who answers for a line: of the register, or of the plan for who has only a part of them. */
export async function offeredOwners(within: Within, plan: string): Promise<string[]> {
  if (!within.sight) return ownerNames(within, MOST);
  const rows = await within.db
    .selectFrom('owner_tallies')
    .select('owner')
    .where('plan_id', '=', plan)
    .orderBy('owner_key')
    .limit(MOST)
    .execute();
  return rows.map(({ owner }) => owner);
}
