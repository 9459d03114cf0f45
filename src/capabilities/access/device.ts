import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * What a browser keeps after a sign-in, so that guessing by strangers does not slow it (OWASP, "Slow down online
 * guessing attacks with device cookies"). It proves only that this account signed in here once: it opens nothing.
 */
export function newDevice(key: string, email: string): string {
  const nonce = randomBytes(16).toString('base64url');
  return `${nonce}.${seal(key, email, nonce).toString('base64url')}`;
}

/** The device's own identifier, if the account with this address signed in with it. */
export function knownDevice(key: string, email: string, device: string | undefined): string | undefined {
  const [nonce, sent] = device?.split('.') ?? [];
  if (!nonce || !sent) return undefined;
  const sealed = seal(key, email, nonce);
  const given = Buffer.from(sent, 'base64url');
  return given.length === sealed.length && timingSafeEqual(given, sealed) ? nonce : undefined;
}

const seal = (key: string, email: string, nonce: string): Buffer =>
  createHmac('sha256', key).update(`${email}\n${nonce}`).digest();
