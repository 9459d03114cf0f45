import type { ContentLine } from './lines.ts';

const { PlainDate, PlainDateTime, Duration } = Temporal;

/** A time as a file writes it: a whole day, or a moment by the clock of some place. */
export type IcsTime =
  | { day: Temporal.PlainDate }
  | { wall: Temporal.PlainDateTime; instant: Temporal.Instant; toInstant: ToInstant };

export type ToInstant = (wall: Temporal.PlainDateTime) => Temporal.Instant;

/** What the clock of a zone shows, by the name that a file gives it; by our own where it gives none ("floating"). */
export type ZoneOf = (tzid: string | undefined) => ToInstant | undefined;

const DAY = /^(\d{4})(\d\d)(\d\d)$/;
const MOMENT = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)?(Z?)$/;

/** Every time of a line; of a period, when it begins. Nothing for what is no real day, or in a zone that nobody knows. */
export function timesOf({ parameters, value }: ContentLine, zones: ZoneOf): (IcsTime | undefined)[] {
  const zone = zones(parameters.get('TZID'));
  return value.split(',').map(one => timeOf(one.split('/')[0]!.trim(), zone));
}

export const firstTimeOf = (line: ContentLine | undefined, zones: ZoneOf): IcsTime | undefined =>
  line && timesOf(line, zones)[0];

/** @param zone by whose clock it is where it does not say that it is universal time */
export function timeOf(text: string, zone: ToInstant | undefined): IcsTime | undefined {
  try {
    const [, year, month, day] = DAY.exec(text) ?? [];
    if (year) return isOurs(Number(year)) ? { day: PlainDate.from(`${year}-${month}-${day}`) } : undefined;
    const moment = MOMENT.exec(text);
    const toInstant = moment?.[7] ? UNIVERSAL : zone;
    if (!moment || !toInstant) return undefined;
    const [, y, mo, d, h, mi, s = '00'] = moment;
    const wall = PlainDateTime.from(`${y}-${mo}-${d}T${h}:${mi}:${s}`);
    return !isOurs(wall.year) ? undefined : { wall, instant: toInstant(wall), toInstant };
  } catch {
    return undefined; // the 13th month, 25 o'clock
  }
}

/** Before and after that, nobody planned anything that somebody here has yet to do. */
const isOurs = (year: number): boolean => year >= 1900 && year <= 2100;

export const UNIVERSAL: ToInstant = wall => wall.toZonedDateTime('UTC').toInstant();

/** How many seconds something takes, as a file writes it ("PT1H30M", "P1W"), days being of 24 hours. */
export function secondsIn(text: string | undefined): number | undefined {
  try {
    const length = text === undefined ? undefined : Duration.from(text.trim().toUpperCase());
    const seconds = length?.total({ unit: 'seconds', relativeTo: DAYS_OF_24_HOURS });
    return seconds === undefined || seconds < 0 ? undefined : seconds;
  } catch {
    return undefined; // no length at all, or one that leads out of every calendar
  }
}

const DAYS_OF_24_HOURS = PlainDate.from('2025-01-01');
