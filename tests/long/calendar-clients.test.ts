import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { type IcsEvent, writeIcs } from '../../src/documents/ics/out.ts';
import { calendarClients, isThere } from '../support/calendar-clients.ts';

const skip =
  !(isThere('khal') && isThere('calcurse')) &&
  'This machine has no calendar programs (Debian: apt-get install khal calcurse).';
const clients = calendarClients('Europe/London');
after(() => clients.close());

const changed = Temporal.Instant.from('2026-01-05T09:00:00Z');
const event = (uid: string, on: string, summary: string, more: Partial<IcsEvent> = {}): IcsEvent => ({
  ...{ kind: 'event', uid, sequence: 0, changed, summary },
  on: on.includes('T') ? Temporal.PlainDateTime.from(on) : Temporal.PlainDate.from(on),
  ...more,
});
const written = (items: Parameters<typeof writeIcs>[0]['items'], zone = 'Europe/London') =>
  writeIcs({ name: 'Promises of Ashmere', zone, items });

const LONG = `Ward panel, Northfield; ${'“what was promised” '.repeat(8)}🎪 end`;

test('events stand on their days and at their times, before and after the clocks change', { skip }, () => {
  clients.takeIn(
    written([
      event('winter', '2026-03-28T19:00', 'Winter panel'),
      event('summer', '2026-03-29T19:00', 'Summer panel'),
      event('day', '2026-03-30', LONG),
    ]),
  );
  clients.takeIn(written([event('far', '2026-03-30T14:00', 'New York')], 'America/New_York'));
  assert.deepEqual(clients.shown('2026-03-28', 3), [
    '2026-03-28 19:00 Winter panel',
    '2026-03-29 19:00 Summer panel',
    `2026-03-30 ${LONG}`,
    '2026-03-30 19:00 New York',
  ]);
});

test('what is moved moves, and stands once', { skip }, () => {
  clients.takeIn(written([event('moved', '2026-05-05T10:00', 'Stall')]));
  clients.takeIn(written([event('moved', '2026-05-06T11:00', 'Stall, moved', { sequence: 1 })]));
  assert.deepEqual(clients.shown('2026-05-04', 5), ['2026-05-06 11:00 Stall, moved']);
});

test('tasks are taken in with events, and nothing is passed over', { skip }, () => {
  const task = { kind: 'task', sequence: 0, changed } as const;
  const by = Temporal.PlainDate.from('2026-06-30');
  const { report, tasks } = clients.tasks(
    written([
      event('one', '2026-03-28T19:00', 'Panel'),
      event('two', '2026-03-30', LONG),
      { ...task, uid: 'window', summary: 'Street briefing', from: by.subtract({ months: 3 }), due: by },
      { ...task, uid: 'moment', summary: 'Tell the boards', due: changed },
    ]),
  );
  assert.match(report, /1 app \/ 1 event \/ 2 todos \/ 0 skipped/);
  assert.deepEqual(tasks.map(one => one.replace(/^\d+\. /, '')).sort(), [
    'Street briefing',
    'Tell the boards',
  ]);
});
