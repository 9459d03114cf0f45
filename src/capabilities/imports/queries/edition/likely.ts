import type { Within } from '../../../../platform/database/database.ts';
import { type PlanToChoose, plansToChoose } from '../../../plans/index.ts';
import type { Resembling } from '../../rules/edition/resembling.ts';
import type { StoredReading } from '../../stored-reading.ts';

export type LikelyPlan = PlanToChoose & { why: string };

/** The plans that a document looks like a later edition of and that are still there, likeliest first. */
export async function likelyPlans(within: Within, { edition }: StoredReading): Promise<LikelyPlan[]> {
  const ids = edition.resembles.map(({ plan }) => plan);
  if (!ids.length) return [];
  const plans = await plansToChoose(within, { ids, most: ids.length });
  return edition.resembles.flatMap(one => {
    const plan = plans.find(({ id }) => id === one.plan);
    return plan ? [{ ...plan, why: whyWords(one) }] : [];
  });
}

/** Why, as a sentence. */
function whyWords({ because, share }: Resembling): string {
  const percent = `${Math.round(share * 100)}%`;
  switch (because) {
    case 'export':
      return 'The file was given out by Commsgrid from this plan.';
    case 'rows':
      return `${percent} of the rows say that they are lines of this plan.`;
    case 'lines':
      return `${percent} of the lines say the same.`;
    case 'title':
      return 'The title is nearly the same, and so is the kind of document.';
  }
}
