import type { Within } from '../../../../platform/database/database.ts';
import { ownersOf } from '../../../../reading/lines/owners.ts';
import { costWords } from '../../../../reading/text/budget/cost-words.ts';
import { readCosts } from '../../../../reading/text/budget/read-costs.ts';
import { initialsIn } from '../../../../reading/text/owners/key.ts';
import { ownerWords } from '../../../../reading/text/owners/owner-words.ts';
import type { CellName } from '../../plan.ts';
import type { LineInPlan } from '../../queries/line.ts';
import { besideOf } from '../../queries/plan.ts';

export type LineOwners = ReturnType<typeof ownersOf>;

/** Whom a line names. What else the document says is looked at only where initials ask for its key. */
export async function ownersWith(within: Within, { line, section, plan }: LineInPlan): Promise<LineOwners> {
  const asksOwner = section.columns.some(({ meaning }) => meaning === 'owner');
  const owners = ownersOf(line, asksOwner, new Map());
  if (!owners.some(({ kind }) => kind === 'initials')) return owners;
  const { remainder = [], clauses = [] } = await besideOf(within, plan.id);
  return ownersOf(line, asksOwner, initialsIn([...remainder, ...clauses].map(({ text }) => text)));
}

/** What a cell was taken for, softly under it: "Jo Marsh: a person", "Web Team: a team or another body; only helps". */
export function notesOf(cell: CellName, budget: string, owners: LineOwners): string[] {
  const named = owners.filter(({ field }) => field === cell);
  if (named.length === 1) return named.map(ownerWords);
  if (named.length) return named.map(owner => `${owner.name}: ${ownerWords(owner)}`);
  const costs = cell === 'budget' ? readCosts(budget) : [];
  return costs.filter(({ certainty }) => certainty !== 'unclear').map(costWords);
}
