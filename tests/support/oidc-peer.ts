import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import Provider, { type Configuration, type Interaction } from 'oidc-provider';

/** Somebody as the provider knows them; the claims are those it would say of them. */
export type Known = { sub: string } & Record<string, unknown>;

export type OidcPeer = {
  issuer: string;
  clientId: string;
  secret: string;
  /** Whom the provider lets through next: undefined sends the browser back with a refusal. */
  signedIn: Known | undefined;
  /** Milliseconds before each answer. */
  slow: number;
  /** Signs with other keys from now on, and publishes those alone. */
  rotate: () => void;
  /** Answers at other addresses from now on; the old ones are gone. */
  move: () => void;
  /** What it was asked for, in order. */
  asked: string[];
  close: () => Promise<void>;
};

/**
 * A real OpenID Connect provider (oidc-provider) on this machine, which asks nobody for a password: `signedIn` is at
 * its keyboard. Knows one application, whose answers may go to `site` alone, whichever organisation's they are.
 */
export async function oidcPeer(site: string, oddities: Partial<Oddities> = {}): Promise<OidcPeer> {
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const peer: OidcPeer = {
    issuer,
    clientId: 'commsgrid',
    secret: randomUUID(),
    signedIn: undefined,
    slow: 0,
    asked: [],
    rotate: () => serve(),
    move: () => serve(`/moved-${randomUUID()}`),
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  let serving: { provider: Provider; handle: (request: IncomingMessage, response: ServerResponse) => void };
  const serve = (under = '') => {
    const provider = new Provider(issuer, configuration(peer, site, { under, ...oddities }));
    // as if each organisation's address had been entered: which they are is only known once a test made them
    provider.Client.prototype.redirectUriAllowed = back => isCallback(back, site);
    serving = { provider, handle: provider.callback() };
  };
  serve();

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    peer.asked.push(request.url!.split('?')[0]!);
    if (peer.slow) await pause(peer.slow);
    if (request.url!.startsWith('/interaction/'))
      return atTheKeyboard(serving.provider, peer, request, response);
    serving.handle(request, response);
  };
  return peer;
}

const isCallback = (back: string, site: string): boolean =>
  back.startsWith(`${site}/sign-on/`) &&
  /^[0-9a-f-]{36}\/callback$/.test(back.slice(`${site}/sign-on/`.length));

/** In place of a page with a form: whoever sits there is let through, and agrees to what is asked. */
async function atTheKeyboard(
  provider: Provider,
  { signedIn }: OidcPeer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const interaction = await provider.interactionDetails(request, response);
  const result = signedIn
    ? {
        login: { accountId: signedIn.sub },
        consent: { grantId: await grant(provider, interaction, signedIn) },
      }
    : { error: 'access_denied', error_description: 'Stopped at the keyboard' };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

async function grant(provider: Provider, { params }: Interaction, { sub }: Known): Promise<string> {
  const grant = new provider.Grant({ accountId: sub, clientId: String(params.client_id) });
  grant.addOIDCScope(String(params.scope));
  return grant.save();
}

/** What one provider does and another does not. */
type Oddities = {
  /** Where its addresses begin. */
  under: string;
  allInToken: boolean;
  /** It remembers who sits there, and tells this address when they sign out; `post` brings it there. */
  tells: { address: string; post: (address: string, words: string) => Promise<number> };
};

function configuration(
  peer: OidcPeer,
  site: string,
  { under, allInToken, tells }: Partial<Oddities>,
): Configuration {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: randomUUID() };
  return {
    clients: [
      {
        client_id: peer.clientId,
        client_secret: peer.secret,
        redirect_uris: [`${site}/sign-on/of-an-organisation/callback`],
        post_logout_redirect_uris: [`${site}/sign-on/signed-out`],
        ...(tells && { backchannel_logout_uri: tells.address, backchannel_logout_session_required: true }),
      },
    ],
    jwks: { keys: [key] } as Configuration['jwks'],
    cookies: { keys: ['a key of this test alone'] },
    claims: {
      openid: ['sub'],
      profile: ['name'],
      email: ['email', 'email_verified'],
      groups: ['groups'],
    },
    conformIdTokenClaims: !allInToken,
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: true },
      backchannelLogout: { enabled: tells !== undefined },
    },
    ...(tells && {
      fetch: async (address, options) => {
        const status = await tells.post(String(address), String(options?.body));
        return new Response(null, { status });
      },
    }),
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    pkce: { required: () => true },
    routes: under
      ? {
          authorization: `${under}/auth`,
          token: `${under}/token`,
          jwks: `${under}/jwks`,
          userinfo: `${under}/me`,
        }
      : {},
    // always asked anew who sits there: a session of the provider would remember whoever came before
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ ...peer.signedIn, sub }) }),
    ttl: {
      Session: tells ? 600 : 1,
      Interaction: 600,
      Grant: 600,
      AccessToken: 600,
      AuthorizationCode: 600,
      IdToken: 3600,
    },
  };
}
