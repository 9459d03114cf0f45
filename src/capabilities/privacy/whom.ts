import type { Sought } from '../../platform/privacy/personal-data.ts';

export type RecordKind = 'person' | 'account' | 'holder';

/** One record that may be of the person who is meant: two of one name are two records, and somebody says which. */
export type Whom = {
  kind: RecordKind;
  id: string;
  name: string;
  /** By which they are also known, in small letters. */
  addresses: string[];
  /** What tells them from others of the name: "Press officer, Communications". */
  detail: string;
};

export const keyOf = ({ kind, id }: Pick<Whom, 'kind' | 'id'>): string => `${kind}:${id}`;

/**
 * By what the tables are asked for the records that were picked. A name that somebody else has too is not asked for,
 * since what stands under it may be the other's; it comes back as `shared`, so that a person looks there.
 */
export function soughtOf(
  picked: readonly Whom[],
  { typed, namesakes }: { typed: string; namesakes: readonly string[] },
): { sought: Sought; shared: string[] } {
  const ids = (kind: RecordKind) => picked.filter(one => one.kind === kind).map(({ id }) => id);
  const names = [...new Set(picked.map(({ name }) => name.toLowerCase()))];
  const others = new Set(namesakes.map(name => name.toLowerCase()));
  const address = typed.includes('@') ? [typed.trim().toLowerCase()] : [];
  return {
    sought: {
      people: ids('person'),
      accounts: ids('account'),
      holders: ids('holder'),
      addresses: [...new Set([...picked.flatMap(({ addresses }) => addresses), ...address])].filter(Boolean),
      names: names.filter(name => !others.has(name)),
    },
    shared: names.filter(name => others.has(name)),
  };
}
