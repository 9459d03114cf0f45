import type { DeliveryReport } from './incoming.ts';

/** Whom a server that writes no report of RFC 3464 names as not reached: in a header (Exim), or in its words (qmail). */
export function plainReports(failed: string | undefined, words: string, isServer: boolean): DeliveryReport[] {
  const named = (failed ?? '').split(',').map(address => address.trim());
  const said = isServer
    ? [...words.matchAll(/^<([^<>\s]{1,250}@[^<>\s]{1,250})>:\s*$/gm)].map(one => one[1]!)
    : [];
  return [...new Set([...named, ...said])]
    .filter(address => address.includes('@'))
    .slice(0, 50)
    .map(address => ({ address, action: 'failed', status: '', said: '' }));
}

/** The Message-ID in the headers of ours that such a server copies below its own words. */
export const copiedId = (words: string): string =>
  /^message-id:\s*(<[^>\s]{1,400}>)/im.exec(words)?.[1] ?? '';
