/**
 * How long somebody stays signed in where their organisation says nothing else. ASVS 5.0 (7.1.1, 7.3) asks for both
 * limits and for their reasons: twelve hours without a page signs people out overnight, and not over a long committee
 * meeting; seven days end a token that somebody keeps alive. NIST SP 800-63B allows 30 days for what a password alone protects.
 */
export const USUAL_RULES = {
  secondFactorRequired: false,
  /** Whoever reads somebody's mail gets in: an organisation has to want it (ASVS 5.0, 6.3.6, level 3, forbids it). */
  linksAllowed: false,
  idleMinutes: 12 * 60,
  lifetimeHours: 7 * 24,
} as const satisfies SignInRules;

/** What an organisation asks of those who sign in for it. */
export type SignInRules = {
  secondFactorRequired: boolean;
  linksAllowed: boolean;
  /** Without a page for so long, a session is over. */
  idleMinutes: number;
  /** However often it is used. */
  lifetimeHours: number;
};

/** A page view is written down at most this often, so that reading costs no write. */
export const SEEN_EVERY = Temporal.Duration.from({ minutes: 10 });

/** Whether this view is late enough after the last one written to be written too. */
export const worthNoting = (seen: Temporal.Instant, now: Temporal.Instant): boolean =>
  Temporal.Duration.compare(now.since(seen), SEEN_EVERY) >= 0;

/** What somebody proved who they are with. */
export type Method = 'password' | 'link' | 'join' | 'sign-on';

/** Where a session is begun: kept with it, so that its holder knows it again. */
export type Whence = {
  /** "Firefox on Windows". */
  device: string;
  address: string | null;
  /** Whether this browser signed in to the account before. */
  known: boolean;
  /** Where people reach this installation, for what they are written about it; without a slash at its end. */
  site: string;
};

/** For sessions that no browser began. */
export const NOWHERE: Whence = { device: '', address: null, known: true, site: '' };

export type Beginning = { method: Method; secondFactor: boolean; whence: Whence };

export const BY_PASSWORD: Beginning = { method: 'password', secondFactor: false, whence: NOWHERE };
