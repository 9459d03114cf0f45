import { randomInt } from 'node:crypto';

export const RECOVERY_CODES = 10;

/** Letters and figures that are not taken for each other when they are copied by hand. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const LENGTH = 12;

/** Twelve characters, 59 bits: nobody guesses one, and a stolen table of hashes of them is of no use either. */
function newRecoveryCode(): string {
  const letters = Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}

export const newRecoveryCodes = (): string[] => Array.from({ length: RECOVERY_CODES }, newRecoveryCode);

/** What was typed, as it was given out: capitals, gaps and missing hyphens do not matter. */
export const recoveryCodeTyped = (typed: string): string =>
  typed
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/(.{4})(?=.)/g, '$1-');

/** How one looks. */
export const RECOVERY_CODE = /^[a-z2-9]{4}(-[a-z2-9]{4}){2}$/;
