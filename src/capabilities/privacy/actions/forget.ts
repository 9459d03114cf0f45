import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { eraseEverywhere } from '../../../platform/privacy/of-somebody.ts';
import { ERASED, type PersonalData } from '../../../platform/privacy/personal-data.ts';
import { recordsById, sharedWithOthers } from '../queries.ts';
import { soughtOf } from '../whom.ts';

/** After somebody's last day here, or in a role outside: by then whoever must still be asked was asked. In years. */
export const LEAVERS_KEPT = 2;

/** Leavers a run sees to; the rest comes with the next day's. */
const MOST = 100;

/**
 * Erases people and role holders who left long ago, and whoever could sign in and has not for as long.
 *
 * @returns how many, and the accounts of theirs that are to be erased as well, which belong to no organisation
 */
export async function forgetLeavers(
  within: Within,
  all: PersonalData[],
  today: Temporal.PlainDate,
): Promise<{ forgotten: number; accounts: string[] }> {
  const leavers = await longGone(within, today.subtract({ years: LEAVERS_KEPT }).toString());
  for (const leaver of leavers) {
    const picked = await recordsById(within, leaver);
    const others = await sharedWithOthers(within, picked);
    await eraseEverywhere(within, all, soughtOf(picked, { typed: '', others }).sought);
  }
  const accounts = leavers.flat().flatMap(key => (key.startsWith('account:') ? key.slice(8) : []));
  return { forgotten: leavers.length, accounts };
}

/** The records of each leaver: a person with the account that was theirs, where nobody comes in by it any more. */
async function longGone({ db }: Within, before: string): Promise<string[][]> {
  const { rows } = await sql<{ keys: string[] }>`
    select array_remove(array['person:' || p.id, 'account:' || m.account_id], null) as keys
    from people p left join memberships m on m.account_id = p.account_id and m.ended_at < ${before}::date
    where p.ends_on < ${before}::date and p.name <> ${ERASED}
    union all select array['holder:' || id] from role_holders where ends_on < ${before}::date and name <> ${ERASED}
    union all select array['account:' || m.account_id] from memberships m join accounts a on a.id = m.account_id
    where m.ended_at < ${before}::date and a.name <> ${ERASED} and not exists (select from people p where p.account_id = a.id)
    limit ${MOST}`.execute(db);
  return rows.map(({ keys }) => keys);
}
