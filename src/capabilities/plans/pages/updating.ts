import { type Act, may } from '../../../language/rights.ts';
import type { Within } from '../../../platform/database/database.ts';
import type { Answer, SignedInVisit } from '../../../platform/http/visit.ts';
import { answersAs } from '../../organisations/index.ts';
import type { LineInPlan } from '../queries/line.ts';
import type { LineValues } from '../rules/line-changes.ts';

type Owned = Pick<LineInPlan, 'owners'>;

/** Whether the visitor's role alone lets them do something where the request leads. */
export const mayHere = ({ who }: SignedInVisit, act: Act): boolean =>
  may({ role: who.role, marked: who.rights.marked }, act);

/** What asks for a role in the whole organisation, on a page that is about a part of it. */
export const mayEverywhere = ({ who }: SignedInVisit, act: Act): boolean =>
  may({ role: who.rights.everywhere, marked: who.rights.marked }, act);

/**
 * Whether the visitor may say how a line stands: whoever edits, and an owner who answers for it. Only of an owner it is
 * asked whether they do.
 */
export async function mayUpdate(within: Within, visit: SignedInVisit, line: Owned): Promise<boolean> {
  const { account, role, rights } = visit.who;
  const standing = { role, marked: rights.marked };
  if (may(standing, 'update-line') || !may(standing, 'update-line', { theirs: true }))
    return may(standing, 'update-line');
  const owner = line.owners.accountable?.id;
  return owner ? answersAs(within, { account: account.id, owner }, visit.today()) : false;
}

/** What an owner says of a line; the rest of it is for those who edit. */
const OWNERS_OWN = ['state', 'comments'];

export const isOwners = (cell: string): boolean => OWNERS_OWN.includes(cell);

export const onlyOwners = (values: LineValues): LineValues =>
  Object.fromEntries(Object.entries(values).filter(([cell]) => isOwners(cell)));

export const notTheirLine: Answer = {
  kind: 'refused',
  why: 'You say how those lines stand that you answer for, and this line is somebody else’s.',
};
