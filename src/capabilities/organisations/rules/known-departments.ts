import { PATH_SIGN } from './departments.ts';

/** What a cell names: a department that is there, one to make under its path, or why neither. */
export type NamedDepartment = { id: string } | { path: string } | { several: number } | { none: true };

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
  return (text: string): NamedDepartment => {
    const key = keyOf(text);
    const found = byPath.get(key);
    if (found) return { id: found };
    const called = key.includes(PATH_SIGN) ? [] : (byName.get(key) ?? []);
    if (called.length === 1) return { id: called[0]![0] };
    if (called.length > 1) return { several: called.length };
    return make ? { path: spelt(text) } : { none: true };
  };
}

/** The path as it is written, its parts set apart alike. */
const spelt = (text: string): string =>
  text
    .split('>')
    .map(part => part.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join(PATH_SIGN);
