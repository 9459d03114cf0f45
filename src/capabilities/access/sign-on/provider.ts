import * as client from 'openid-client';
import { isRefused, type Refusal, refuse } from '../../../language/refusal.ts';
import type { Asked, Published } from './asked.ts';
import type { Begun } from './begun.ts';
import { groupScopes, listedGroups } from './groups.ts';
import { measured } from './measured-fetch.ts';
import type { GroupsFault } from './rules/graph.ts';
import { isLoopback } from './rules/issuer-address.ts';
import { type Claims, groupsAreElsewhere } from './rules/presented.ts';
import { type ProviderFault, providerFault } from './rules/provider-fault.ts';
import { algorithmsOf } from './signing.ts';

/** Each answer of a provider is waited for so long. In seconds. */
const PATIENCE = 5;

/** A token may come from a clock that is so far from ours. In seconds. */
const CLOCKS_DIFFER = 60;

/** What a provider publishes is asked for again after this. Its keys are asked for at each sign-on: they may be new ones. */
const KEPT = Temporal.Duration.from({ minutes: 10 });

/** Providers whose publication is kept at once. */
const MOST_KEPT = 200;

/** The one door to providers: discovery, the way there, and what their answers are worth. */
export function openProvider(patience = PATIENCE) {
  const kept = new Map<string, { published: Published; at: Temporal.Instant }>();

  const discover = async (
    { issuer }: Pick<Asked, 'issuer'>,
    now: Temporal.Instant,
  ): Promise<{ published: Published } | Refusal<ProviderFault>> => {
    const known = kept.get(issuer);
    if (known && Temporal.Instant.compare(known.at.add(KEPT), now) > 0) return known;
    const found = await publishedAt(issuer, patience);
    if (isRefused(found)) return found;
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(issuer, { ...found, at: now });
    return found;
  };

  return {
    discover,
    /** Asks anew next time: what is kept led to an answer that was worth nothing. */
    forget: ({ issuer }: Pick<Asked, 'issuer'>) => void kept.delete(issuer),
    wayThere,
    redeem: (published: Published, asked: Asked, come: Come, now: Temporal.Instant) =>
      redeem(published, asked, come, { now, patience }),
  };
}

/** What a provider says of somebody: in its token, and where it keeps groups out of that, in their list. */
export type Said = { claims: Claims; listed?: string[] | GroupsFault };

/** What was asked, and the address that the browser came back to. */
type Come = { begun: Pick<Begun, 'state' | 'nonce' | 'verifier'>; answer: URL };

type Limits = { now: Temporal.Instant; patience: number };

export type Provider = ReturnType<typeof openProvider>;

