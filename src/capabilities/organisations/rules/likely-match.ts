import { likeness, nameKey } from '../../../language/same-name.ts';

/** Somebody of the directory whom a name in documents may mean. */
export type Candidate = { id: string; kind: 'person' | 'post' | 'team'; name: string; beside: string | null };
export type Match = Candidate & { likeness: number };

/** Less alike than this, and nobody would take them for the same. */
const LEAST = 0.6;
const INITIALS = 0.8;

/**
 * Whom of the directory a name in documents likely means, the likeliest first: offered to a person, never taken. "K. Bell"
 * and "Bell, K" may be Karen Bell.
 */
export function likelyMatches(name: string, candidates: readonly Candidate[], most = 3): Match[] {
  return candidates
    .map(candidate => ({ ...candidate, likeness: alike(name, candidate) }))
    .filter(match => match.likeness >= LEAST)
    .sort((one, other) => other.likeness - one.likeness || one.name.localeCompare(other.name, 'en-GB'))
    .slice(0, most);
}

/** The one that is likelier than all others. */
export function onlyLikely(name: string, candidates: readonly Candidate[]): Match | undefined {
  const [first, second] = likelyMatches(name, candidates);
  return first && first.likeness > (second?.likeness ?? 0) ? first : undefined;
}

function alike(name: string, candidate: Candidate): number {
  const spelt = likeness(name, candidate.name);
  return candidate.kind === 'person' && sameInitials(name, candidate.name)
    ? Math.max(spelt, INITIALS)
    : spelt;
}

/** A surname, with the first letter of a name before or after it. */
function sameInitials(short: string, full: string): boolean {
  const words = nameKey(full).split(' ');
  const said = nameKey(short).split(' ');
  const [first, last] = [words[0], words.at(-1)];
  if (words.length < 2 || said.length < 2 || !first || !last || !said.includes(last)) return false;
  const letters = said.filter(word => word !== last);
  return letters.length > 0 && letters.every(letter => letter.length === 1) && letters[0] === first[0];
}
