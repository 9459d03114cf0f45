import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { type IcsCalendar, type IcsEvent, type IcsTask, writeIcs } from './out.ts';
import { folded } from './out-lines.ts';

const SAID = { uid: 'one', sequence: 2, changed: Temporal.Instant.from('2025-04-08T09:00:00Z') };
const event = (on: IcsEvent['on'], more: Partial<IcsEvent> = {}): IcsEvent => ({
  ...{ ...SAID, kind: 'event', summary: 'Ward panel', on },
  ...more,
});
const task = (more: Partial<IcsTask> = {}): IcsTask => ({
  ...{ ...SAID, kind: 'task', summary: 'Street briefing', due: Temporal.PlainDate.from('2025-06-30') },
  ...more,
});

const written = (items: IcsCalendar['items'], zone = 'Europe/London'): string =>
  Buffer.from(writeIcs({ name: 'Promises of Ashmere', zone, items })).toString();
const read = (items: IcsCalendar['items'], zone?: string) =>
  new ICAL.Component(ICAL.parse(written(items, zone)));
const day = Temporal.PlainDate.from('2025-04-08');

test('a day is whole, nobody is shown as busy, and a list of categories stays one', () => {
  const found = read([
    event(day, { categories: ['Panels, wards', 'Ashmere'], url: 'https://x.example/a?b=1;c' }),
  ]);
  const [one] = found.getAllSubcomponents('vevent');
  const { startDate, endDate, summary, uid, sequence } = new ICAL.Event(one!);
  assert.deepEqual([`${startDate}`, `${endDate}`, startDate.isDate], ['2025-04-08', '2025-04-09', true]);
  assert.deepEqual([summary, uid, sequence], ['Ward panel', 'one', 2]);
  assert.equal(one!.getFirstPropertyValue('transp'), 'TRANSPARENT');
  assert.equal(one!.getFirstPropertyValue('status'), 'CONFIRMED');
  assert.equal(one!.getFirstPropertyValue('url'), 'https://x.example/a?b=1;c');
  assert.deepEqual(one!.getFirstProperty('categories')!.getValues(), ['Panels, wards', 'Ashmere']);
  assert.equal(found.getFirstPropertyValue('x-wr-calname'), 'Promises of Ashmere');
  assert.equal(found.getAllSubcomponents('vtimezone').length, 0);
});

test('what is to be done within a window is a task with its first and last day, and says when it was done', () => {
  const from = Temporal.PlainDate.from('2025-04-01');
  const done = Temporal.Instant.from('2025-05-01T10:00:00Z');
  const [open, over, moment] = read([
    task({ from }),
    task({ from: Temporal.PlainDate.from('2025-06-30'), done }),
    task({ from, due: Temporal.Instant.from('2025-10-26T00:30:00Z'), cancelled: true }),
  ]).getAllSubcomponents('vtodo');
  const of = (one: ICAL.Component | undefined, name: string) => one!.getFirstPropertyValue(name)?.toString();
  assert.deepEqual(
    [of(open, 'dtstart'), of(open, 'due'), of(open, 'status')],
    ['2025-04-01', '2025-06-30', 'NEEDS-ACTION'],
  );
  assert.deepEqual(
    [of(over, 'dtstart'), of(over, 'status'), of(over, 'completed')],
    [undefined, 'COMPLETED', '2025-05-01T10:00:00Z'],
  );
  assert.deepEqual(
    [of(moment, 'dtstart'), of(moment, 'due'), of(moment, 'status')],
    [undefined, '2025-10-26T00:30:00Z', 'CANCELLED'],
  );
});

const ZONES = [
  'Europe/London',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'Africa/Casablanca',
  'UTC',
];

for (const zone of ZONES)
  test(`times of day are the same moments for a program that knows of ${zone} only what the file says`, () => {
    const times = Array.from({ length: 12 * 7 * 3 }, (_, at) =>
      Temporal.PlainDateTime.from('2024-01-03T18:30').add({ days: at * 4 }),
    );
    const found = read(
      times.map((on, at) => event(on, { uid: String(at) })),
      zone,
    );
    const told = new ICAL.Timezone(found.getFirstSubcomponent('vtimezone')!);
    for (const [at, one] of found.getAllSubcomponents('vevent').entries()) {
      const start = new ICAL.Event(one).startDate;
      start.zone = told;
      const expected = times[at]!.toZonedDateTime(zone).epochMilliseconds / 1000;
      assert.equal(start.toUnixTime(), expected, `${times[at]} in ${zone}`);
    }
  });

test('the clocks of London are told by the rule of the zone', () => {
  const text = written([event(Temporal.PlainDateTime.from('2025-04-08T19:00'))]);
  assert.match(
    text,
    /BEGIN:DAYLIGHT\r\nDTSTART:\d{8}T010000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nTZOFFSETFROM:\+0000\r\nTZOFFSETTO:\+0100\r\nTZNAME:BST\r\nEND:DAYLIGHT/,
  );
  assert.match(text, /BEGIN:STANDARD\r\nDTSTART:\d{8}T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n/);
  assert.match(text, /DTSTART;TZID=Europe\/London:20250408T190000\r\n/);
});

const anyWords = fc.string({ unit: 'binary', maxLength: 300 });

test('any words come back as they were, in lines of 75 octets at most that cut no character', () => {
  fc.assert(
    fc.property(anyWords, anyWords, (summary, description) => {
      const text = written([event(day, { summary, description: `.${description}` })]);
      for (const line of text.split('\r\n')) {
        assert.ok(Buffer.byteLength(line) <= 75, line);
      }
      const [one] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
      const plain = (words: string) =>
        words
          .toWellFormed()
          .replaceAll(/\r\n?/g, '\n')
          .replaceAll(/(?![\n\t])\p{Cc}/gu, '');
      assert.equal(one!.getFirstPropertyValue('summary'), plain(summary));
      assert.equal(one!.getFirstPropertyValue('description'), plain(`.${description}`));
    }),
    { numRuns: 300 },
  );
});

test('folding gives the words back when the folds are taken out', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), line => {
      assert.equal(folded(line).replaceAll('\r\n ', ''), line);
    }),
    { numRuns: 300 },
  );
});
