import { type Refusal, refuse } from '../../../../language/refusal.ts';

/** Whether sign-on stands on the page to sign in: not at all, beside the password, or in its place. */
export const OFFERS = ['no', 'beside', 'only'] as const;
export type Offered = (typeof OFFERS)[number];

export type OfferRefusal = 'no-emergency' | 'no-password' | 'never-tried';

type Facts = {
  /** Those who are to come in with a password all the same. */
  emergency: { hasPassword: boolean }[];
  /** Whether anybody ever came in by it. */
  tied: boolean;
};

/**
 * Nothing may shut everybody out: before passwords are switched off, somebody has come in by sign-on, and somebody who
 * looks after people and settings comes in without it.
 */
export function mayOffer(wanted: Offered, { emergency, tied }: Facts): Refusal<OfferRefusal> | undefined {
  if (wanted !== 'only') return undefined;
  if (!tied) return refuse('never-tried');
  if (emergency.length === 0) return refuse('no-emergency');
  return emergency.some(({ hasPassword }) => !hasPassword) ? refuse('no-password') : undefined;
}
