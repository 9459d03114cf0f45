import { RRuleTemporal } from 'rrule-temporal';
import type { IcsEvent } from './components.ts';
import { type IcsTime, timeOf, timesOf, type ZoneOf } from './times.ts';

const { PlainDate, PlainDateTime, Instant } = Temporal;

/** Days, both counted, between which times are looked for. */
type Between = { from: Temporal.PlainDate; by: Temporal.PlainDate };

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
function ruleTimes(rule: string, first: IcsTime, { from, by }: Between): IcsTime[] | undefined {
  if (!/(^|;)FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)\b/i.test(rule) || /BY(HOUR|MINUTE|SECOND)=/i.test(rule))
    return undefined;
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
  if (until === undefined || /^(2[2-9]|[3-9]\d)\d\d/.test(until)) return { plain, isOver: () => false };
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
