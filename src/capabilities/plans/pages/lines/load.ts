import type { Within } from '../../../../platform/database/database.ts';
import { type AllAround, allPlansAround } from '../../queries/all-plans.ts';
import type { OwnerChoice, Section } from '../../queries/facts.ts';
import { planAround } from '../../queries/plan.ts';
import { type SeldomChoices, seldomChoices } from '../../queries/seldom-choices.ts';
import { type Tallies, talliesFor } from '../../rules/tallies.ts';
import { isUnfolded } from '../lines-list/filters.ts';
import { type FoundLines, findLines } from '../lines-list/find.ts';
import { linesListing } from '../lines-list/listing.ts';
import type { Listing } from '../lines-list/tables.ts';

export type LoadedLines = {
  plans: AllAround['plans'];
  sections: Section[];
  owners: OwnerChoice[];
  tallies: Tallies;
  listing: Listing;
  found: FoundLines;
  seldom?: SeldomChoices;
};

/** A page of the lines of all plans, or of the one that is chosen; what is known around them. */
export async function loadLines(
  within: Within,
  around: Pick<Listing, 'list' | 'asked' | 'times'>,
): Promise<LoadedLines> {
  const { plan } = around.asked;
  const all = await allPlansAround(within, around.asked);
  const chosen = plan ? ((await planAround(within, plan, around.asked)) ?? NOTHING) : undefined;
  const { sections, owners, tallies } = chosen ?? { ...all, sections: [] };
  const listing = linesListing(around, all.plans, sections);
  const { asked, cells } = listing;
  const found = await findLines(within, asked, { tallies, owners, plans: all.plans }, cells);
  const seldom = isUnfolded(asked) ? await seldomChoices(within, asked) : undefined;
  return { plans: all.plans, sections, owners, tallies, listing, found, seldom };
}

/** What is around a plan that was taken out. */
export const NOTHING = { title: undefined, sections: [], owners: [], tallies: talliesFor([], {}) };
