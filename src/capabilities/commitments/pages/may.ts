import { higher, may } from '../../../language/rights.ts';
import type { Role } from '../../../language/role.ts';
import type { Within } from '../../../platform/database/database.ts';
import type { Answer, SignedInVisit } from '../../../platform/http/visit.ts';
import { rolesOn } from '../../access/index.ts';
import { answersAs } from '../../organisations/index.ts';
import type { Picked } from '../queries/picked.ts';

const standing = ({ who }: SignedInVisit) => ({ role: who.role, marked: who.rights.marked });

/** Whether the visitor may change what is promised where the request leads. */
export const mayChange = (visit: SignedInVisit): boolean => may(standing(visit), 'change-line');

/** Whether they may say what became of it: whoever edits, and an owner who does it. Only of an owner it is asked whether they do. */
export async function maySettle(
  within: Within,
  visit: SignedInVisit,
  { owner }: { owner: string | null },
): Promise<boolean> {
  if (may(standing(visit), 'update-line')) return true;
  if (!owner || !may(standing(visit), 'update-line', { theirs: true })) return false;
  return answersAs(within, { account: visit.who.account.id, owner }, visit.today());
}

export const NOT_THEIRS: Answer = {
  kind: 'refused',
  why: 'You say what became of what you do yourself, and this is somebody else’s.',
};

/** Of those picked the ones of which the visitor may say what became of them: each by their role on its plan. */
export async function settledByThem(
  within: Within,
  { who }: SignedInVisit,
  picked: readonly Picked[],
): Promise<Picked[]> {
  const plans = [...new Set(picked.map(({ plan }) => plan))];
  const roles = who.rights.parts ? await rolesOn(within, who.account.id, plans) : new Map<string, Role>();
  return picked.filter(({ plan, theirs }) => {
    const role = higher(who.rights.everywhere, roles.get(plan));
    return may({ role, marked: who.rights.marked }, 'update-line', { theirs });
  });
}
