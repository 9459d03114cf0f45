import { seesEverything } from '../../language/rights.ts';
import type { Role } from '../../language/role.ts';
import type { Sight, Within } from '../../platform/database/database.ts';

/** Through whose eyes work in somebody's name is done; none where they see everything. */
export async function sightOf({ db }: Within, account: string): Promise<Sight | undefined> {
  const row = await db
    .selectFrom('memberships')
    .select(['role', 'sees_marked as marked'])
    .where('account_id', '=', account)
    .executeTakeFirst();
  const everywhere = (row?.role ?? undefined) as Role | undefined;
  const whole = seesEverything({ everywhere, marked: row?.marked ?? false, parts: false });
  return whole ? undefined : { person: account, marked: true };
}
