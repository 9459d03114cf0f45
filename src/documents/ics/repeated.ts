import { RRuleTemporal } from 'rrule-temporal';
import type { IcsEvent } from './components.ts';
import { type IcsTime, timeOf, timesOf, type ZoneOf } from './times.ts';

const { PlainDate, PlainDateTime, Instant } = Temporal;

/** Days, both counted, between which times are looked for. */
type Between = { from: Temporal.PlainDate; by: Temporal.PlainDate; steps: (more: number) => void };

/** `unreadable`: how it repeats could not be told, so that only its first time is here. */
export type Repeated = { times: IcsTime[]; unreadable: boolean };

/**
 * Every time at which something takes place between two days: by its rule and its own days, without those left out
 * (RFC 5545, 3.8.5). What is by the clock stays at its hour there when clocks are changed, as the rule says.
 */
export function repeatedTimes(event: IcsEvent, first: IcsTime, zones: ZoneOf, between: Between): Repeated {
  const byRule = event.rule ? ruleTimes(event.rule, first, between) : [];
  const own = event.added.flatMap(line => timesOf(line, zones)).filter(one => one !== undefined);
  const left = new Set(event.left.flatMap(line => timesOf(line, zones)).flatMap(keysOf));
  const all = new Map([first, ...(byRule ?? []), ...own].map(time => [keyOf(time), time]));
  const times = [...all.values()].filter(time => !keysOf(time).some(key => left.has(key)));
  return { times, unreadable: byRule === undefined };
}

/** Names one time of something that repeats: its day, or its moment. */
export const keyOf = (time: IcsTime): string =>
  'day' in time ? time.day.toString() : time.instant.toString();

/** A time is left out by its moment, or by its day alone, which some programs write for what has an hour. */
const keysOf = (time: IcsTime | undefined): string[] => {
  if (!time) return [];
  return 'day' in time ? [keyOf(time)] : [keyOf(time), time.wall.toPlainDate().toString()];
};

/** Nothing where the rule is none, or repeats by the hour, which no calendar of promises does. */
function ruleTimes(rule: string, first: IcsTime, { from, by, steps }: Between): IcsTime[] | undefined {
  if (!/(^|;)FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)\b/i.test(rule) || /BY(HOUR|MINUTE|SECOND)=/i.test(rule))
    return undefined;
  steps(stepsOf(rule, dayOf(first), { from, by }));
  const begins = 'day' in first ? first.day.toPlainDateTime() : first.wall;
  try {
    const { plain, isOver } = withoutEnd(rule, first);
    // reckoned where no clock is ever changed: each day keeps its hour, and becomes a moment afterwards
    const walls = new RRuleTemporal({ rruleString: plain, dtstart: begins.toZonedDateTime('UTC') })
      .between(from.toZonedDateTime('UTC'), by.add({ days: 1 }).toZonedDateTime('UTC'), true)
      .map(one => PlainDateTime.from(one.toString().slice(0, 19)));
    return walls.map(wall => like(first, wall)).filter(time => !isOver(time));
  } catch {
    return undefined;
  }
}

const UNITS = { DAILY: 'days', WEEKLY: 'weeks', MONTHLY: 'months', YEARLY: 'years' } as const;
/** How many days of each unit are looked at where a rule names some. */
const DAYS_EACH = { DAILY: 1, WEEKLY: 7, MONTHLY: 31, YEARLY: 366 };

/** How far a rule must be followed: from the beginning where its times are counted, else through the days looked at. */
function stepsOf(rule: string, begins: Temporal.PlainDate, { from, by }: Omit<Between, 'steps'>): number {
  const freq = /FREQ=(\w+)/i.exec(rule)![1]!.toUpperCase() as keyof typeof UNITS;
  const counted = /COUNT=(\d+)/i.exec(rule)?.[1];
  const first = counted || PlainDate.compare(begins, from) > 0 ? begins : from;
  const units = Math.max(first.until(by, { largestUnit: UNITS[freq] })[UNITS[freq]], 0);
  const days = /BY(DAY|MONTHDAY|YEARDAY|WEEKNO)=/i.test(rule) ? Math.ceil(DAYS_EACH[freq] / 7) : 1;
  // a rule that leaves days out may have to be followed to the end before it has given so many
  const picks = /BY(MONTH|MONTHDAY|YEARDAY|WEEKNO|SETPOS)=/i.test(rule);
  return Math.min(units, picks ? units : Number(counted ?? units)) * days;
}

function like(first: IcsTime, wall: Temporal.PlainDateTime): IcsTime {
  if ('day' in first) return { day: wall.toPlainDate() };
  return { wall, instant: first.toInstant(wall), toInstant: first.toInstant };
}

/**
 * The end is a moment, a day or an hour by the clock there, whatever the first time is: programs differ from the standard
 * here, so that it is looked at apart from the rule.
 */
function withoutEnd(rule: string, first: IcsTime): { plain: string; isOver: (time: IcsTime) => boolean } {
  const until = /(?:^|;)UNTIL=([^;]*)/i.exec(rule)?.[1];
  const plain = rule.replace(/(^|;)UNTIL=[^;]*/i, '').replace(/^;/, '');
  // some programs write that it never ends so
  if (until === undefined || /^(2[1-9]|[3-9]\d)\d\d/.test(until)) return { plain, isOver: () => false };
  const end = timeOf(
    until.trim(),
    'day' in first ? wall => wall.toZonedDateTime('UTC').toInstant() : first.toInstant,
  );
  if (!end) throw new RangeError(`The rule ends on no day: ${until}`);
  return { plain, isOver: time => isAfter(time, end) };
}

function isAfter(time: IcsTime, end: IcsTime): boolean {
  if ('instant' in time && 'instant' in end) return Instant.compare(time.instant, end.instant) > 0;
  return PlainDate.compare(dayOf(time), dayOf(end)) > 0;
}

export const dayOf = (time: IcsTime): Temporal.PlainDate =>
  'day' in time ? time.day : time.wall.toPlainDate();
