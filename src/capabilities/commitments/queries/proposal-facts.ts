import type { Within } from '../../../platform/database/database.ts';
import type { Known } from '../../../timing/series/known.ts';
import type { ProposalFacts } from '../../../timing/series/proposed.ts';
import { heldBy } from '../rules/propose-timing.ts';
import { type CommitmentSettings, commitmentSettings } from '../settings.ts';
import { knownFor } from './known.ts';

export type Proposing = { facts: ProposalFacts; known: Known; settings: CommitmentSettings };

/** What the organisation and a plan add to the words of its timings. */
export async function proposing(
  within: Within,
  plan: { periodFrom: string | null; periodTo: string | null },
  today: Temporal.PlainDate,
): Promise<Proposing> {
  const [known, settings] = await Promise.all([knownFor(within), commitmentSettings(within)]);
  const { look, soon } = settings;
  const calendars = [...known.calendars.values()];
  const facts = {
    ...heldBy(plan, today, known.year),
    year: known.year,
    calendars,
    look,
    ...(soon && { soon }),
  };
  return { facts, known, settings };
}
