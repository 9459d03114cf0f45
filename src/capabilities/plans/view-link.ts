/** How long a link reads a view, as its maker chooses. A public body's year has reports that outlive a month. */
export const LIFETIMES = {
  month: { text: '1 month', duration: { months: 1 } },
  quarter: { text: '3 months', duration: { months: 3 } },
  year: { text: 'A year', duration: { years: 1 } },
} as const;
export type Lifetime = keyof typeof LIFETIMES;

export const lifetimes = Object.keys(LIFETIMES) as [Lifetime, ...Lifetime[]];

/** To the same hour of the day, on the clocks of the organisation. */
export const expiryOf = (now: Temporal.Instant, lifetime: Lifetime, zone: string): Temporal.Instant =>
  now.toZonedDateTimeISO(zone).add(LIFETIMES[lifetime].duration).toInstant();

export const sharedPath = (token: string): string => `/shared/${token}`;

/** A link by which somebody without an account reads a view. Its token is not here: only its digest is stored. */
export type ViewLink = {
  id: string;
  madeByName: string;
  madeAt: Temporal.Instant;
  expiresAt: Temporal.Instant;
  openedAt: Temporal.Instant | null;
  revokedAt: Temporal.Instant | null;
  revokedByName: string | null;
};

export type LinkStanding = 'reads' | 'over' | 'revoked';

export function standingOf({ revokedAt, expiresAt }: ViewLink, now: Temporal.Instant): LinkStanding {
  if (revokedAt) return 'revoked';
  return Temporal.Instant.compare(expiresAt, now) > 0 ? 'reads' : 'over';
}
