import { readTimeOfDay, timeInWords } from '../../../language/time-of-day.ts';
import type { OfficeHours } from '../../../timing/working/working.ts';

/** Monday first, as in an `Office`. */
export const WEEKDAYS = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

/** Seven, Monday first; nothing for a weekday on which the office is closed. */
export type Office = readonly (OfficeHours | undefined)[];

/** "9am to 5pm" */
export const hoursInWords = (hours: OfficeHours | undefined): string =>
  hours ? `${timeInWords(hours.opens)} to ${timeInWords(hours.closes)}` : 'closed';

export type WrittenHours = { opens: string; closes: string };
export type HoursProblem = { field: keyof WrittenHours; weekday: number; text: string };

/** Reads what was written for each weekday. Both left empty: the office is closed then. */
export function readOffice(written: WrittenHours[]): { office: Office; problems: HoursProblem[] } {
  const read = written.map(readHours);
  const problems = read.flatMap(({ problem }, weekday) => (problem ? [{ ...problem, weekday }] : []));
  const office = read.map(({ hours }) => hours);
  if (problems.length === 0 && !office.some(hours => hours))
    problems.push({ field: 'opens', weekday: 0, text: 'Enter the hours of at least one day' });
  return { office, problems };
}

type Read = { hours?: OfficeHours; problem?: Omit<HoursProblem, 'weekday'> };

function readHours({ opens, closes }: WrittenHours, weekday: number): Read {
  const on = WEEKDAYS[weekday];
  if (!opens && !closes) return {};
  const wrong = (field: keyof WrittenHours, text: string): Read => ({ problem: { field, text } });
  const [from, until] = [readTimeOfDay(opens), readTimeOfDay(closes)];
  if (!from) return wrong('opens', `Enter when it opens on ${on} as a time, like 9am or 8:30am`);
  if (!until) return wrong('closes', `Enter when it closes on ${on} as a time, like 5pm or 17:30`);
  if (Temporal.PlainTime.compare(from, until) >= 0)
    return wrong('closes', `On ${on} it must close later than it opens`);
  return { hours: { opens: from, closes: until } };
}

/** "Monday to Thursday 9am to 5pm, Friday 9am to 4pm": neighbours with the same hours are told as one. */
export function officeInWords(office: Office): string {
  const stretches: { first: number; last: number; hours: string }[] = [];
  office.forEach((open, weekday) => {
    const hours = hoursInWords(open);
    const last = stretches.at(-1);
    if (last?.hours === hours) last.last = weekday;
    else stretches.push({ first: weekday, last: weekday, hours });
  });
  return stretches
    .filter(({ hours }) => hours !== 'closed')
    .map(({ first, last, hours }) => `${daysInWords(first, last)} ${hours}`)
    .join(', ');
}

const daysInWords = (first: number, last: number): string =>
  first === last
    ? WEEKDAYS[first]!
    : `${WEEKDAYS[first]} ${last === first + 1 ? 'and' : 'to'} ${WEEKDAYS[last]}`;
