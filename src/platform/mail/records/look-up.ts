import { type DkimVerdict, judgeDkim } from '../rules/judge-dkim.ts';
import {
  type DmarcVerdict,
  dmarcNames,
  isAligned,
  judgeDmarc,
  judgeSpf,
  type SpfVerdict,
} from '../rules/judge-sender.ts';
import type { AskNames } from './ask-names.ts';

/** What one record of a sender's domain comes to. `name`: where it was looked for. */
export type RecordFinding = { name: string } & (
  | { of: 'dkim'; verdict: DkimVerdict | 'other-domain' }
  | { of: 'spf'; verdict: SpfVerdict }
  | { of: 'dmarc'; verdict: DmarcVerdict }
  | { of: 'dkim' | 'spf' | 'dmarc'; verdict: 'unknown'; code: string }
);

export type SenderNames = {
  /** The address that messages come from, and the one that reports of them go to. */
  address: string;
  bounces?: string | undefined;
  /** The key that messages are signed with here, or are to be. */
  key?: { domain: string; selector: string; publicKey: string } | undefined;
};

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/** Asks what name servers tell the world of whoever sends, all of it at once. */
export function lookUp(ask: AskNames, { address, bounces, key }: SenderNames): Promise<RecordFinding[]> {
  const domain = domainOf(address);
  return Promise.all([
    ...(key ? [dkim(ask, key, domain)] : []),
    spf(ask, domainOf(bounces ?? address)),
    dmarc(ask, domain),
  ]);
}

async function dkim(
  ask: AskNames,
  { domain, selector, publicKey }: NonNullable<SenderNames['key']>,
  from: string,
): Promise<RecordFinding> {
  const name = `${selector}._domainkey.${domain}`;
  const told = await ask(name);
  if ('unknown' in told) return { name, of: 'dkim', verdict: 'unknown', code: told.unknown };
  const verdict = judgeDkim(told.records, publicKey);
  const counts = verdict !== 'published' || isAligned(domain, from);
  return { name, of: 'dkim', verdict: counts ? verdict : 'other-domain' };
}

async function spf(ask: AskNames, name: string): Promise<RecordFinding> {
  const told = await ask(name);
  if ('unknown' in told) return { name, of: 'spf', verdict: 'unknown', code: told.unknown };
  return { name, of: 'spf', verdict: judgeSpf(told.records) };
}

async function dmarc(ask: AskNames, domain: string): Promise<RecordFinding> {
  const [own = `_dmarc.${domain}`] = dmarcNames(domain);
  for (const name of dmarcNames(domain)) {
    const told = await ask(name);
    if ('unknown' in told) return { name, of: 'dmarc', verdict: 'unknown', code: told.unknown };
    const verdict = judgeDmarc(told.records);
    if (verdict !== 'missing') return { name, of: 'dmarc', verdict };
  }
  return { name: own, of: 'dmarc', verdict: 'missing' };
}
