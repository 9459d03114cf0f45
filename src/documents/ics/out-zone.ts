import { localTime } from './out-lines.ts';

/** A change of the clocks: when by the clocks before it, and between which offsets from UTC. */
type Change = { at: Temporal.PlainDateTime; before: string; after: string; name: string };

/** Clocks are told for so many years beyond what is asked for: programs go on by the last rule that they were given. */
const BEYOND = 3;

/**
 * How the clocks of a zone go over some years, as VTIMEZONE (3.6.5), out of the rules of the zone itself. Changes that come
 * at the same place in each year are told as a rule, which more programs follow than single dates; others each by its date.
 */
export function zoneLines(zone: string, years: { first: number; last: number }): string[] {
  const changes = changesOf(zone, years);
  const groups = Map.groupBy(
    changes,
    ({ before, after, name, at }) => `${before} ${after} ${name} ${placeIn(at)}`,
  );
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${zone}`,
    ...(changes.length ? [...groups.values()].flatMap(observance) : standing(zone)),
    'END:VTIMEZONE',
  ];
}

function changesOf(zone: string, { first, last }: { first: number; last: number }): Change[] {
  const changes: Change[] = [];
  const begin = new Temporal.PlainDate(first, 1, 1).toZonedDateTime(zone);
  let next = begin.getTimeZoneTransition('previous') ?? begin.getTimeZoneTransition('next');
  while (next && next.year <= last + BEYOND) {
    changes.push(changeAt(next));
    next = next.getTimeZoneTransition('next');
  }
  return changes;
}

function changeAt(after: Temporal.ZonedDateTime): Change {
  const before = after.subtract({ seconds: 1 });
  return {
    at: before.toPlainDateTime().add({ seconds: 1 }),
    before: offset(before),
    after: offset(after),
    name: nameOf(after),
  };
}

/** "+0100" */
const offset = (at: Temporal.ZonedDateTime): string => at.offset.replaceAll(':', '');

const nameOf = (at: Temporal.ZonedDateTime): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: at.timeZoneId, timeZoneName: 'short' })
    .formatToParts(at.epochMilliseconds)
    .find(({ type }) => type === 'timeZoneName')?.value ?? at.offset;

/** The month, the time and the weekday counted from whichever end of the month it is nearer to. */
const placeIn = (at: Temporal.PlainDateTime): string => `${at.month} ${weekdayIn(at)} ${at.toPlainTime()}`;

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** "-1SU" of the last Sunday, "2SU" of the second. */
function weekdayIn(at: Temporal.PlainDateTime): string {
  const count = at.day + 7 > at.daysInMonth ? -1 : Math.ceil(at.day / 7);
  return `${count}${WEEKDAYS[at.dayOfWeek - 1]}`;
}

function observance(changes: Change[]): string[] {
  const [first] = changes as [Change];
  const kind = first.after > first.before ? 'DAYLIGHT' : 'STANDARD';
  return [
    `BEGIN:${kind}`,
    `DTSTART:${localTime(first.at)}`,
    ...again(changes),
    `TZOFFSETFROM:${first.before}`,
    `TZOFFSETTO:${first.after}`,
    `TZNAME:${first.name}`,
    `END:${kind}`,
  ];
}

function again(changes: Change[]): string[] {
  const [first, ...others] = changes as [Change, ...Change[]];
  if (!others.length) return [];
  const everyYear = others.every(({ at }, index) => at.year === first.at.year + index + 1);
  if (everyYear) return [`RRULE:FREQ=YEARLY;BYMONTH=${first.at.month};BYDAY=${weekdayIn(first.at)}`];
  return [`RDATE:${others.map(({ at }) => localTime(at)).join(',')}`];
}

/** Of a zone whose clocks are never changed. */
function standing(zone: string): string[] {
  const here = Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
  const change = { before: offset(here), after: offset(here), name: nameOf(here) };
  return observance([{ at: Temporal.PlainDateTime.from('1970-01-01T00:00'), ...change }]);
}
