import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Unreadable } from '../unreadable.ts';
import { isIcs } from './is-ics.ts';
import { readIcs } from './read.ts';

const bytes = (...lines: string[]) => new TextEncoder().encode(`${lines.join('\r\n')}\r\n`);
const asked = (zone: string) => ({
  zone,
  from: Temporal.PlainDate.from('2026-01-01'),
  by: Temporal.PlainDate.from('2028-12-31'),
});

const read = (file: Uint8Array, zone = 'Europe/London') => readIcs(file, asked(zone));

/** "2026-10-14 19:00 Full council", with both days where there are two, and a cross where it was cancelled. */
const shown = (file: Uint8Array, zone?: string) =>
  read(file, zone).entries.map(({ from, by, at, title, cancelled }) =>
    [from.equals(by) ? `${from}` : `${from}..${by}`, at, title, cancelled ? 'x' : '']
      .filter(Boolean)
      .join(' '),
  );

const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'];
const calendar = (...lines: string[]) =>
  bytes('BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//EN', ...lines, 'END:VCALENDAR');

const OUTLOOK_ZONE = [
  'BEGIN:VTIMEZONE',
  'TZID:Ashmere Time',
  'BEGIN:STANDARD',
  'DTSTART:16011028T020000',
  'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:-0000',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:16010325T010000',
  'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3',
  'TZOFFSETFROM:-0000',
  'TZOFFSETTO:+0100',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
];

test('Outlook: a zone by a name of its own, folded words, an alarm inside, one time left out', () => {
  const file = calendar(
    'METHOD:PUBLISH',
    'X-WR-CALNAME:Meetings of Ashmere',
    ...OUTLOOK_ZONE,
    ...event(
      'CLASS:PUBLIC',
      'DTSTART;TZID="Ashmere Time":20260909T190000',
      'DTEND;TZID="Ashmere Time":20260909T210000',
      'RRULE:FREQ=MONTHLY;COUNT=4;BYDAY=2WE',
      'EXDATE;TZID="Ashmere Time":20261111T190000',
      'SUMMARY;LANGUAGE=en-gb:Full council\\, with ques',
      ' tions',
      'UID:040000008200E00074C5B7101A82E008',
      'BEGIN:VALARM',
      'TRIGGER:-PT15M',
      'SUMMARY:Reminder',
      'END:VALARM',
    ),
  );
  assert.equal(read(file).name, 'Meetings of Ashmere');
  assert.deepEqual(shown(file), [
    '2026-09-09 19:00 Full council, with questions',
    '2026-10-14 19:00 Full council, with questions',
    '2026-12-09 19:00 Full council, with questions',
  ]);
});

test('Google: times elsewhere are told by our own clock, moved and cancelled ones keep who they are', () => {
  const file = calendar(
    ...event(
      'UID:talk@google.com',
      'DTSTART;TZID=America/New_York:20261014T190000',
      'DTEND;TZID=America/New_York:20261014T200000',
      'RRULE:FREQ=WEEKLY;UNTIL=20261112T000000Z',
      'RDATE;TZID=America/New_York:20261220T190000',
      'EXDATE;TZID=America/New_York:20261021T190000',
      'SUMMARY:Talk',
    ),
    ...event(
      'UID:talk@google.com',
      'RECURRENCE-ID:20261105T000000Z',
      'DTSTART;TZID=America/New_York:20261105T120000',
      'SUMMARY:Talk at noon',
    ),
    ...event(
      'UID:talk@google.com',
      'RECURRENCE-ID;TZID=America/New_York:20261111T190000',
      'DTSTART;TZID=America/New_York:20261111T190000',
      'STATUS:CANCELLED',
      'SUMMARY:Talk',
    ),
  );
  assert.deepEqual(
    read(file).entries.map(({ uid, from, at, cancelled }) => [uid, `${from} ${at}`, cancelled]),
    [
      ['talk@google.com#2026-10-14', '2026-10-15 00:00', false],
      ['talk@google.com#2026-10-28', '2026-10-28 23:00', false], // their clocks change a week after ours
      ['talk@google.com#2026-11-04', '2026-11-05 17:00', false],
      ['talk@google.com#2026-11-11', '2026-11-12 00:00', true],
      ['talk@google.com#2026-12-20', '2026-12-21 00:00', false],
    ],
  );
});