async function publishedAt(
  issuer: string,
  patience: number,
): Promise<{ published: Published } | Refusal<ProviderFault>> {
  try {
    const found = await client.discovery(new URL(issuer), 'unknown', undefined, client.None(), {
      [client.customFetch]: measured,
      timeout: patience,
      execute: local(issuer),
    });
    const published = found.serverMetadata();
    // the library lets Microsoft's addresses pass under another name: ours is the one that was typed
    if (new URL(published.issuer).href !== new URL(issuer).href) return refuse('other-issuer');
    return { published };
  } catch (thrown) {
    const fault = providerFault(thrown);
    if (!fault) throw thrown;
    if ((thrown as { code?: string }).code === 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED')
      return refuse('other-issuer');
    return refuse(fault === 'unreadable' ? 'no-discovery' : fault);
  }
}

/** The address at the provider where somebody says who they are. */
async function wayThere(
  published: Published,
  asked: Asked,
  { begun, back }: { begun: Begun; back: string },
  now: Temporal.Instant,
): Promise<{ address: string } | Refusal<ProviderFault>> {
  const parameters = {
    redirect_uri: back,
    scope: ['openid', 'profile', 'email', ...groupScopes(published, asked)].join(' '),
    state: begun.state,
    nonce: begun.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(begun.verifier),
    code_challenge_method: 'S256',
  };
  try {
    const configuration = configured(published, asked, client.None(), { now, patience: PATIENCE });
    return { address: client.buildAuthorizationUrl(configuration, parameters).href };
  } catch (thrown) {
    const fault = providerFault(thrown);
    if (!fault) throw thrown;
    return refuse(fault);
  }
}

/**
 * What the provider says of whoever comes back, once its answer was found to be to our question, for us, signed by it
 * and of now. Claims that it keeps out of the token are asked for, and so are groups where they are too many for one.
 */
async function redeem(
  published: Published,
  asked: Asked,
  { begun, answer }: Come,
  limits: Limits,
): Promise<Said | Refusal<ProviderFault>> {
  const checks = {
    expectedState: begun.state,
    expectedNonce: begun.nonce,
    pkceCodeVerifier: begun.verifier,
    idTokenExpected: true,
  };
  let refused: Refusal<ProviderFault> = refuse('wrong-secret');
  for (const method of methodsOf(published, asked)) {
    const configuration = configured(published, asked, method, limits);
    try {
      const tokens = await client.authorizationCodeGrant(configuration, answer, checks);
      const claims = await allClaims(configuration, tokens, asked);
      const listed = await listedGroups(claims, published, asked, tokens.access_token);
      return { claims, ...(listed && { listed }) };
    } catch (thrown) {
      const fault = providerFault(thrown);
      if (!fault) throw thrown;
      refused = refuse(fault);
      if (fault !== 'wrong-secret') return refused;
    }
  }
  return refused;
}

type Tokens = Awaited<ReturnType<typeof client.authorizationCodeGrant>>;

async function allClaims(
  configuration: client.Configuration,
  tokens: Tokens,
  { groupClaim }: Asked,
): Promise<Claims> {
  const claims: Claims = { ...tokens.claims() };
  const lacksGroups = groupClaim !== '' && !(groupClaim in claims) && !groupsAreElsewhere(claims, groupClaim);
  if (claims.email && claims.name && !lacksGroups) return claims;
  if (!configuration.serverMetadata().userinfo_endpoint) return claims;
  const more = await client.fetchUserInfo(configuration, tokens.access_token, String(claims.sub));
  return { ...more, ...claims };
}

type Method = (secret: string) => client.ClientAuth;

/** Ways to show the secret that the provider takes, the likeliest first: some take one of them for each application. */
function methodsOf(published: Published, { secret }: Asked): (client.ClientAuth | undefined)[] {
  if (secret === undefined) return [client.None()];
  const taken = published.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
  const known: [string, Method][] = [
    ['client_secret_post', client.ClientSecretPost],
    ['client_secret_basic', client.ClientSecretBasic],
  ];
  return known.filter(([name]) => taken.includes(name)).map(([, method]) => method(secret));
}

function configured(
  published: Published,
  { issuer, clientId }: Asked,
  method: client.ClientAuth | undefined,
  { now, patience }: Limits,
): client.Configuration {
  const server = { ...published, id_token_signing_alg_values_supported: algorithmsOf(published) };
  const ourClock = Math.round((now.epochMilliseconds - Date.now()) / 1000);
  const about = { [client.clockTolerance]: CLOCKS_DIFFER, [client.clockSkew]: ourClock };
  const configuration = new client.Configuration(server, clientId, about, method);
  configuration.timeout = patience;
  configuration[client.customFetch] = measured;
  // the token comes straight from the provider, and its signature is looked at all the same
  client.enableNonRepudiationChecks(configuration);
  for (const allow of local(issuer)) allow(configuration);
  return configuration;
}

/** Without HTTPS on this machine alone; `issuerAddress` says when that may be. */
const local = (issuer: string) =>
  isLoopback(new URL(issuer).hostname) ? [client.allowInsecureRequests] : [];
