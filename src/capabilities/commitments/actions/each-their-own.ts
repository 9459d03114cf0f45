import type { Within } from '../../../platform/database/database.ts';
import { ownerMeaning, ownersMeaning, postsOfAreas } from '../../organisations/index.ts';
import type { Kept } from '../queries/for-whom.ts';
import type { When } from '../when.ts';

/** `messenger`: whoever does the promise where nobody else is said. */
type Asked = When & { messenger: string | null };

/**
 * Holders of a post keep their own: where no name of the register means one of them yet, it gets one of theirs. Otherwise
 * all would be asked of whoever the promise names, who is mostly the post itself. Places are kept by the post of their area,
 * where whoever the promise names is a title that posts for areas have.
 */
export async function eachTheirOwn(within: Within, whom: readonly Kept[], asked: Asked): Promise<Kept[]> {
  const places = await byTheirPosts(within, whom.filter(isPlace), asked);
  const kept: Kept[] = [];
  for (const one of whom) {
    const owner =
      one.owner ??
      (one.kind === 'person' && one.id
        ? (await ownerMeaning(within, { kind: 'person', id: one.id }, asked.now)).id
        : null);
    kept.push(places.get(one) ?? { ...one, owner });
  }
  return kept;
}

export const isPlace = ({ kind }: Pick<Kept, 'kind'>): boolean => kind === 'area' || kind === 'body';

/** Whoever does it by their area so far goes on where they mean the same post by another name. */
async function byTheirPosts(
  within: Within,
  places: readonly Kept[],
  { messenger, now, today }: Asked,
): Promise<Map<Kept, Kept>> {
  if (!messenger || !places.length) return new Map();
  const ids = places.flatMap(({ id }) => id ?? []);
  const found = await postsOfAreas(within, messenger, ids, today);
  const posts = [...found.values()].flatMap(one => (typeof one === 'string' ? [] : one.post));
  const owners = Map.groupBy(
    await ownersMeaning(within, 'post_id', [...new Set(posts)]),
    ({ means }) => means!,
  );
  const ownerOf = async (post: string, sofar: string | null): Promise<string> => {
    const known = owners.get(post) ?? [];
    const same = known.find(({ id }) => id === sofar) ?? known[0];
    return same?.id ?? (await ownerMeaning(within, { kind: 'post', id: post }, now)).id;
  };
  const kept = new Map<Kept, Kept>();
  for (const one of places) {
    const post = found.get(one.id!);
    if (typeof post === 'string') kept.set(one, { ...one, owner: null, byArea: post });
    else if (post) kept.set(one, { ...one, owner: await ownerOf(post.post, one.owner), byArea: 'found' });
  }
  return kept;
}
