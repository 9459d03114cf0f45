import { type Refusal, refuse } from '../../../../language/refusal.ts';

export type AddressFault = 'no-address' | 'not-https' | 'every-tenant' | 'more-than-address';

const DOCUMENT = /\/\.well-known\/openid-configuration\/?$/;

/** These speak for every Microsoft tenant there is: whoever has any account there would be let through. */
const EVERY_TENANT = /^\/(common|organizations|consumers)(\/|$)/i;

/**
 * The address of a provider, as typed or pasted, made what the provider calls itself.
 * @param local whether Commsgrid itself is only reached from its own machine: then a provider there may be tried without HTTPS
 */
export function issuerAddress(typed: string, local: boolean): string | Refusal<AddressFault> {
  const url = URL.parse(typed.trim().replace(DOCUMENT, ''));
  if (!url || !/^https?:$/.test(url.protocol)) return refuse('no-address');
  if (url.username || url.password || url.search || url.hash) return refuse('more-than-address');
  if (url.protocol === 'http:' && !(local && isLoopback(url.hostname))) return refuse('not-https');
  if (EVERY_TENANT.test(url.pathname)) return refuse('every-tenant');
  return url.pathname === '/' ? url.origin : url.href;
}

export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
