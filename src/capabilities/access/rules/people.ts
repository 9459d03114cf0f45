import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Role } from '../../../platform/http/visit.ts';

/**
 * Whether somebody's role may become another, or end (`undefined`). An organisation without an administrator could
 * neither add anyone nor be repaired from inside.
 */
export function mayChangeRole(
  before: Role | undefined,
  after: Role | undefined,
  administrators: number,
): Refusal<'last-administrator'> | undefined {
  const loses = before === 'administrator' && after !== 'administrator';
  return loses && administrators <= 1 ? refuse('last-administrator') : undefined;
}

/** What is known of an account when an administrator wants to give its holder a link that sets the password. */
export type AccountStanding = {
  /** Whether its holder ever came in: with a password of their own choice, or by a sign-on. */
  opened: boolean;
  /** Whether the account works for the administrator's own organisation. */
  here: boolean;
  /** For how many other organisations it works. */
  elsewhere: number;
};

/**
 * Whether an administrator may make a link that sets this account's password. Who holds such a link can become the
 * account, so it must open nothing beyond the administrator's own organisation.
 */
export function mayMakeLink({
  here,
  elsewhere,
}: AccountStanding): Refusal<'not-here' | 'works-elsewhere'> | undefined {
  if (!here) return refuse('not-here');
  return elsewhere > 0 ? refuse('works-elsewhere') : undefined;
}

export type Adding = 'with-link' | 'as-known';

/**
 * How somebody comes in whose address an administrator gives. Nobody is added to an account that another organisation
 * invited and that was never opened: the other's link is still out, and would open this organisation too.
 */
export function mayAdd(
  standing: AccountStanding | undefined,
): Adding | Refusal<'already-here' | 'waits-elsewhere'> {
  if (!standing) return 'with-link';
  if (standing.here) return refuse('already-here');
  if (standing.opened) return 'as-known';
  return standing.elsewhere > 0 ? refuse('waits-elsewhere') : 'with-link';
}

/** Who may set up an organisation: the first account, and who already answers for one (docs/decisions). */
export function mayFound(standing: {
  organisations: number;
  administers: number;
}): Refusal<'not-first'> | undefined {
  return standing.organisations === 0 || standing.administers > 0 ? undefined : refuse('not-first');
}
