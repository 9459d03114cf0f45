import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SHIPPED } from '../../../timing/working/bank-holidays.ts';
import type { WorkingCalendar } from '../../../timing/working/working.ts';
import { USUAL_SETTINGS } from '../settings.ts';
import {
  askingRules,
  type DailyFacts,
  dailyMessageOf,
  isMessage,
  isSilent,
  nextMessageOf,
  type OpenRequest,
} from './daily-message.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const at = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/London').toInstant();

const hours = { opens: Temporal.PlainTime.from('09:00'), closes: Temporal.PlainTime.from('17:00') };
const calendar: WorkingCalendar = {
  division: 'england-and-wales',
  office: [hours, hours, hours, hours, hours, undefined, undefined],
  zone: 'Europe/London',
  closed: [],
  holidays: SHIPPED,
};
const rules = askingRules(USUAL_SETTINGS, calendar);

const request = (with_: Partial<OpenRequest> = {}): OpenRequest => ({
  id: 'leaflet',
  by: day('2025-12-19'),
  askedAt: at('2025-12-01T11:00'),
  listedOn: null,
  snoozedUntil: null,
  ...with_,
});
const facts = (requests: OpenRequest[], more: Partial<DailyFacts<OpenRequest, string>> = {}) => ({
  requests,
  told: [],
  tidings: [],
  lastMessage: null,
  ...more,
});

const said = (given: DailyFacts<OpenRequest, string>, when: string) => {
  const found = dailyMessageOf(given, at(when), rules);
  return isMessage(found)
    ? [...found.asked.map(({ request: { id }, why }) => `${id} ${why}`), ...found.told].join(', ')
    : found.none;
};

test('a message goes once a working day, from its hour until the office closes', () => {
  const given = facts([request()]);
  const told = (when: string) => said(given, when);
  assert.deepEqual(
    ['2025-12-02T08:59', '2025-12-02T09:00', '2025-12-02T16:59', '2025-12-02T17:00'].map(told),
    ['too-early', 'leaflet new', 'leaflet new', 'too-late'],
  );
  assert.equal(told('2025-12-06T10:00'), 'not-a-working-day'); // a Saturday
  assert.equal(told('2025-12-25T10:00'), 'not-a-working-day');
  assert.equal(
    said(facts([request()], { lastMessage: day('2025-12-02') }), '2025-12-02T10:00'),
    'already-today',
  );
});

test('what was asked after the hour of the message waits for the next one', () => {
  assert.equal(said(facts([request()]), '2025-12-01T12:00'), 'nothing-asked');
  assert.equal(said(facts([request()]), '2025-12-02T12:00'), 'leaflet new');
});

test('everything that is asked of them stands in it, where something is new or due', () => {
  const waiting = request({ id: 'waiting', listedOn: day('2025-12-02') });
  assert.equal(said(facts([waiting]), '2025-12-03T09:00'), 'nothing-new');
  const fresh = request({ id: 'fresh', by: day('2025-12-12'), askedAt: at('2025-12-02T11:00') });
  assert.equal(said(facts([waiting, fresh]), '2025-12-03T09:00'), 'fresh new, waiting waiting');
});

/** Day by day, noting what stood in a message as the sending does. */
function diary(first: OpenRequest, from: string, to: string): string[] {
  let one = first;
  const lines: string[] = [];
  for (
    let today = day(from);
    Temporal.PlainDate.compare(today, day(to)) <= 0;
    today = today.add({ days: 1 })
  ) {
    const what = said(facts([one]), `${today}T09:00`);
    if (!what.startsWith('leaflet')) continue;
    lines.push(`${today} ${what.replace('leaflet ', '')}`);
    one = { ...one, listedOn: today };
  }
  return lines;
}

test('somebody silent is reminded on working days around Christmas', () => {
  assert.deepEqual(diary(request({ by: day('2025-12-24') }), '2025-12-01', '2026-01-20'), [
    '2025-12-02 new',
    '2025-12-19 soon',
    '2025-12-24 today',
    '2025-12-30 late', // the 25th and 26th are bank holidays
    '2026-01-05 late', // as is the 1st
  ]);
});

test('what is due on a day that is not worked is due on the one before', () => {
  const reminded = diary(request({ by: day('2025-12-28') }), '2025-12-20', '2026-01-02');
  assert.deepEqual(reminded, ['2025-12-22 new', '2025-12-24 today', '2025-12-30 late']);
});

test('put off, a request is silent until its day, and is asked again then', () => {
  const putOff = request({ listedOn: day('2025-12-16'), snoozedUntil: day('2025-12-29') });
  assert.deepEqual(diary(putOff, '2025-12-17', '2026-01-06'), ['2025-12-29 again', '2025-12-30 late']);
});

test('a Sunday that it was put off to is the Monday after', () => {
  const putOff = request({ listedOn: day('2025-12-01'), snoozedUntil: day('2025-12-07') });
  assert.equal(diary(putOff, '2025-12-02', '2025-12-09')[0], '2025-12-08 again');
});

test('whoever is told of another’s silence gets a message for it', () => {
  assert.equal(said(facts([], { told: ['Jo is silent'] }), '2025-12-03T09:00'), 'Jo is silent');
});

test('silence counts from the day it was due, or was asked where that is later', () => {
  const silent = (one: Partial<OpenRequest>, when: string) => isSilent(request(one), day(when), rules);
  assert.equal(silent({ by: day('2025-12-05') }, '2025-12-11'), false);
  assert.equal(silent({ by: day('2025-12-05') }, '2025-12-12'), true);
  assert.equal(silent({ by: day('2025-11-03') }, '2025-12-05'), false); // asked on 1 December
  assert.equal(silent({ by: day('2025-12-05'), snoozedUntil: day('2025-12-15') }, '2025-12-12'), false);
});

test('the next message is told ahead', () => {
  const next = nextMessageOf(
    facts([request({ listedOn: day('2025-12-02') })]),
    at('2025-12-02T12:00'),
    rules,
  );
  assert.equal(next?.at.toString(), '2025-12-16T09:00:00Z');
  assert.equal(nextMessageOf(facts([]), at('2025-12-02T12:00'), rules), undefined);
});

test('an office that opens at ten is not written to at nine', () => {
  const late = { opens: Temporal.PlainTime.from('10:00'), closes: Temporal.PlainTime.from('16:00') };
  const ten = askingRules(USUAL_SETTINGS, { ...calendar, office: calendar.office.map(one => one && late) });
  const found = dailyMessageOf(facts([request()]), at('2025-12-02T09:30'), ten);
  assert.deepEqual(found, { none: 'too-early' });
  assert.ok(isMessage(dailyMessageOf(facts([request()]), at('2025-12-02T10:00'), ten)));
});
