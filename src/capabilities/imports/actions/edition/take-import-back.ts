import { sql } from 'kysely';
import { isRefused, type Refusal, refuse } from '../../../../language/refusal.ts';
import type { Within } from '../../../../platform/database/database.ts';
import { record } from '../../../../platform/history/history.ts';
import { removePlan, undoEdition } from '../../../plans/index.ts';
import { type Accepted, acceptedImport, inTheWay } from '../../queries/edition/accepted.ts';

/** What stands in the way stands on the page that offers it. */
export type NotTakenBack = Refusal<'not-accepted' | 'in-the-way'>;

/** Takes an accepted document back, in one transaction with opening its reading again. */
export async function takeImportBack(
  within: Within,
  reading: string,
  now: Temporal.Instant,
): Promise<{ made: boolean } | NotTakenBack> {
  const held = await within.db
    .selectFrom('readings')
    .select('id')
    .where('id', '=', reading)
    .where('status', '=', 'accepted')
    .forUpdate()
    .executeTakeFirst();
  const accepted = held && (await acceptedImport(within, reading));
  if (!accepted) return refuse('not-accepted');
  await sql`select id from lines where plan_id = ${accepted.plan.id} order by id for no key update`.execute(
    within.db,
  );
  if ((await inTheWay(within, accepted)).length) return refuse('in-the-way');
  const done = accepted.edition
    ? await takeEditionBack(within, accepted, now)
    : await takePlanOut(within, accepted, now);
  if (isRefused(done)) return refuse('in-the-way');
  await openAgain(within, reading);
  const change = { field: 'plan', before: accepted.plan.title, after: null };
  await record(within, { kind: 'reading', id: reading }, 'took back', [change], now);
  return { made: !accepted.edition };
}

const takeEditionBack = (within: Within, { plan, edition, file }: Accepted, now: Temporal.Instant) =>
  undoEdition(within, plan.id, { ...edition!, file }, now);

const takePlanOut = (within: Within, { plan, file }: Accepted, now: Temporal.Instant) =>
  removePlan(within, { id: plan.id, reason: `The import of ${file} was taken back.` }, now);

/** As it was before it was accepted; what was decided about an edition stands, and it is compared when it is looked at. */
async function openAgain({ db }: Within, reading: string): Promise<void> {
  await db.updateTable('readings').set({ status: 'read', plan_id: null }).where('id', '=', reading).execute();
  await db.updateTable('reading_lines').set({ line_id: null }).where('reading_id', '=', reading).execute();
  await db
    .updateTable('merges')
    .set(set => ({ status: 'made', plan_stamp: '', before: null, version: set('version', '+', 1) }))
    .where('reading_id', '=', reading)
    .execute();
}
