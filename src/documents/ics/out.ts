import { date, folded, localTime, text, utc } from './out-lines.ts';
import { zoneLines } from './out-zone.ts';

type Said = {
  /** The same for ever, whatever becomes of it: by it a program knows what it has already. */
  uid: string;
  /** Goes up with every change. */
  sequence: number;
  changed: Temporal.Instant;
  summary: string;
  description?: string;
  url?: string;
  categories?: readonly string[];
  cancelled?: boolean;
};

/** Something on a day, or at a time on the calendar's own clocks; it takes nobody's time (not shown as busy). */
export type IcsEvent = Said & { kind: 'event'; on: Temporal.PlainDate | Temporal.PlainDateTime };

/** Something to do by a day or a moment, from a day on; `done`: when it was. */
export type IcsTask = Said & {
  kind: 'task';
  from?: Temporal.PlainDate;
  due: Temporal.PlainDate | Temporal.Instant;
  done?: Temporal.Instant;
};

export type IcsCalendar = {
  name: string;
  /** By whose clocks times of day are told: "Europe/London". */
  zone: string;
  items: readonly (IcsEvent | IcsTask)[];
};

/** How often a program should ask again. */
const AGAIN = 'PT1H';

/** A calendar as a file that calendar programs read (RFC 5545, RFC 7986). Dates are given one by one, never by a rule. */
export function writeIcs({ name, zone, items }: IcsCalendar): Uint8Array {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Commsgrid//Commsgrid//EN',
    'CALSCALE:GREGORIAN',
    `NAME:${text(name)}`,
    `X-WR-CALNAME:${text(name)}`,
    `X-WR-TIMEZONE:${zone}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${AGAIN}`,
    `X-PUBLISHED-TTL:${AGAIN}`,
    ...zoneOf(items, zone),
    ...items.flatMap(item => (item.kind === 'event' ? eventLines(item, zone) : taskLines(item))),
    'END:VCALENDAR',
  ];
  return Buffer.from(`${lines.map(folded).join('\r\n')}\r\n`);
}

const isTimed = (on: IcsEvent['on']): on is Temporal.PlainDateTime => on instanceof Temporal.PlainDateTime;

/** A time that the clocks leave out in spring is the one that they show instead. */
const shown = (on: Temporal.PlainDateTime, zone: string): Temporal.PlainDateTime =>
  on.toZonedDateTime(zone).toPlainDateTime();

/** Only where a time is told by its clocks. */
function zoneOf(items: IcsCalendar['items'], zone: string): string[] {
  let [first, last] = [Infinity, -Infinity];
  for (const item of items)
    if (item.kind === 'event' && isTimed(item.on)) {
      first = Math.min(first, item.on.year);
      last = Math.max(last, item.on.year);
    }
  return last >= first ? zoneLines(zone, { first, last }) : [];
}

function eventLines(event: IcsEvent, zone: string): string[] {
  const { on, cancelled } = event;
  const days = (day: Temporal.PlainDate) => [
    `DTSTART;VALUE=DATE:${date(day)}`,
    `DTEND;VALUE=DATE:${date(day.add({ days: 1 }))}`,
  ];
  return [
    'BEGIN:VEVENT',
    ...saidLines(event),
    ...(isTimed(on) ? [`DTSTART;TZID=${zone}:${localTime(shown(on, zone))}`] : days(on)),
    'TRANSP:TRANSPARENT',
    'X-MICROSOFT-CDO-BUSYSTATUS:FREE',
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
  ];
}

function taskLines(task: IcsTask): string[] {
  const { due, from, done, cancelled } = task;
  const byDay = due instanceof Temporal.PlainDate;
  // where both are told they are of one kind, and the first is before the other (3.8.2.3)
  const begins = from && byDay && Temporal.PlainDate.compare(from, due) < 0;
  return [
    'BEGIN:VTODO',
    ...saidLines(task),
    ...(begins ? [`DTSTART;VALUE=DATE:${date(from)}`] : []),
    byDay ? `DUE;VALUE=DATE:${date(due)}` : `DUE:${utc(due)}`,
    ...(done ? [`COMPLETED:${utc(done)}`, 'PERCENT-COMPLETE:100'] : []),
    `STATUS:${cancelled ? 'CANCELLED' : done ? 'COMPLETED' : 'NEEDS-ACTION'}`,
    'END:VTODO',
  ];
}

/** Without a METHOD, the stamp is when what is told was last changed (3.8.7.2). */
function saidLines({ uid, sequence, changed, summary, description, url, categories = [] }: Said): string[] {
  return [
    `UID:${text(uid)}`,
    `DTSTAMP:${utc(changed)}`,
    `LAST-MODIFIED:${utc(changed)}`,
    `SEQUENCE:${sequence}`,
    `SUMMARY:${text(summary)}`,
    ...(description ? [`DESCRIPTION:${text(description)}`] : []),
    ...(url ? [`URL:${url}`] : []),
    ...(categories.length ? [`CATEGORIES:${categories.map(text).join(',')}`] : []),
  ];
}
