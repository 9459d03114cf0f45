import type { Named } from '../named.ts';
import { upwards } from './leading.ts';

/** "Place > Housing > Repairs": a department under those that it is a part of. */
export const PATH_SIGN = ' > ';

export type Departments = {
  /** The path of each, by its id. */
  paths: Map<string, string>;
  partOf: Map<string, string | null>;
};

export function departmentPaths(all: readonly Pick<Named, 'id' | 'name' | 'within'>[]): Departments {
  const names = new Map(all.map(({ id, name }) => [id, name]));
  const partOf = new Map(all.map(({ id, within }) => [id, within]));
  const pathOf = (id: string) =>
    upwards(partOf, id)
      .flatMap(one => names.get(one) ?? [])
      .toReversed()
      .join(PATH_SIGN);
  return { paths: new Map(all.map(({ id }) => [id, pathOf(id)])), partOf };
}

/** Whether `above` is the department or part of it already: then nothing may be made a part of that. */
export const isBelow = ({ partOf }: Departments, above: string, department: string): boolean =>
  upwards(partOf, above).includes(department);

/** Made once: making one for each pair of names takes longer than all the comparing. */
const IN_ORDER = new Intl.Collator('en-GB');

/** To choose from, by path: what belongs together stands together. */
export const departmentItems = ({ paths }: Departments): { value: string; text: string }[] =>
  [...paths]
    .map(([value, text]) => ({ value, text }))
    .sort((one, other) => IN_ORDER.compare(one.text, other.text));