test('Apple: whole days end the day before they say, a duration, a zone with a path before it', () => {
  const file = calendar(
    ...event(
      'UID:1',
      'DTSTART;VALUE=DATE:20261221',
      'DTEND;VALUE=DATE:20270105',
      'SUMMARY:Christmas holidays',
    ),
    ...event('UID:2', 'DTSTART;VALUE=DATE:20261225', 'SUMMARY:Christmas Day'),
    ...event(
      'UID:3',
      'DTSTART;TZID=/apple.com/20/Europe/Paris:20261014T000000',
      'DURATION:PT24H',
      'SUMMARY:Fair',
    ),
    ...event('UID:4', 'DTSTART:20260301T193000Z', 'DTEND:20260302T000000Z', 'SUMMARY:Late'),
    ...event('UID:5', 'DTSTART:20260629T093000', 'SUMMARY:By our own clock'),
  );
  assert.deepEqual(shown(file), [
    '2026-03-01 19:30 Late',
    '2026-06-29 09:30 By our own clock',
    '2026-10-13..2026-10-14 23:00 Fair',
    '2026-12-21..2027-01-04 Christmas holidays',
    '2026-12-25 Christmas Day',
  ]);
});

test('an hour stays an hour there on both sides of a change of clocks, and becomes the right hour here', () => {
  const weekly = calendar(
    ...OUTLOOK_ZONE,
    ...event(
      'UID:1',
      'DTSTART;TZID=Ashmere Time:20260321T013000',
      'RRULE:FREQ=WEEKLY;COUNT=3',
      'SUMMARY:March',
    ),
    ...event(
      'UID:2',
      'DTSTART;TZID=Europe/London:20261017T013000',
      'RRULE:FREQ=WEEKLY;COUNT=3',
      'SUMMARY:October',
    ),
  );
  assert.deepEqual(shown(weekly), [
    '2026-03-21 01:30 March',
    '2026-03-28 01:30 March',
    '2026-04-04 01:30 March',
    '2026-10-17 01:30 October',
    '2026-10-24 01:30 October',
    '2026-10-31 01:30 October',
  ]);
  assert.deepEqual(shown(weekly, 'Australia/Sydney').slice(0, 3), [
    '2026-03-21 12:30 March',
    '2026-03-28 12:30 March',
    '2026-04-04 11:30 March', // summer has begun in London, and has not ended in Sydney
  ]);
});

test('an hour that is skipped in March is the next, and one that comes twice in October is the first', () => {
  const file = calendar(
    ...event('UID:1', 'DTSTART;TZID=Europe/London:20260329T013000', 'SUMMARY:Skipped'),
    ...event('UID:2', 'DTSTART;TZID=Europe/London:20261025T013000', 'SUMMARY:Twice'),
  );
  assert.deepEqual(shown(file), ['2026-03-29 02:30 Skipped', '2026-10-25 01:30 Twice']);
  assert.deepEqual(shown(file, 'UTC'), ['2026-03-29 01:30 Skipped', '2026-10-25 00:30 Twice']);
});

test('the whole series moved to another hour is the same series', () => {
  const at = (hour: string) =>
    read(
      calendar(
        ...event(
          'UID:c',
          `DTSTART;TZID=Europe/London:20261014T${hour}0000`,
          'RRULE:FREQ=WEEKLY;COUNT=3',
          'SUMMARY:C',
        ),
      ),
    ).entries.map(({ uid }) => uid);
  assert.deepEqual(at('19'), at('18'));
  assert.equal(at('19')[2], 'c#2026-10-28');
});

test('a series that ends in the year 9999 never ends', () => {
  const file = calendar(
    ...event('UID:1', 'DTSTART;VALUE=DATE:20280905', 'RRULE:FREQ=MONTHLY;UNTIL=99991231', 'SUMMARY:A'),
  );
  assert.equal(shown(file).length, 4);
});

test('of two editions of one entry the later counts', () => {
  const file = calendar(
    ...event('UID:1', 'SEQUENCE:2', 'DTSTART;VALUE=DATE:20260105', 'SUMMARY:New'),
    ...event('UID:1', 'SEQUENCE:1', 'DTSTART;VALUE=DATE:20260104', 'SUMMARY:Old'),
  );
  assert.deepEqual(shown(file), ['2026-01-05 New']);
});

test('a file that takes everything back cancels it', () => {
  const file = calendar('METHOD:CANCEL', ...event('UID:1', 'DTSTART;VALUE=DATE:20260105', 'SUMMARY:Panel'));
  assert.deepEqual(shown(file), ['2026-01-05 Panel x']);
});

