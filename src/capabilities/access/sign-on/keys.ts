import type { Published } from './asked.ts';
import { measured } from './measured-fetch.ts';
import { isLoopback } from './rules/issuer-address.ts';
import { providerFault } from './rules/provider-fault.ts';
import type { PublishedKey } from './rules/signature.ts';

/** Keys are asked for again after this. */
const KEPT = Temporal.Duration.from({ minutes: 10 });

/** And before, where a token names one that is not among them; but not oftener, or anybody could have us ask and ask. */
const ANEW_AFTER = Temporal.Duration.from({ seconds: 30 });

/** Providers whose keys are kept at once. */
const MOST_KEPT = 200;

/** In milliseconds. */
const PATIENCE = 5_000;

export type Keys = ReturnType<typeof openKeys>;

/**
 * The keys that providers publish. Whoever signs on redeems a code first, so keys are asked for anew each time there; a
 * provider's word that somebody signed out is sent by whoever wants to, and must not become a question to it each time.
 */
export function openKeys() {
  const kept = new Map<string, { keys: PublishedKey[]; at: Temporal.Instant }>();
  return async (
    { issuer, jwks_uri: address }: Published,
    name: string | undefined,
    now: Temporal.Instant,
  ): Promise<PublishedKey[]> => {
    if (!address || !mayBeAsked(address, issuer)) return [];
    const known = kept.get(address);
    const old = known && Temporal.Duration.compare(now.since(known.at), KEPT) >= 0;
    const lacks = known && name !== undefined && !known.keys.some(({ kid }) => kid === name);
    const soon = known && Temporal.Duration.compare(now.since(known.at), ANEW_AFTER) < 0;
    if (known && !old && (!lacks || soon)) return known.keys;
    const keys = await publishedAt(address);
    if (!keys) return known?.keys ?? [];
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(address, { keys, at: now });
    return keys;
  };
}

const mayBeAsked = (address: string, issuer: string): boolean =>
  address.startsWith('https:') || isLoopback(new URL(issuer).hostname);

/** Undefined where they cannot be had: then nothing can be believed, and the provider says it again. */
async function publishedAt(address: string): Promise<PublishedKey[] | undefined> {
  try {
    const answer = await measured(address, {
      method: 'GET',
      headers: { accept: 'application/json' },
      body: undefined,
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE),
    });
    const said = answer.ok ? ((await answer.json()) as { keys?: unknown }) : {};
    return Array.isArray(said?.keys)
      ? (said.keys as PublishedKey[]).filter(key => key instanceof Object)
      : undefined;
  } catch (thrown) {
    if (thrown instanceof SyntaxError || providerFault(thrown)) return undefined;
    throw thrown;
  }
}
