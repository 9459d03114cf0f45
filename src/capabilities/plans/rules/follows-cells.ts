import type { KnownOwners, NamedOwner } from '../../organisations/index.ts';
import type { LineOwners } from '../plan.ts';

type Owned = { accountable: NamedOwner | null; contributors: NamedOwner[] };

/**
 * Whether those whom a line has are those whom its cells named so far, or nobody: then a changed cell may name others.
 * Somebody chosen otherwise is not overwritten by it.
 */
export function followsCells(
  { accountable, contributors }: Owned,
  named: LineOwners,
  known: KnownOwners,
): { accountable: boolean; contributors: boolean } {
  const isNamed = (owner: NamedOwner, { name }: { name: string }) =>
    (known(name)?.owner.id ?? '') === owner.id || name.toLowerCase() === owner.name.toLowerCase();
  return {
    accountable: !accountable || (named.accountable !== null && isNamed(accountable, named.accountable)),
    contributors: contributors.every(owner => named.contributors.some(one => isNamed(owner, one))),
  };
}

export const namesOf = ({ accountable, contributors }: LineOwners): string[] =>
  [...(accountable ? [accountable] : []), ...contributors].map(({ name }) => name);
