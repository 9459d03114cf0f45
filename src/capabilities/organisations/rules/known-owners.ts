import { nameKey } from '../../../reading/text/owners/accountable.ts';
import type { Owner } from '../owner.ts';

/** Why somebody is taken for an owner of the register. */
export type KnownBy = 'name' | 'initials' | 'other name';
export type Known = { owner: Owner; by: KnownBy };

/** Finds an owner by what a document or a person calls them. Undefined where nobody is called so, or several are. */
export type KnownOwners = (name: string) => Known | undefined;

/** A name goes before initials, and these before other names; whoever has ended is found by none. */
export function knownOwners(owners: readonly Owner[]): KnownOwners {
  const present = owners.filter(({ endedAt }) => !endedAt);
  const ways: [KnownBy, Map<string, Owner[]>][] = [
    ['name', calledBy(present, ({ name }) => [nameKey(name)])],
    ['initials', calledBy(present, ({ initials }) => (initials ? [initials] : []))],
    ['other name', calledBy(present, ({ alsoCalled }) => alsoCalled.map(nameKey))],
  ];
  return name => {
    for (const [by, called] of ways) {
      const found = called.get(by === 'initials' ? bare(name) : nameKey(name)) ?? [];
      if (found.length) return found.length === 1 ? { owner: found[0]!, by } : undefined;
    }
    return undefined;
  };
}

/** "K.B." is KB; initials are told by their capitals. */
const bare = (initials: string): string => initials.replace(/[.\s]/g, '');

function calledBy(owners: readonly Owner[], namesOf: (owner: Owner) => string[]): Map<string, Owner[]> {
  const called = new Map<string, Owner[]>();
  for (const owner of owners)
    for (const name of new Set(namesOf(owner))) called.set(name, [...(called.get(name) ?? []), owner]);
  return called;
}
