import { tagsOf } from './judge-dkim.ts';

/** Which servers may send for a domain (RFC 7208). lets-all: it says that everybody may. */
export type SpfVerdict = 'there' | 'missing' | 'many' | 'lets-all';

export function judgeSpf(records: readonly string[]): SpfVerdict {
  const [record, another] = records.filter(one => /^v=spf1( |$)/i.test(one));
  if (!record) return 'missing';
  if (another) return 'many'; // then receivers go by neither (4.5)
  return / \+?all( |$)/i.test(record) ? 'lets-all' : 'there';
}

/** What others are to do with a message that only pretends to come from a domain (RFC 7489). watches: nothing, yet. */
export type DmarcVerdict = 'acts' | 'watches' | 'missing' | 'many' | 'unreadable';

export function judgeDmarc(records: readonly string[]): DmarcVerdict {
  const [record, another] = records.filter(one => /^v=DMARC1\s*(;|$)/.test(one));
  if (!record) return 'missing';
  if (another) return 'many';
  const policy = tagsOf(record).get('p')?.toLowerCase();
  if (policy === 'quarantine' || policy === 'reject') return 'acts';
  return policy === 'none' ? 'watches' : 'unreadable';
}

/**
 * Where a domain's policy may stand: with itself, then with each above it. Which of those is the organisation's own, only a
 * long list of the world's registries knows; the nearest that says anything is taken, but none of one label.
 */
export function dmarcNames(domain: string): string[] {
  const labels = domain.split('.');
  return labels.slice(0, -1).map((_, from) => `_dmarc.${labels.slice(from).join('.')}`);
}

/** Whether two domains count as one for DMARC: the same, or one above the other. */
export const isAligned = (one: string, other: string): boolean =>
  one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`);
