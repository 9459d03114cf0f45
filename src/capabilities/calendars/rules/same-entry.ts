import { nameKey } from '../../../language/same-name.ts';
import type { EntryValues } from '../calendar.ts';

type Told = Pick<EntryValues, 'title' | 'from' | 'at' | 'election'>;

/**
 * Whether an entry is there already. As rows of a file, by its name and first day; and by its hour, for a body that meets
 * twice on one day, and its area, for polls of one name in several wards. One that does not take place is put back, not typed
 * again, so that what hangs on it comes back with it.
 */
export const isAmong = (entries: readonly Told[], values: Told): boolean => {
  const own = keyOf(values);
  return entries.some(one => keyOf(one) === own);
};

const keyOf = ({ title, from, at, election }: Told): string =>
  [nameKey(title), from, at, election?.area].join('\n');
