import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Keeps secrets that the installation itself must read again: a mail server's password, a sign-on's, an authenticator's. */
export type Sealing = {
  /** @param to what the secret belongs to (an identifier): moved to another row, it opens nothing. */
  seal: (secret: string, to: string) => Buffer;
  /** @returns undefined where it was altered, moved, or sealed by another installation. */
  unseal: (sealed: Buffer, to: string) => string | undefined;
};

const FIRST_FORM = 1;
const NONCE = 12;
const TAG = 16;

/**
 * AES-256-GCM under a key of its own for each `use`, derived from the installation's signing secret (RFC 5869). A table
 * or a dump of it alone tells nothing; whoever has the whole database has the signing secret too.
 */
export function sealing(signingSecret: string, use: string): Sealing {
  const key = Buffer.from(hkdfSync('sha256', signingSecret, '', `sealed ${use}`, 32));
  return {
    seal: (secret, to) => {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(to));
      const words = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.of(FIRST_FORM), nonce, cipher.getAuthTag(), words]);
    },
    unseal: (sealed, to) => {
      if (sealed[0] !== FIRST_FORM || sealed.length < 1 + NONCE + TAG) return undefined;
      const [nonce, rest] = [sealed.subarray(1, 1 + NONCE), sealed.subarray(1 + NONCE)];
      const cipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG });
      cipher.setAAD(Buffer.from(to)).setAuthTag(rest.subarray(0, TAG));
      try {
        return cipher.update(rest.subarray(TAG), undefined, 'utf8') + cipher.final('utf8');
      } catch {
        return undefined; // the seal is broken: that is the answer, and nothing more is known
      }
    },
  };
}
