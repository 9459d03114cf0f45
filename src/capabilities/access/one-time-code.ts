import { Secret, TOTP } from 'otpauth';

/** RFC 6238, as every authenticator app knows it: SHA-1, six digits, thirty seconds. */
const STEP_SECONDS = 30;
/** A clock that is one step ahead or behind is let pass (RFC 6238, 5.2). */
const DRIFT = 1;
/** RFC 4226, 4, R6 recommends 160 bits. */
const SECRET_BYTES = 20;

/** In base32, as apps take it. */
export const newSecret = (): string => new Secret({ size: SECRET_BYTES }).base32;

const totp = (secret: string, label?: string): TOTP =>
  new TOTP({
    issuer: 'Commsgrid',
    secret: Secret.fromBase32(secret),
    algorithm: 'SHA1',
    digits: 6,
    period: STEP_SECONDS,
    ...(label && { label }),
  });

/** What the square of dots says to the app. */
export const keyAddress = (secret: string, email: string): string => totp(secret, email).toString();

/** The same for somebody who types it: four by four. */
export const keyInGroups = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ');

/** The time step that a code belongs to, of those that may be told now; undefined for a code of none of them. */
export function stepOfCode(secret: string, code: string, now: Temporal.Instant): number | undefined {
  const timestamp = now.epochMilliseconds;
  const delta = totp(secret).validate({ token: code, timestamp, window: DRIFT });
  return delta === null ? undefined : Math.floor(timestamp / 1000 / STEP_SECONDS) + delta;
}

/** What was typed as a code: apps show it with a gap. Undefined where it is none, so it may be a recovery code. */
export const codeTyped = (typed: string): string | undefined =>
  /^\d{6}$/.test(typed.replace(/\s/g, '')) ? typed.replace(/\s/g, '') : undefined;

/** For tests, and for nobody else: what an app would show. */
export const codeAt = (secret: string, now: Temporal.Instant): string =>
  totp(secret).generate({ timestamp: now.epochMilliseconds });
