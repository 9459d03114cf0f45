import type { Problem, RowIn } from '../../../platform/table-in/declaration.ts';
import type { Known } from './managers-in-file.ts';
import type { PersonRow, StoredPerson } from './people-rows.ts';

/**
 * Whom of the directory each row is about: whoever has its email address; else the only one of its name who has none yet.
 * A row that gives them one must be the only row of that name, or nobody could tell whose it is. An address is one
 * person's, in the file as in the directory.
 */
export function whoIsKnown(
  rows: RowIn<PersonRow>[],
  people: readonly StoredPerson[],
  problems: Problem[],
): Known[] {
  const byEmail = new Map(people.filter(({ email }) => email).map(person => [person.email, person]));
  const byName = Map.groupBy(
    people.filter(({ email }) => !email),
    ({ name }) => name.toLowerCase(),
  );
  const rowsCalled = Map.groupBy(rows, ({ values }) => values.name.toLowerCase());
  const onlyOneCalled = (name: string): StoredPerson | undefined => {
    const called = byName.get(name.toLowerCase()) ?? [];
    return called.length === 1 && rowsCalled.get(name.toLowerCase())?.length === 1 ? called[0] : undefined;
  };
  const addressed = new Map<string, RowIn<PersonRow>>();
  const seen = new Map<string, number>();
  return rows.map(row => {
    const { number, values } = row;
    const { email, name } = values;
    if (email) {
      const stored = byEmail.get(email) ?? onlyOneCalled(name);
      const before = addressed.get(email);
      if (before) problems.push({ row: number, column: 'email', text: taken(row, before) });
      else if (stored && !mayBeOne(name, stored.name))
        problems.push({ row: number, column: 'email', text: anothers(name, stored) });
      addressed.set(email, before ?? row);
      return { number, values, stored };
    }
    const called = byName.get(name.toLowerCase()) ?? [];
    const stored = called.length === 1 ? called[0] : undefined;
    const before = stored && seen.get(stored.id);
    if (called.length > 1)
      problems.push({ row: number, column: 'email', text: several(name, called.length) });
    if (before) problems.push({ row: number, column: 'name', text: twice(before) });
    if (stored) seen.set(stored.id, number);
    return { number, values, stored };
  });
}

const several = (name: string, number: number): string =>
  `${number} people called ${name} have no email address. Give the address, to say which this is.`;

const twice = (row: number): string => `This is the same person as in row ${row}. Keep one of the two rows.`;

const taken = ({ values: { name } }: RowIn<PersonRow>, before: RowIn<PersonRow>): string =>
  mayBeOne(name, before.values.name)
    ? `Row ${before.number} has this email address already, for ${before.values.name}. Keep one of the two rows.`
    : `Row ${before.number} has this email address already, for ${before.values.name}. Give ${name} an address of their own.`;

const anothers = (name: string, stored: StoredPerson): string =>
  `${stored.name} has this email address in the directory. Give ${name} an address of their own; if they are one person, change the name in the directory first.`;

const TITLES = new Set(
  'mr mrs ms miss mx dr prof professor rev revd sir dame lord lady cllr councillor alderman pc ps sgt insp'.split(
    ' ',
  ),
);

const wordsOf = (name: string): string[] =>
  name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word && !TITLES.has(word));

/** Whether one person may have both names: a word of them is the same, as after a marriage, or its first letters are. */
export function mayBeOne(one: string, other: string): boolean {
  const [some, others] = [wordsOf(one), wordsOf(other)];
  if (!some.length || !others.length) return true;
  const begins = (word: string, with_: string) => with_.length > 2 && word.startsWith(with_);
  return some.some(word =>
    others.some(that => (word === that && word.length > 1 ? true : begins(word, that) || begins(that, word))),
  );
}
