import { createHash, randomBytes } from 'node:crypto';

/** What the bearer holds (a cookie, a link), and what is stored of it. A stolen table opens nothing. */
export type Token = { token: string; digest: Buffer };

/** 256 bits: nobody guesses one, so the digest needs neither salt nor work (OWASP ASVS 5.0, 7.2.3). */
export function newToken(): Token {
  const token = randomBytes(32).toString('base64url');
  return { token, digest: digestOf(token) };
}

export const digestOf = (token: string): Buffer => createHash('sha256').update(token).digest();
