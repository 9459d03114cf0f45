import { folded } from '../plain.ts';
import type { Owner } from './owner.ts';
import { readOwners } from './read-owners.ts';

/** Somebody whom a cell names, as a register of owners would hold them. */
export type Named = {
  name: string;
  kind: 'person' | 'post' | 'team';
  /** The words of the cell, where they are not the name: initials that a key explains. */
  printed?: string;
  part?: Owner['part'];
};

/** Who of a cell answers for it. Nobody is chosen from among several: the cell must say who leads. */
export type Answering = {
  /** Everybody whom the cell names, each once, in its order. */
  named: Named[];
  /** One of them, where the cell leaves no choice. */
  accountable?: Named;
  /** Those who only help. */
  contributors: Named[];
  /** Why nobody is accountable, as the rest of a sentence: "names everyone". Absent where somebody is. */
  why?: string;
};

/** In characters; what is longer is no name. */
const LONGEST_NAME = 100;

/** Under which two spellings of a name are one: case, blanks and the kind of quotes aside. */
export const nameKey = (name: string): string => folded(name);

const EACH = /^(?:all|each|every|both|various)\b/i;

export function answeringFor(owners: readonly Owner[]): Answering {
  const named = namedIn(owners);
  const leads = named.filter(({ part }) => part === 'leads');
  const open = named.filter(({ part }) => part === undefined);
  const helping = named.filter(({ part }) => part === 'supports');
  const [leader] = leads;
  if (leader && leads.length === 1)
    return { named, accountable: leader, contributors: [...open, ...helping] };
  const why = whyNobody(owners, leads.length || open.length);
  const [only] = open;
  return why ? { named, contributors: helping, why } : { named, accountable: only, contributors: helping };
}

function whyNobody(owners: readonly Owner[], choice: number): string | undefined {
  if (!owners.length) return 'names nobody';
  if (choice > 1) return `names ${choice} owners and does not say who leads`;
  const everyone = owners.find(owner => owner.kind === 'everyone' || EACH.test(owner.name));
  if (everyone) return choice ? 'names everyone besides' : 'names everyone, and so nobody in particular';
  if (owners.some(({ kind }) => kind === 'nobody'))
    return choice ? 'leaves open who else there is' : 'names nobody yet';
  if (choice)
    return owners.some(({ kind }) => kind === 'unclear')
      ? 'does not make clear whether this is a person, a post or a team'
      : undefined;
  if (owners.some(({ kind }) => kind === 'instruction')) return 'is an instruction, and names no owner';
  return owners.some(isNamed) ? 'names only who helps or is told' : 'does not look like a name';
}

const isNamed = ({ kind, name }: Owner): boolean =>
  (kind === 'person' || kind === 'post' || kind === 'team' || kind === 'initials' || kind === 'unclear') &&
  !EACH.test(name) &&
  nameKey(name) !== '' &&
  name.length <= LONGEST_NAME;

function namedIn(owners: readonly Owner[]): Named[] {
  const found = new Map<string, Named>();
  for (const owner of owners.filter(isNamed)) {
    const one = namedBy(owner);
    const key = nameKey(one.name);
    if (!found.has(key)) found.set(key, one);
  }
  return [...found.values()];
}

function namedBy({ kind, name, standsFor, part }: Owner): Named {
  const long = standsFor && standsFor.length <= LONGEST_NAME ? standsFor : undefined;
  return {
    name: (long ?? name).replace(/\s+/g, ' ').trim(),
    kind: long ? kindOfName(long) : kindOf(kind),
    ...(long && { printed: name }),
    ...(part && { part }),
  };
}

/** What somebody is whose name stands alone: for names that a person typed, too. */
export const kindOfName = (name: string): Named['kind'] => kindOf(readOwners(name)[0]?.kind);

/** Initials that nothing explains are mostly somebody's; what no rule knows is mostly a group of people. */
function kindOf(kind: Owner['kind'] | undefined): Named['kind'] {
  if (kind === 'person' || kind === 'post' || kind === 'team') return kind;
  return kind === 'initials' ? 'person' : 'team';
}
