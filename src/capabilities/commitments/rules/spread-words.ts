import type { Spread } from '../promise.ts';

/** "each ward", "each board in Northfield", "each member of Ward panels", "every team", "whoever holds the post Head". */
export function spreadInWords(spread: Spread | null, names: ReadonlyMap<string, string>): string {
  if (!spread) return 'once for all';
  const named = (id: string) => names.get(id) ?? 'one that is not there any more';
  switch (spread.of) {
    case 'areas':
    case 'bodies':
      return `each ${spread.kind}${spread.within ? ` in ${named(spread.within)}` : ''}`;
    case 'audience':
      return `each member of ${named(spread.audience)}`;
    case 'teams':
      return spread.teams.length ? spread.teams.map(named).join(', ') : 'every team';
    case 'post':
      return `whoever holds the post ${named(spread.post)}`;
    case 'posts':
      return `whoever holds a post called ${spread.titled}, in every department and area`;
  }
}

/** The identifiers that a spread names. */
export function namedIn(spread: Spread | null): string[] {
  if (!spread) return [];
  if (spread.of === 'teams') return [...spread.teams];
  if (spread.of === 'audience') return [spread.audience];
  if (spread.of === 'post') return [spread.post];
  if (spread.of === 'posts') return [];
  return spread.within ? [spread.within] : [];
}
