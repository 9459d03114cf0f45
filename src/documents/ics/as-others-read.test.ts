import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { madeDays, madeRules } from '../../../tests/support/made-rules.ts';
import { Unreadable } from '../unreadable.ts';
import type { IcsAsked } from './entry.ts';
import { readIcs } from './read.ts';

const { PlainDate, PlainDateTime } = Temporal;

const ZONES = ['Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata'] as const;
const zones = fc.constantFrom(...ZONES);
/** Hours that clocks skip, double and leave alone. */
const hours = fc.constantFrom('003000', '013000', '023000', '093000', '190000', '234500');
const SPAN = { from: PlainDate.from('2023-12-01'), by: PlainDate.from('2028-06-30') };

const made = fc.record({
  rule: madeRules.filter(rule => !/FREQ=DAILY|FREQ=YEARLY(?!.*BYDAY)/.test(rule)),
  count: fc.integer({ min: 1, max: 40 }),
  day: madeDays,
  hour: fc.option(hours, { nil: undefined }),
  there: zones,
  here: zones,
  left: fc.integer({ min: 0, max: 5 }),
});
type Made = typeof made extends fc.Arbitrary<infer T> ? T : never;

const plain = (day: string): string => day.replaceAll('-', '');

/** A file with one series; one of its days is left out, where it has so many. */
function fileOf({ rule, count, day, hour, there, left }: Made, first: string): string {
  const at = (date: string) =>
    hour ? `;TZID=${there}:${plain(date)}T${hour}` : `;VALUE=DATE:${plain(date)}`;
  const out = day.add({ weeks: left }).toString();
  return [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', 'UID:1', 'SUMMARY:Panel', `DTSTART${at(first)}`],
    ...[`RRULE:${rule};COUNT=${count}`, `EXDATE${at(out)}`, 'END:VEVENT', 'END:VCALENDAR'],
  ].join('\r\n');
}

/** The days and hours here that another reader finds, the zones being reckoned by the platform. */
function byIcal(text: string, { hour, there, here }: Made): string[] {
  const event = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent')!;
  const iterator = new ICAL.Event(event).iterator();
  const found: string[] = [];
  for (let next = iterator.next(); next; next = iterator.next()) {
    const wall = PlainDateTime.from(next.toString());
    const then = hour ? wall.toZonedDateTime(there).withTimeZone(here).toPlainDateTime() : wall;
    if (PlainDate.compare(then, SPAN.from) >= 0 && PlainDate.compare(then, SPAN.by) <= 0)
      found.push(then.toString({ smallestUnit: 'minute' }).slice(0, hour ? undefined : 10));
  }
  return found.sort();
}

const ours = (text: string, asked: IcsAsked): string[] =>
  readIcs(new TextEncoder().encode(text), asked)
    .entries.map(({ from, at }) => (at ? `${from}T${at}` : `${from}`))
    .sort();

test('series of every form, at every hour and place, fall on the days and hours here that another reader finds', () => {
  fc.assert(
    fc.property(made, one => {
      const begins = firstOf(one);
      if (!begins) return;
      const text = fileOf(one, begins);
      assert.deepEqual(ours(text, { zone: one.here, ...SPAN }), byIcal(text, one), text);
    }),
    { numRuns: 120 },
  );
});

/** The other reader takes the first day for one of the rule whatever the rule says: it is given one that is. */
function firstOf({ rule, day }: Made): string | undefined {
  const iterator = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateString(day.toString()));
  iterator.next();
  return iterator.next()?.toString();
}

test('whatever stands in a file, it is read or refused with what to do', () => {
  const lines = fc.constantFrom(
    ...['BEGIN:VCALENDAR', 'END:VCALENDAR', 'BEGIN:VEVENT', 'END:VEVENT', 'BEGIN:VTIMEZONE', 'END:VTIMEZONE'],
    ...[
      'TZID:X',
      'BEGIN:STANDARD',
      'END:STANDARD',
      'TZOFFSETFROM:+2500',
      'TZOFFSETTO:-0000',
      'UID:1',
      'SUMMARY:A',
    ],
    ...[
      'DTSTART:20260105',
      'DTSTART;TZID=X:20260105T250000',
      'DTSTART;TZID=X:20260105T100000',
      'DTEND:19000101',
    ],
    ...[
      'DURATION:-P1D',
      'DURATION:P9999999999D',
      'RRULE:FREQ=WEEKLY;INTERVAL=-1',
      'RRULE:FREQ=YEARLY;UNTIL=soon',
    ],
    ...[
      'RRULE:FREQ=MONTHLY;BYDAY=99MO',
      'RDATE:20260105/PT1H,x',
      'EXDATE:',
      'RECURRENCE-ID:20260105',
      'STATUS:CANCELLED',
    ],
    ...[
      'SEQUENCE:NaN',
      'DTSTART;VALUE=DATE:99991231',
      'DTSTART;VALUE=DATE:00000101',
      ' folded',
      ':',
      ';=',
      'X',
    ],
  );
  const asked = { zone: 'Europe/London', ...SPAN };
  fc.assert(
    fc.property(fc.array(fc.oneof({ weight: 9, arbitrary: lines }, fc.string()), { maxLength: 30 }), some => {
      const text = ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', ...some].join('\r\n');
      try {
        readIcs(new TextEncoder().encode(text), asked);
      } catch (fault) {
        assert.ok(fault instanceof Unreadable, String(fault));
        assert.equal(fault.cause, undefined, text);
      }
    }),
    { numRuns: 500 },
  );
});
