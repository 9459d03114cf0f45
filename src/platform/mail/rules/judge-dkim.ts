/**
 * What is published of a key that messages are signed with (RFC 6376, 3.6.1). published: as it must be. cut: only its
 * beginning, as name servers do that keep 255 characters. quoted: with the marks of the strings, which belong to the form
 * in which some name servers take them. unusable: made for other signatures, or for none of email.
 */
export type DkimVerdict =
  | 'published'
  | 'missing'
  | 'cut'
  | 'quoted'
  | 'other-key'
  | 'revoked'
  | 'testing'
  | 'many'
  | 'unusable';

/** @param records the TXT records of selector._domainkey.domain; what is no key's is not looked at */
export function judgeDkim(records: readonly string[], publicKey: string): DkimVerdict {
  const keys = records.map(record => ({ record, tags: tagsOf(record) })).filter(({ tags }) => tags.has('p'));
  const [key, another] = keys;
  if (!key) return records.some(record => /DKIM1/i.test(record)) ? 'unusable' : 'missing';
  if (another) return 'many';
  if (/["\\]/.test(key.record)) return 'quoted';
  const { tags } = key;
  const published = tags.get('p')!.replace(/\s/g, '');
  if (published === '') return 'revoked';
  if (published !== publicKey) return publicKey.startsWith(published) ? 'cut' : 'other-key';
  if (!takesOurs(tags)) return 'unusable';
  return list(tags, 't').includes('y') ? 'testing' : 'published';
}

/** Ours are of RSA with SHA-256, on email. */
const takesOurs = (tags: Tags): boolean =>
  (tags.get('v') ?? 'DKIM1') === 'DKIM1' &&
  (tags.get('k') ?? 'rsa') === 'rsa' &&
  (!tags.has('h') || list(tags, 'h').includes('sha256')) &&
  (!tags.has('s') || list(tags, 's').some(service => service === '*' || service === 'email'));

type Tags = ReadonlyMap<string, string>;

const list = (tags: Tags, name: string): string[] => (tags.get(name) ?? '').split(':').map(one => one.trim());

/** "v=DKIM1; k=rsa; p=…": names with their values; of a name that stands twice, the first. */
export function tagsOf(record: string): Tags {
  const pairs = record.replace(/^"|"$/g, '').split(';');
  const tags = pairs.map(pair => {
    const at = pair.indexOf('=');
    return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()] as const;
  });
  return new Map(tags.filter(([name]) => name).toReversed());
}
