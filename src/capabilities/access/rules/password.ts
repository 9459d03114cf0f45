import { guessability } from './guessability.ts';

/** Characters. NCSC and ASVS 5.0 (6.2.1) name 8 as the least beside a second factor; there is none, so it is longer. */
export const LEAST = 12;
/** Far above any passphrase; only bounds the work of hashing (ASVS 5.0, 6.2.9 wants 64 at least). */
export const MOST = 200;

/** Below this the rest of the password is soon guessed: three common words reach it, or six characters of one's own. */
const ENOUGH = 6;

/** A word of somebody's own that is shorter than this may stand in a password by chance; it only counts for nothing. */
const TELLING = 5;

export type PasswordFault =
  | { fault: 'too-short' }
  | { fault: 'too-long' }
  | { fault: 'about-you'; word: string }
  | { fault: 'guessable' };

/** What somebody who guesses knows: the name, the address, the organisation. */
export type Known = { name?: string; email?: string; organisation?: string };

/**
 * Whether a password may be chosen. Length, and nothing that is tried first; no rules about kinds of characters, and no
 * expiry (NCSC, "Password policy: updating your approach"; NIST SP 800-63B, 3.1.1.2).
 */
export function passwordFault(password: string, known: Known): PasswordFault | undefined {
  const plain = password.normalize('NFKC');
  const length = [...plain].length;
  if (length < LEAST) return { fault: 'too-short' };
  if (length > MOST) return { fault: 'too-long' };
  const own = ownWords(known);
  const low = plain.toLowerCase();
  const told = own.find(word => word.length >= TELLING && low.includes(word));
  if (told) return { fault: 'about-you', word: told };
  return guessability(low, new Set(own)) < ENOUGH ? { fault: 'guessable' } : undefined;
}

/** Longest first, so that the whole is named and not its part. */
function ownWords({ name = '', email = '', organisation = '' }: Known): string[] {
  const [local = '', domain = ''] = email.split('@');
  const all = [local, ...words(local), ...words(domain), ...words(name), ...words(organisation), 'commsgrid'];
  return [...new Set(all.map(word => word.toLowerCase()))]
    .filter(word => word.length >= 3)
    .sort((one, other) => other.length - one.length);
}

const words = (text: string): string[] => text.split(/[^\p{L}\p{N}]+/u);

const SENTENCE: Record<Exclude<PasswordFault['fault'], 'about-you'>, string> = {
  'too-short': `Enter a password of ${LEAST} characters or more`,
  'too-long': `Enter a password of ${MOST} characters or fewer`,
  guessable:
    'Enter a password that is harder to guess: more than common words, runs of keys, dates and repeats',
};

export function passwordFaultInWords(found: PasswordFault): string {
  if (found.fault !== 'about-you') return SENTENCE[found.fault];
  return `Enter a password without “${found.word}”: it is among the first words somebody would try`;
}
