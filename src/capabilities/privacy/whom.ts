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
 * By what the tables are asked for the records that were picked. A name or an address that another record has too (two
 * of one name, a clerk's mailbox for two chairs) is not asked for, since what stands under it may be the other's; it
 * comes back as `shared`, so that a person looks there. `others`: those names and addresses, in small letters.
 */
export function soughtOf(
  picked: readonly Whom[],
  { typed, others: shared }: { typed: string; others: ReadonlySet<string> },
): { sought: Sought; shared: string[] } {
  const ids = (kind: RecordKind) => picked.filter(one => one.kind === kind).map(({ id }) => id);
  const names = [...new Set(picked.map(({ name }) => name.toLowerCase()))];
  const typedAddress = typed.includes('@') ? [typed.trim().toLowerCase()] : [];
  const addresses = [...new Set([...picked.flatMap(one => one.addresses), ...typedAddress])].filter(Boolean);
  const own = (words: string) => !shared.has(words);
  return {
    sought: {
      people: ids('person'),
      accounts: ids('account'),
      holders: ids('holder'),
      addresses: addresses.filter(own),
      names: names.filter(own),
    },
    shared: [...names, ...addresses].filter(words => shared.has(words)),
  };
}
