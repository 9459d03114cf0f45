import { answeringFor, nameKey } from '../../../../reading/text/owners/accountable.ts';
import type { NamedOwner } from '../../../organisations/index.ts';
import type { LineInPlan } from '../../queries/line.ts';
import type { LineOwners } from './as-read.ts';

type Linked = { name: string; href?: string };

export type WhoAnswers = {
  accountable?: Linked;
  contributors: Linked[];
  /** What the printed cell says beside that, as a sentence: why it settles nothing, or whom it names instead. */
  cell?: string;
};

/** Who answers for a line and who contributes, beside what its cell says. Only editors are led to the register. */
export function whoAnswers({ owners }: LineInPlan, read: LineOwners, mayEdit: boolean): WhoAnswers {
  const linked = ({ id, name }: NamedOwner): Linked => ({
    name,
    ...(mayEdit && { href: `/organisation/owners/${id}` }),
  });
  const cell = cellWords(owners.accountable, read);
  return {
    ...(owners.accountable && { accountable: linked(owners.accountable) }),
    contributors: owners.contributors.map(linked),
    ...(cell && { cell }),
  };
}

function cellWords(accountable: NamedOwner | null, read: LineOwners): string | undefined {
  const { accountable: named, why } = answeringFor(read);
  if (accountable)
    return named && nameKey(named.name) !== nameKey(accountable.name)
      ? `The cell names ${named.name}.`
      : undefined;
  if (!read.length) return 'No cell of the line names anybody.';
  return why ? `The cell ${why}.` : `The cell names ${named?.name}, who was not chosen.`;
}
