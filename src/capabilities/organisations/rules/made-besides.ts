import type { Makes } from '../../../platform/table-in/declaration.ts';
import type { Area } from '../area.ts';
import { PATH_SIGN } from './departments.ts';
import { knownDepartments } from './known-departments.ts';

/** A post is the one of its title in its department, or in none, and for its area, if any. */
export const postKey = (title: string, department: string | null, area: string | null): string =>
  `${title.toLowerCase()}|${department ?? ''}|${area ?? ''}`;

type Deed = { department: { id: string } | { path: string } | null; post: string; area: string | null };

/** The path of each department by its id, and the posts by `postKey`. */
type Stored = {
  departments: ReadonlyMap<string, string>;
  posts: ReadonlySet<string>;
  areas: readonly Pick<Area, 'id' | 'name'>[];
};

/** The departments and posts that a table of people would make besides the people, each once, in their order. */
export function madeBesides(deeds: Deed[], { departments, posts, areas }: Stored): Makes[] {
  const after = new Map(departments);
  const areaNamed = new Map(areas.map(({ id, name }) => [id, name]));
  const made = newDepartments(deeds, after);
  return [
    { one: 'department', names: made },
    { one: 'post', names: newPosts(deeds, posts, { paths: after, areaNamed }) },
  ];
}

/**
 * Each part of a path that is missing; it is there for the rows after it, as where they are stored: “Housing” is what
 * “Place > Housing” made. `paths` has them afterwards.
 */
function newDepartments(deeds: Deed[], paths: Map<string, string>): string[] {
  const wanted = deeds.flatMap(({ department }) =>
    department && 'path' in department ? department.path : [],
  );
  const made: string[] = [];
  for (const path of new Set(wanted))
    for (const part of upTo(path))
      if (!('id' in knownDepartments(paths, true)(part))) {
        made.push(part);
        paths.set(part, part);
      }
  return made;
}

const upTo = (path: string): string[] => {
  const parts = path.split(PATH_SIGN);
  return parts.map((_, at) => parts.slice(0, at + 1).join(PATH_SIGN));
};

type Called = { paths: ReadonlyMap<string, string>; areaNamed: ReadonlyMap<string, string> };

function newPosts(deeds: Deed[], posts: ReadonlySet<string>, { paths, areaNamed }: Called): string[] {
  const known = knownDepartments(paths, true);
  return once(
    deeds.flatMap(({ department, post, area }) => {
      if (!post) return [];
      const found = department && ('id' in department ? department : known(department.path));
      const id = found && 'id' in found ? found.id : null;
      if (posts.has(postKey(post, id, area))) return [];
      const title = area ? `${post}, ${areaNamed.get(area)}` : post;
      return id ? [`${title} (${paths.get(id)})`] : [title];
    }),
  );
}

/** Capitals make no difference. */
const once = (names: string[]): string[] =>
  [...Map.groupBy(names, name => name.toLowerCase()).values()].map(([first]) => first!);
