import type { VersionAgreed } from '../governance.ts';

type Known = {
  /** When the plan was made of its document. */
  made: Temporal.Instant;
  agreedOn: Temporal.PlainDate;
  now: Temporal.Instant;
  zone: string;
};

/** The moment as at which a plan counts as agreed: never before there was a plan, and never in the future. */
export function stoodAt(version: VersionAgreed, { made, agreedOn, now, zone }: Known): Temporal.Instant {
  if (version === 'read') return made;
  if (version === 'now') return now;
  const end = agreedOn.add({ days: 1 }).toZonedDateTime(zone).toInstant();
  return earlier(later(end, made), now);
}

const later = (one: Temporal.Instant, other: Temporal.Instant) =>
  Temporal.Instant.compare(one, other) > 0 ? one : other;
const earlier = (one: Temporal.Instant, other: Temporal.Instant) =>
  Temporal.Instant.compare(one, other) < 0 ? one : other;
