import * as client from 'openid-client';
import type { Asked, Published } from './asked.ts';
import { begin } from './begun.ts';
import { measured } from './measured-fetch.ts';
import type { Provider } from './provider.ts';
import type { ConnectionFacts } from './rules/connection.ts';
import { providerFault } from './rules/provider-fault.ts';

/** In milliseconds. */
const PATIENCE = 5_000;

/** What trying the connection shows, without anybody signing in. */
export async function probe(
  provider: Provider,
  asked: Asked,
  back: string,
  now: Temporal.Instant,
): Promise<ConnectionFacts> {
  provider.forget(asked);
  const found = await provider.discover(asked, now);
  if ('refused' in found) return { published: found.refused, theirClock: undefined };
  const { published } = found;
  const [theirClock, leadsBack, secret] = await Promise.all([
    clockOf(asked.issuer),
    leadsBackTo(provider, published, { asked, back }, now),
    secretAnswer(provider, published, asked, { back, now }),
  ]);
  return { published, theirClock, leadsBack, secret };
}

/** What time the provider's answers say it is there. */
async function clockOf(issuer: string): Promise<Temporal.Instant | undefined> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const said = await ask(address).then(answer => answer?.headers.get('date'));
  const at = said ? Date.parse(said) : Number.NaN;
  return Number.isNaN(at) ? undefined : Temporal.Instant.fromEpochMilliseconds(at);
}

/**
 * Whether the provider knows us and the address that it is to answer to: asked not to show any page (`prompt=none`), it
 * leads back with a refusal where it does, and shows a page of its own where it does not (OpenID Connect Core, 3.1.2.6).
 */
async function leadsBackTo(
  provider: Provider,
  published: Published,
  { asked, back }: { asked: Asked; back: string },
  now: Temporal.Instant,
): Promise<boolean> {
  const begun = begin({ organisation: '', to: '/', purpose: 'try' }, now);
  const way = await provider.wayThere(published, asked, { begun, back }, now);
  if ('refused' in way) return false;
  const answer = await ask(`${way.address}&prompt=none`);
  return answer?.headers.get('location')?.startsWith(back) ?? false;
}

const ask = (address: string): Promise<Response | undefined> =>
  measured(address, {
    method: 'GET',
    headers: {},
    body: undefined,
    redirect: 'manual',
    signal: AbortSignal.timeout(PATIENCE),
  }).catch(fault => {
    if (!providerFault(fault)) throw fault;
    return undefined; // it was reached a moment ago: what is not known now is told as not known
  });

/** Redeems an answer that nobody gave: whoever accepts the secret says that the answer is wrong. */
async function secretAnswer(
  provider: Provider,
  published: Published,
  asked: Asked,
  { back, now }: { back: string; now: Temporal.Instant },
): Promise<ConnectionFacts['secret']> {
  const begun = {
    state: client.randomState(),
    nonce: client.randomNonce(),
    verifier: client.randomPKCECodeVerifier(),
  };
  const answer = new URL(back);
  answer.search = String(
    new URLSearchParams({ code: 'tried-out', state: begun.state, iss: published.issuer }),
  );
  const redeemed = await provider.redeem(published, asked, { begun, answer }, now);
  return 'refused' in redeemed ? redeemed.refused : 'code-refused';
}
