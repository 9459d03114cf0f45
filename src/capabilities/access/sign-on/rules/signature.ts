import { constants, createPublicKey, type KeyObject, verify } from 'node:crypto';

/** A key as a provider publishes it (RFC 7517). */
export type PublishedKey = Partial<
  Record<'kty' | 'kid' | 'use' | 'alg' | 'n' | 'e' | 'crv' | 'x' | 'y', string>
>;

/** A token taken apart (RFC 7515, compact), of which nothing is believed yet. */
export type Signed = {
  header: { alg: string; kid: string | undefined; typ: string | undefined };
  claims: Record<string, unknown>;
  signedWords: string;
  signature: Buffer;
};

const BASE64URL = /^[A-Za-z0-9_-]+$/;

/** Undefined where it is no token, or asks of whoever reads it what we do not know (`crit`). */
export function takeApart(token: string): Signed | undefined {
  const parts = token.split('.');
  if (parts.length !== 3 || !parts.every(part => BASE64URL.test(part))) return undefined;
  const header = objectIn(parts[0]!);
  const claims = objectIn(parts[1]!);
  if (!header || !claims || typeof header.alg !== 'string' || 'crit' in header) return undefined;
  const { alg, kid, typ } = header;
  return {
    header: { alg, kid: textOf(kid), typ: textOf(typ) },
    claims,
    signedWords: `${parts[0]}.${parts[1]}`,
    signature: Buffer.from(parts[2]!, 'base64url'),
  };
}

/** Whether one of these keys made the signature, by an algorithm that we take and that is the key's own. */
export function isSignedBy(
  { header, signedWords, signature }: Signed,
  keys: PublishedKey[],
  algorithms: string[],
): boolean {
  if (!algorithms.includes(header.alg)) return false;
  const meant = keys.filter(key => isMeant(key, header));
  // without a name for it, it must be clear which one is meant
  if (header.kid === undefined && meant.length > 1) return false;
  return meant.some(published => {
    const key = readKey(published);
    return key !== undefined && fits(key, header.alg) && matches(key, header.alg, signedWords, signature);
  });
}

const KIND: Record<string, string> = { RS: 'RSA', PS: 'RSA', ES: 'EC', Ed: 'OKP' };

const isMeant = ({ kid, kty, use, alg }: PublishedKey, header: Signed['header']): boolean =>
  kty === KIND[header.alg.slice(0, 2)] &&
  (header.kid === undefined || kid === header.kid) &&
  (use === undefined || use === 'sig') &&
  (alg === undefined || alg === header.alg);

function readKey({ kty, n, e, crv, x, y }: PublishedKey): KeyObject | undefined {
  const own = Object.fromEntries(Object.entries({ kty, n, e, crv, x, y }).filter(([, value]) => value));
  try {
    return createPublicKey({ key: own, format: 'jwk' });
  } catch {
    return undefined; // what is no key made no signature
  }
}

const CURVE: Record<string, string> = { ES256: 'prime256v1', ES384: 'secp384r1', ES512: 'secp521r1' };

/** RFC 7518: which curve goes with which algorithm, and how long a key of RSA is at least. */
function fits(key: KeyObject, algorithm: string): boolean {
  const { modulusLength = 0, namedCurve } = key.asymmetricKeyDetails ?? {};
  if (algorithm.startsWith('ES')) return namedCurve === CURVE[algorithm];
  return key.asymmetricKeyType === 'ed25519' || (key.asymmetricKeyType === 'rsa' && modulusLength >= 2048);
}

function matches(key: KeyObject, algorithm: string, words: string, signature: Buffer): boolean {
  const digest = algorithm.startsWith('Ed') ? null : `sha${algorithm.slice(2)}`;
  const by = algorithm.startsWith('PS')
    ? { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
    : { key, ...(algorithm.startsWith('ES') && { dsaEncoding: 'ieee-p1363' as const }) };
  return verify(digest, Buffer.from(words), by, signature);
}

function objectIn(part: string): Record<string, unknown> | undefined {
  try {
    const read: unknown = JSON.parse(Buffer.from(part, 'base64url').toString());
    return read && typeof read === 'object' && !Array.isArray(read)
      ? (read as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined; // no JSON: no token
  }
}

const textOf = (said: unknown): string | undefined => (typeof said === 'string' ? said : undefined);
