import type { Within } from '../../../platform/database/database.ts';
import { type When, whenIn } from '../when.ts';

/** By whose clocks the organisation's days go: "Europe/London". */
export async function zoneOf({ db, organisation }: Within): Promise<string> {
  const { zone } = await db
    .selectFrom('organisations')
    .select('time_zone as zone')
    .where('id', '=', organisation)
    .executeTakeFirstOrThrow();
  return zone;
}

export const whenHere = async (within: Within, now: Temporal.Instant): Promise<When> =>
  whenIn(await zoneOf(within), now);
