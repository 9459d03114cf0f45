import { workingDaysAfter } from '../working/working.ts';
import type { Known } from './known.ts';
import type { Series } from './series.ts';

type Triggered = Extract<Series, { kind: 'triggered' }>;

/**
 * The moment by which something that happened must have been answered. A limit in hours runs from the minute. One in days
 * or months ends with the organisation's own midnight and does not count the day of the event (Zoan v Rouamba [2000] 1 WLR
 * 1509); months end on the day of the same number (Dodds v Walker [1981] 1 WLR 1027).
 */
export function dueAfter(
  { limit, workingDays }: Pick<Triggered, 'limit' | 'workingDays'>,
  happened: Temporal.Instant,
  { working }: Pick<Known, 'working'>,
): Temporal.Instant {
  const length = Temporal.Duration.from(limit);
  if (runsFromTheMinute(length)) return happened.add(length.round({ largestUnit: 'hours' }));
  const day = happened.toZonedDateTimeISO(working.zone).toPlainDate();
  const last = workingDays ? workingDaysAfter(day, length.days, working) : day.add(length);
  return last.add({ days: 1 }).toZonedDateTime(working.zone).toInstant();
}

/** Hours, or days with hours; a day is then 24 of them. */
const runsFromTheMinute = ({ hours, minutes, years, months, weeks }: Temporal.Duration): boolean =>
  (hours > 0 || minutes > 0) && !years && !months && !weeks;
