import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { waitingAbout } from '../../asking/index.ts';
import { workingCalendarOf } from '../../organisations/index.ts';
import { STANDING, STANDS, WHO_DOES_IT } from '../queries/state-by-day.ts';
import { horizonsOn, isNear } from '../queries/tempo.ts';
import type { When } from '../when.ts';
import { askNoMore } from './ask-no-more.ts';
import { EVIDENCE_ASKED } from './kinds.ts';

/**
 * What is asked and needs no answer any more is asked of nobody: it was settled by somebody else, moved to a later day, its
 * promise ended or its line went, or somebody else does it by now. Where it is open still, it is asked anew in its time.
 */
export async function endWhatIsOver(within: Within, { now, today }: When): Promise<void> {
  const waiting = await waitingAbout(within, EVIDENCE_ASKED);
  if (!waiting.length) return;
  const horizons = horizonsOn(today, await workingCalendarOf(within));
  const { rows } = await sql<{ id: string }>`
    select w.id from unnest(${waiting.map(({ record }) => record)}::uuid[], ${waiting.map(({ owner }) => owner)}::uuid[]) as w (id, owner)
    where not exists (select from ${STANDING} where o.id = w.id and ${STANDS} and o.outcome is null
      and ${isNear(horizons)} and (w.owner is null or w.owner = ${WHO_DOES_IT}))`.execute(within.db);
  const over = rows.map(({ id }) => id);
  if (!over.length) return;
  await askNoMore(within, over, now);
  await within.db
    .updateTable('occurrences')
    .set({ asked_on: null })
    .where('id', 'in', over)
    .where('outcome', 'is', null)
    .execute();
}
