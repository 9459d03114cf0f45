import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { eraseEverywhere } from '../../../platform/privacy/of-somebody.ts';
import { ERASED, type PersonalData } from '../../../platform/privacy/personal-data.ts';
import { namesakesOf, recordsById } from '../queries.ts';
import { soughtOf } from '../whom.ts';

/** After somebody's last day here, or in a role outside: by then whoever must still be asked was asked. In years. */
export const LEAVERS_KEPT = 2;

/** People a run sees to; the rest comes with the next day's. */
const MOST = 100;

/** Erases people and role holders who left long ago. @returns how many */
export async function forgetLeavers(
  within: Within,
  all: PersonalData[],
  today: Temporal.PlainDate,
): Promise<number> {
  const before = today.subtract({ years: LEAVERS_KEPT }).toString();
  const { rows } = await sql<{ key: string }>`
    select 'person:' || id as key from people where ends_on < ${before}::date and name <> ${ERASED}
    union all select 'holder:' || id from role_holders where ends_on < ${before}::date and name <> ${ERASED}
    limit ${MOST}`.execute(within.db);
  const leavers = await recordsById(
    within,
    rows.map(({ key }) => key),
  );
  for (const leaver of leavers) {
    const namesakes = await namesakesOf(within, [leaver]);
    await eraseEverywhere(within, all, soughtOf([leaver], { typed: '', namesakes }).sought);
  }
  return leavers.length;
}
