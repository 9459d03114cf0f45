/** A message that nobody took for so long is given up: by then it says yesterday's news, and its sender must be told. */
export const GIVEN_UP_AFTER = Temporal.Duration.from({ hours: 48 });

/** Minutes after each attempt: soon at first, since most servers that defer (grey-listing) take the second; then seldom. */
const PAUSES = [1, 5, 10, 20, 40, 60, 120, 240];

/** A server that nobody reached is asked at least so often, in minutes: what waits for it goes soon after it is back. */
const LONGEST_WITHOUT_SERVER = 10;

/** When a message is tried again that was deferred; `tries` counts the attempts made, from 1. */
export function nextTry(tries: number, at: Temporal.Instant): Temporal.Instant {
  const minutes = PAUSES[Math.min(tries, PAUSES.length) - 1] ?? 1;
  return at.add({ minutes });
}

/** When a server is tried again that could not be reached or let nobody in. */
export function nextTryOfServer(tries: number, at: Temporal.Instant): Temporal.Instant {
  const minutes = PAUSES[Math.min(tries, PAUSES.length) - 1] ?? 1;
  return at.add({ minutes: Math.min(minutes, LONGEST_WITHOUT_SERVER) });
}
