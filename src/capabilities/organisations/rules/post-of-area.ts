import { nameKey } from '../../../language/same-name.ts';

/** The post that does something for an area; or that there is none of the title for it, or more than one. */
export type PostOfArea = { post: string } | 'none' | 'several';

/** The nearest post: that of the area itself, else of what it is part of. `areas`: the nearest first; `posts`: by area. */
export function postOfArea(
  areas: readonly string[],
  posts: ReadonlyMap<string, readonly string[]>,
): PostOfArea {
  const nearest = areas.find(area => posts.has(area));
  const [post, another] = (nearest && posts.get(nearest)) || [];
  if (another) return 'several';
  return post ? { post } : 'none';
}

type Titled = { id: string; title: string; area: string };

/** The posts for areas whose title is one of these names, by area; "Ward sergeants" are those of the title "Ward Sergeant". */
export function postsTitled(
  names: readonly string[],
  posts: readonly Titled[],
): ReadonlyMap<string, readonly string[]> {
  const keys = new Set(names.map(nameKey));
  const titled = posts.filter(({ title }) => keys.has(nameKey(title)));
  const byArea = Map.groupBy(titled, ({ area }) => area);
  return new Map([...byArea].map(([area, some]) => [area, some.map(({ id }) => id)]));
}
