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

const keyAt = (at: At): string => ('id' in at ? at.id : `row ${at.row}`);

type Managed = { row: number; id: string | undefined; manager: At | null };

/** Nobody is their own manager, in however many steps. */
export function rings(
  deeds: readonly Managed[],
  people: readonly StoredPerson[],
  nameAt: (at: At | null) => string | null,
): Problem[] {
  const above = new Map<string, At>();
  for (const { id, manager } of people) if (manager) above.set(id, { id: manager });
  const own = ({ id, row }: Managed): At => (id ? { id } : { row });
  for (const deed of deeds) {
    if (deed.manager) above.set(keyAt(own(deed)), deed.manager);
    else above.delete(keyAt(own(deed)));
  }
  return deeds.flatMap(deed => {
    const ring = deed.manager ? ringFrom(own(deed), above) : undefined;
    const names = ring?.map(at => nameAt(at) ?? '');
    return names ? [{ row: deed.row, column: 'manager', text: inRing(names) }] : [];
  });
}

/** Whoever stands between somebody and themselves, beginning with them; nothing where nobody does. */
function ringFrom(own: At, above: ReadonlyMap<string, At>): At[] | undefined {
  const passed = new Map([[keyAt(own), own]]);
  for (let at = above.get(keyAt(own)); at; at = above.get(keyAt(at))) {
    if (keyAt(at) === keyAt(own)) return [...passed.values()];
    if (passed.has(keyAt(at))) return undefined;
    passed.set(keyAt(at), at);
  }
  return undefined;
}

/** Longer rings are not read out. */
const MOST_NAMED = 4;

function inRing(names: string[]): string {
  if (names.length === 1)
    return 'Nobody is their own manager. Give the one whom they have, or leave this empty.';
  if (names.length > MOST_NAMED)
    return `This makes ${names[0]} their own manager, through ${names.length - 1} others. Check who manages whom.`;
  const steps = names.map((name, at) => `${name} is managed by ${names[(at + 1) % names.length]}`);
  return `Nobody is their own manager, and here ${steps.slice(0, -1).join(', ')} and ${steps.at(-1)}. Check who manages whom.`;
}
