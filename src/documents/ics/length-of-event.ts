import type { IcsEvent } from './components.ts';
import { firstTimeOf, secondsIn, type ZoneOf } from './times.ts';

/** How long each time of an event takes: whole days, or seconds. */
export type Length = { days: number } | { seconds: number };

/** By its end, else by its duration; a day where only a day is said, nothing where only a moment is. */
export function lengthOfEvent(event: IcsEvent, zones: ZoneOf): Length {
  const [start, end] = [firstTimeOf(event.start, zones), firstTimeOf(event.end, zones)];
  if (start && end && 'day' in start && 'day' in end)
    return { days: Math.max(start.day.until(end.day).days, 1) };
  if (start && end && 'instant' in start && 'instant' in end)
    return { seconds: Math.max(start.instant.until(end.instant).total('seconds'), 0) };
  const whole = start && 'day' in start;
  const seconds = secondsIn(event.duration);
  if (seconds === undefined) return whole ? { days: 1 } : { seconds: 0 };
  return whole ? { days: Math.max(Math.ceil(seconds / 86_400), 1) } : { seconds };
}

export const secondsOfDays = (length: Length): number =>
  'days' in length ? length.days * 86_400 : length.seconds;
