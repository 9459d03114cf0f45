/**
 * Guessing is slowed, and nobody is locked out: who mistypes a few times goes on at once, then waits a little longer
 * each time. Three counts stand beside each other (OWASP, "Blocking brute force attacks" and "Slow down online guessing
 * attacks with device cookies"):
 *   pair: this account from this address, the usual mistyping;
 *   who: this account from anywhere, a guesser with many addresses. A browser that signed in before is counted by
 *        itself, so that strangers who guess do not slow the one they guess at;
 *   whence: any account from this address, one password tried on many. A whole council may share an address, so many are free.
 */
export const COUNTS = {
  pair: { free: 5, first: 15, most: 15 * 60 },
  who: { free: 20, first: 60, most: 60 * 60 },
  whence: { free: 100, first: 5, most: 5 * 60 },
} as const satisfies Record<string, Slowing>;

/** How many failures are free; then seconds to wait after each, doubled by every further one up to the most. */
export type Slowing = { free: number; first: number; most: number };

/** Failures are forgotten after this; so is the wait. */
export const REMEMBERED = Temporal.Duration.from({ hours: 24 });

export type Failures = { failures: number; latest: Temporal.Instant | null };

/** When the next attempt may be made; undefined when at once. */
export function mayTryFrom(
  counted: Record<keyof typeof COUNTS, Failures>,
  now: Temporal.Instant,
): Temporal.Instant | undefined {
  const waits = Object.entries(COUNTS).flatMap(([kind, slowing]) => {
    const from = endOfWait(slowing, counted[kind as keyof typeof COUNTS]);
    return from && Temporal.Instant.compare(from, now) > 0 ? [from] : [];
  });
  return waits.sort(Temporal.Instant.compare).at(-1);
}

function endOfWait(
  { free, first, most }: Slowing,
  { failures, latest }: Failures,
): Temporal.Instant | undefined {
  if (!latest || failures < free) return undefined;
  const seconds = Math.min(most, first * 2 ** Math.min(failures - free, 30));
  return latest.add({ seconds });
}

/** What somebody who must wait is told. */
export const waitSentence = (until: Temporal.Instant, now: Temporal.Instant): string =>
  `There were too many attempts. Wait ${waitInWords(until, now)}, then try again.`;

/** "30 seconds", "a minute", "4 minutes": rounded up, so that waiting as told is enough. */
export function waitInWords(until: Temporal.Instant, now: Temporal.Instant): string {
  const seconds = Math.max(1, Math.ceil(until.since(now).total('seconds')));
  if (seconds <= 45) return seconds === 1 ? 'a second' : `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return minutes === 1 ? 'a minute' : `${minutes} minutes`;
  return 'an hour';
}
