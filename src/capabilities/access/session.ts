/**
 * How long somebody stays signed in. ASVS 5.0 (7.1.1, 7.3) asks for both limits and for their reasons:
 * twelve hours without a page signs people out overnight, and not over a long committee meeting; seven days end a token
 * that somebody keeps alive. NIST SP 800-63B allows 30 days for what a password alone protects.
 */
export const IDLE_LIMIT = Temporal.Duration.from({ hours: 12 });
export const LIFETIME = Temporal.Duration.from({ hours: 7 * 24 });

/** A page view is written down at most this often, so that reading costs no write. Much less than the idle limit. */
export const SEEN_EVERY = Temporal.Duration.from({ minutes: 10 });

/** Whether this view is late enough after the last one written to be written too. */
export const worthNoting = (seen: Temporal.Instant, now: Temporal.Instant): boolean =>
  Temporal.Duration.compare(now.since(seen), SEEN_EVERY) >= 0;

export const expiryOf = (begun: Temporal.Instant): Temporal.Instant => begun.add(LIFETIME);

/** Seen before this, a session is over. */
export const idleSince = (now: Temporal.Instant): Temporal.Instant => now.subtract(IDLE_LIMIT);
