/** What time it is. Passed in everywhere, so that tests can move it. */
export type Clock = { now: () => Temporal.Instant };

/** To the millisecond: PostgreSQL keeps six digits, and what is kept must read back as it was written. */
export const systemClock: Clock = {
  now: () => Temporal.Now.instant().round({ smallestUnit: 'millisecond', roundingMode: 'trunc' }),
};

/** The calendar day it is in a time zone; an organisation's day is not the server's. */
export function today(clock: Clock, timeZone = 'Europe/London'): Temporal.PlainDate {
  return clock.now().toZonedDateTimeISO(timeZone).toPlainDate();
}
