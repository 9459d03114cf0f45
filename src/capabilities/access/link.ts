/** A link that lets somebody in once who has no password (or forgot it). The words after the last slash are the token. */
export type LinkPurpose = 'first-account' | 'join';

/** Printed where the server was started, read by the one who started it; a fresh one is a restart away. */
export const FIRST_ACCOUNT_LIFETIME = Temporal.Duration.from({ hours: 24 });

/** Handed over by an administrator, who may meet the person next week. */
export const JOIN_LIFETIME = Temporal.Duration.from({ hours: 7 * 24 });

export const setUpPath = (token: string): string => `/set-up/${token}`;
export const joinPath = (token: string): string => `/join/${token}`;
