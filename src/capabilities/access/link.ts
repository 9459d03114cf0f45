/** A link that lets somebody in once who has no password (or forgot it). The words after the last slash are the token. */
export type LinkPurpose = 'first-account' | 'join' | 'sign-in' | 'reset' | 'address';

/** Printed where the server was started, read by the one who started it; a fresh one is a restart away. */
export const FIRST_ACCOUNT_LIFETIME = Temporal.Duration.from({ hours: 24 });

/** Handed over by an administrator, who may meet the person next week. */
export const JOIN_LIFETIME = Temporal.Duration.from({ hours: 7 * 24 });

/** Sent to an address that was proven when the account was made: read within minutes, or asked for again. */
export const SIGN_IN_LIFETIME = Temporal.Duration.from({ minutes: 15 });
/** OWASP, "Forgot password": short, and long enough for mail that is held up. */
export const RESET_LIFETIME = Temporal.Duration.from({ hours: 1 });
export const ADDRESS_LIFETIME = Temporal.Duration.from({ hours: 1 });

export const signInPath = (token: string): string => `/sign-in/link/${token}`;
export const resetPath = (token: string): string => `/sign-in/reset/${token}`;
export const addressPath = (token: string): string => `/account/email/${token}`;
export const setUpPath = (token: string): string => `/set-up/${token}`;
export const joinPath = (token: string): string => `/join/${token}`;
