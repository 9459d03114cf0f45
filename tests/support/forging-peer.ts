import { createHmac, createSign, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Claims = Record<string, unknown>;
type Signature = 'its own' | 'another key' | 'none' | 'our secret' | 'its public key';

export type ForgingPeer = {
  issuer: string;
  tenant: string;
  clientId: string;
  secret: string;
  /** What the next tokens say besides, or instead: a claim of undefined is left out. */
  says: Claims;
  /** What the next tokens are signed with. */
  signs: Signature;
  /** What it publishes of itself besides, or instead. */
  publishes: Claims;
  /** The codes that somebody brought to be redeemed. */
  brought: string[];
  /** Signs what a test wants to send by itself. */
  token: (claims: Claims, header?: Claims) => string;
  /** What it answers in place of a token. */
  refuses: { status: number; error: string } | undefined;
  close: () => Promise<void>;
};

/**
 * A provider that says what a test wants and not what is right. Its addresses and the claims of its tokens have the
 * shape of Entra ID's (Microsoft, "ID token claims reference", version 2.0).
 */
export async function forgingPeer(): Promise<ForgingPeer> {
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const tenant = randomUUID();
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/${tenant}`;
  const keys = { own: keyPair(), other: keyPair() };
  const asked = new Map<string, string>();
  const peer: ForgingPeer = {
    issuer: `${base}/v2.0`,
    tenant,
    clientId: randomUUID(),
    secret: randomUUID(),
    says: {},
    signs: 'its own',
    publishes: {},
    refuses: undefined,
    brought: [],
    token: (claims, header) => signed(claims, peer, keys, header),
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };

  const pages: Record<string, (url: URL, body: URLSearchParams, response: ServerResponse) => void> = {
    '/v2.0/.well-known/openid-configuration': (_, __, response) =>
      send(response, { ...published(base, peer.issuer), ...peer.publishes }),
    '/discovery/v2.0/keys': (_, __, response) =>
      send(response, { keys: [{ ...keys.own.publicKey.export({ format: 'jwk' }), kid: 'own', use: 'sig' }] }),
    '/oauth2/v2.0/authorize': ({ searchParams }, _, response) => {
      const code = randomUUID();
      asked.set(code, searchParams.get('nonce')!);
      const back = new URL(searchParams.get('redirect_uri')!);
      back.search = String(new URLSearchParams({ code, state: searchParams.get('state')! }));
      response.writeHead(302, { location: back.href }).end();
    },
    '/oauth2/v2.0/token': (_, body, response) => {
      peer.brought.push(body.get('code')!);
      const nonce = asked.get(body.get('code')!);
      asked.delete(body.get('code')!);
      if (peer.refuses) return send(response, { error: peer.refuses.error }, peer.refuses.status);
      if (body.get('client_secret') !== peer.secret) return send(response, { error: 'invalid_client' }, 401);
      if (!nonce) return send(response, { error: 'invalid_grant' }, 400);
      const token = signed({ ...claimsOf(peer, nonce), ...peer.says }, peer, keys);
      send(response, { token_type: 'Bearer', access_token: 'opaque', expires_in: 3600, id_token: token });
    },
  };

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const url = new URL(request.url!, base);
    const page = pages[url.pathname.slice(tenant.length + 1)];
    if (!page) return response.writeHead(404).end();
    page(url, new URLSearchParams(Buffer.concat(parts).toString()), response);
  };
  return peer;
}

const keyPair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });

function send(response: ServerResponse, value: object, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

const published = (base: string, issuer: string): Claims => ({
  issuer,
  authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
  token_endpoint: `${base}/oauth2/v2.0/token`,
  jwks_uri: `${base}/discovery/v2.0/keys`,
  end_session_endpoint: `${base}/oauth2/v2.0/logout`,
  token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt', 'client_secret_basic'],
  response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
  scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
  subject_types_supported: ['pairwise'],
  id_token_signing_alg_values_supported: ['RS256'],
});

function claimsOf({ issuer, tenant, clientId }: ForgingPeer, nonce: string): Claims {
  const now = Math.floor(Date.now() / 1000);
  return {
    aud: clientId,
    iss: issuer,
    iat: now,
    nbf: now,
    exp: now + 3900,
    name: 'Rhys Hollow',
    nonce,
    oid: '0f6d1c2e-5b6a-4c7d-8e9f-001122334455',
    preferred_username: 'rhys.hollow@ashmere.example',
    rh: '0.AAAA',
    sub: `pairwise-${clientId}`,
    tid: tenant,
    uti: 'fqiBqXLPj0eQa82S-IYFAA',
    ver: '2.0',
  };
}

type Keys = Record<'own' | 'other', { publicKey: KeyObject; privateKey: KeyObject }>;

function signed(
  claims: Claims,
  { signs, secret }: ForgingPeer,
  { own, other }: Keys,
  header: Claims = {},
): string {
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const hmac = signs === 'our secret' || signs === 'its public key';
  const alg = signs === 'none' ? 'none' : hmac ? 'HS256' : 'RS256';
  const words = `${encode({ typ: 'JWT', alg, kid: 'own', ...header })}.${encode(claims)}`;
  if (signs === 'none') return `${words}.`;
  if (!hmac) {
    const { privateKey } = signs === 'another key' ? other : own;
    return `${words}.${createSign('sha256').update(words).sign(privateKey, 'base64url')}`;
  }
  const key = signs === 'our secret' ? secret : own.publicKey.export({ format: 'pem', type: 'spki' });
  return `${words}.${createHmac('sha256', key).update(words).digest('base64url')}`;
}
