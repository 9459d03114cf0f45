import { likenessOf, spellingOf } from '../../../language/same-name.ts';
import { PATH_SIGN } from './departments.ts';

/** What a cell names: a department that is there, one to make under its path, or why neither. */
export type NamedDepartment =
  | { id: string }
  | { path: string }
  | { several: number }
  | { alike: string | undefined };

const keyOf = (path: string): string =>
  path
    .split('>')
    .map(part => part.replace(/\s+/g, ' ').trim().toLowerCase())
    .filter(Boolean)
    .join(PATH_SIGN);

/** Finds departments by their path, or by their own name where only one has it. `make`: one that nobody finds is made. */
export function knownDepartments(paths: ReadonlyMap<string, string>, make: boolean) {
  const byPath = new Map([...paths].map(([id, path]) => [keyOf(path), id]));
  const byName = Map.groupBy(paths, ([, path]) => keyOf(path).split(PATH_SIGN).at(-1)!);
  const meant = likeliest(paths);
  const alikes = new Map<string, string | undefined>();
  return (text: string): NamedDepartment => {
    const key = keyOf(text);
    const found = byPath.get(key);
    if (found) return { id: found };
    const called = key.includes(PATH_SIGN) ? [] : (byName.get(key) ?? []);
    if (called.length === 1) return { id: called[0]![0] };
    if (called.length > 1) return { several: called.length };
    if (make) return { path: spelt(text) };
    if (!alikes.has(key)) alikes.set(key, meant(text));
    return { alike: alikes.get(key) };
  };
}

/** A slip in a short word is not more alike than this; what is offered is only read. */
const LEAST = 0.4;

/** The path of the department that is likely meant by a name that none has: a slip of the pen is told by it. */
function likeliest(paths: ReadonlyMap<string, string>) {
  const known = [...paths.values()].map(path => ({ path, spelt: spellingOf(path.split(PATH_SIGN).at(-1)!) }));
  return (text: string): string | undefined => {
    const said = spellingOf(text.split('>').at(-1)!);
    const alike = known.map(({ path, spelt }) => ({ path, alike: likenessOf(said, spelt) }));
    return alike.filter(one => one.alike >= LEAST).sort((one, other) => other.alike - one.alike)[0]?.path;
  };
}

/** The path as it is written, its parts set apart alike. */
const spelt = (text: string): string =>
  text
    .split('>')
    .map(part => part.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join(PATH_SIGN);
