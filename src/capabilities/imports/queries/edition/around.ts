import type { Within } from '../../../../platform/database/database.ts';
import { plansToChoose } from '../../../plans/index.ts';
import type { StoredReading } from '../../stored-reading.ts';
import { type LikelyPlan, likelyPlans } from './likely.ts';
import { type Counts, mergeOf } from './merges.ts';

/** What a reading's own page says of the plan that it is a later edition of. */
export type EditionAround = {
  /** Which plan a person said it is of, or that it was worked into; with what it changes, once that is known. */
  of?: { id: string; title: string };
  counts?: Counts;
  /** Offered until a person says what it is. */
  likely?: LikelyPlan;
  /** It was worked into a plan, and not made one. */
  merged: boolean;
};

export async function editionAround(within: Within, reading: StoredReading): Promise<EditionAround> {
  const { of, settled, resembles } = reading.edition;
  if (of) {
    const merge = await mergeOf(within, reading.id);
    const [plan] = merge ? [merge.plan] : await plansToChoose(within, { ids: [of], most: 1 });
    const known = merge?.status === 'made' || merge?.status === 'accepted';
    return { of: plan, counts: known ? merge.counts : undefined, merged: merge?.status === 'accepted' };
  }
  if (settled || reading.status !== 'read' || !resembles.length) return { merged: false };
  const [likely] = await likelyPlans(within, reading);
  return { likely, merged: false };
}
