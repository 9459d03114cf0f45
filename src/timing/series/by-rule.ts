import { RRuleTemporal } from 'rrule-temporal';
import type { Span } from '../calendar.ts';
import type { Due } from './series.ts';

/** Days have no zone: counted where no clock is ever changed, no day can be lost or doubled. */
const NO_CLOCK_CHANGES = 'UTC';

const noon = (day: Temporal.PlainDate): Temporal.ZonedDateTime =>
  day.toZonedDateTime({ timeZone: NO_CLOCK_CHANGES, plainTime: '12:00' });

/**
 * The days of a recurrence rule (RFC 5545, 3.3.10) that begins on `begins`, which counts only where the rule itself has it.
 * @throws where the rule is none
 */
export function daysOfRule(rule: string, begins: Temporal.PlainDate, span: Span): Due[] {
  const repeated = new RRuleTemporal({ rruleString: rule, dtstart: noon(begins) });
  return repeated.between(noon(span.from), noon(span.by), true).map(moment => {
    const day = Temporal.PlainDate.from(moment.toString().slice(0, 10));
    return { key: day.toString(), from: day, by: day };
  });
}

/** Whether the days of a rule include weekends because its words say so: every day, or Saturdays. */
export const namesWeekends = (rule: string): boolean =>
  /FREQ=DAILY/.test(rule)
    ? !/BYDAY=/.test(rule) || /BYDAY=[^;]*S[AU]/.test(rule)
    : /BYDAY=[^;]*S[AU]/.test(rule);