test('Exchange: a zone with a colon in its name and no quotes', () => {
  const zone = '(UTC+00:00) Dublin, Edinburgh, Lisbon, London';
  assert.deepEqual(
    shown(calendar(...event('UID:1', `DTSTART;TZID=${zone}:20260629T093000`, 'SUMMARY:Panel'))),
    ['2026-06-29 09:30 Panel'],
  );
});

test('what cannot be told is passed over and said, never guessed', () => {
  const { entries, told } = read(
    calendar(
      ...event('UID:1', 'DTSTART;VALUE=DATE:20261301', 'SUMMARY:The 13th month'),
      ...event('UID:2', 'SUMMARY:No day'),
      ...event('UID:3', 'DTSTART;VALUE=DATE:20260105'),
      ...event('UID:4', 'DTSTART;VALUE=DATE:20260105', 'CLASS:PRIVATE', 'SUMMARY:Dentist'),
      ...event('UID:5', 'DTSTART;TZID=Narnia:20260105T100000', 'SUMMARY:Lamp post'),
      ...event('UID:6', 'DTSTART;VALUE=DATE:19990105', 'SUMMARY:Long ago'),
      ...event('UID:7', 'DTSTART:20260105T100000Z', 'RRULE:FREQ=HOURLY', 'SUMMARY:Bells'),
      ...event(
        'UID:8',
        'DTSTART:20260106T100000Z',
        'RRULE:FREQ=DAILY;COUNT=99999999;INTERVAL=0',
        'SUMMARY:Odd',
      ),
      ...event('UID:9', 'DTSTART;VALUE=DATE:20260105', 'DTEND;VALUE=DATE:20280105', 'SUMMARY:Two years'),
    ),
  );
  assert.deepEqual(
    entries.map(({ title }) => title),
    ['Bells', 'Odd'],
  );
  assert.deepEqual(told, [
    '2 entries without a day that can be read',
    'one entry without a title',
    'one entry that is marked private',
    'one entry in a time zone that the file does not describe',
    'one date too long ago or too far ahead',
    'how 2 entries repeat, of which only the first date is here',
    'one entry of more than a year',
  ]);
});

test('old line ends, blank lines, no identities and a missing end are read', () => {
  const text =
    'BEGIN:VCALENDAR\n\nBEGIN:VEVENT\nDTSTART:20260105\nSUMMARY:A\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART:20260106\nSUMMARY:B\n';
  const file = new TextEncoder().encode(text);
  assert.deepEqual(shown(file), ['2026-01-05 A', '2026-01-06 B']);
  assert.deepEqual(shown(new TextEncoder().encode(text.replaceAll('\n', '\r'))), [
    '2026-01-05 A',
    '2026-01-06 B',
  ]);
  assert.equal(new Set(read(file).entries.map(({ uid }) => uid)).size, 2);
});

test('what is no calendar, and what is far too much of one, is refused with what to do', () => {
  const refused = (file: Uint8Array) => {
    assert.throws(
      () => read(file),
      fault => fault instanceof Unreadable && /upload that\.$/.test(fault.message),
    );
  };
  refused(new TextEncoder().encode('Title,Date\nA,1'));
  refused(Uint8Array.from({ length: 900 }, (_, at) => at % 6));
  const many = (n: number, ...more: string[]) =>
    calendar(
      ...Array.from({ length: n }, (_, at) =>
        event(`UID:${at}`, 'DTSTART:20260105T100000Z', 'SUMMARY:A', ...more),
      ).flat(),
    );
  refused(many(5_001));
  refused(many(251, 'RRULE:FREQ=YEARLY'));
  refused(many(3, 'RRULE:FREQ=DAILY'));
  refused(many(250, 'RRULE:FREQ=DAILY;COUNT=5;BYMONTH=2;BYMONTHDAY=30'));
  refused(many(1, `EXDATE:${Array(20_001).fill('20260105').join()}`));
  refused(new TextEncoder().encode(`BEGIN:VCALENDAR\n${'\n'.repeat(100_001)}END:VCALENDAR`));
});

test('a calendar says so itself, whatever its name', () => {
  assert.ok(isIcs(bytes('BEGIN:VCALENDAR')));
  assert.ok(isIcs(new TextEncoder().encode('\uFEFFbegin:vcalendar\n')));
  assert.ok(!isIcs(bytes('Title,First day', 'BEGIN:VCALENDAR,x')));
});
