import type { Problem, RowIn } from '../../../platform/table-in/declaration.ts';
import type { PersonRow, StoredPerson } from './people-rows.ts';

/** Stored, or added by a row of the file. */
export type At = { id: string } | { row: number };

export type Known = RowIn<PersonRow> & { stored: StoredPerson | undefined };

/** Rows that are told to be wrong already: whoever names one of them is not called wrong as well. */
const UNREAD = 0;

/** By address, and by name: of the file first, whose people are the newest. */
export function managersByName(
  known: Known[],
  people: readonly StoredPerson[],
  besides: Partial<PersonRow>[],
): (text: string) => At[] {
  const inFile = new Set(known.map(({ stored }) => stored?.id));
  const all = [
    ...known.map(({ number, values, stored }) => ({
      name: values.name,
      email: values.email ?? stored?.email ?? '',
      at: (stored ? { id: stored.id } : { row: number }) as At,
    })),
    ...people
      .filter(({ id }) => !inFile.has(id))
      .map(({ id, name, email }) => ({ name, email, at: { id } as At })),
    ...besides.map(({ name = '', email = '' }) => ({ name, email, at: { row: UNREAD } as At })),
  ];
  const byEmail = Map.groupBy(
    all.filter(({ email }) => email),
    ({ email }) => email,
  );
  const byName = Map.groupBy(all, ({ name }) => name.toLowerCase());
  return text =>
    (byEmail.get(text.toLowerCase()) ?? byName.get(text.toLowerCase()) ?? []).map(({ at }) => at);
}

export function managerOf(
  { number, values: { manager: text }, stored }: Known,
  managers: (text: string) => At[],
  problems: Problem[],
): At | null {
  if (text === undefined) return stored?.manager ? { id: stored.manager } : null;
  if (!text) return null;
  const found = managers(text);
  const unread = found.find(at => 'row' in at && at.row === UNREAD);
  if (found.length === 1 || unread) return unread ?? found[0]!;
  const said = found.length
    ? `${found.length} people are called “${text}”. Give the manager’s email address.`
    : `Nobody is called “${text}”, here or in the file. Check the name, or give the manager’s email address.`;
  problems.push({ row: number, column: 'manager', text: said });
  return null;
}

export const keyAt = (at: At): string => ('id' in at ? at.id : `row ${at.row}`);
