import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type FeedFacts, type FeedRow, feedItems } from './feed-items.ts';

const day = (iso: string) => Temporal.PlainDate.from(iso);
const row = (more: Partial<FeedRow> = {}): FeedRow => ({
  id: 'an-occurrence',
  commitment: 'a-commitment',
  key: '2025-04-08',
  from: day('2025-04-08'),
  by: day('2025-04-08'),
  at: null,
  dueAt: null,
  outcome: null,
  doneOn: null,
  settledAt: null,
  sequence: 3,
  changed: Temporal.Instant.from('2025-01-01T00:00:00Z'),
  marked: false,
  about: 'Hold ward panels',
  forName: 'Northfield',
  plan: 'Ashmere panels',
  owner: 'Ward sergeants',
  ...more,
});
const FACTS: FeedFacts = {
  today: day('2025-04-08'),
  zone: 'Europe/London',
  site: 'https://grid.example',
  onlyEvents: false,
};
const items = (one: Partial<FeedRow>, facts: Partial<FeedFacts> = {}) =>
  feedItems([row(one)], { ...FACTS, ...facts });

/** "event on 2025-04-08: Summary" */
const told = (one: Partial<FeedRow>, facts?: Partial<FeedFacts>) =>
  items(one, facts).map(item => {
    const when = item.kind === 'event' ? `on ${item.on}` : `${item.from} to ${item.due}`;
    const how = item.cancelled
      ? ', cancelled'
      : item.kind === 'task' && item.done
        ? `, done ${item.done}`
        : '';
    return `${item.kind} ${when}: ${item.summary}${how}`;
  });

const WINDOW = { key: 'q', from: day('2025-04-01'), by: day('2025-06-30') };

test('a day, and a time of it, is an event; a window or a limit is a task', () => {
  assert.deepEqual(told({}), ['event on 2025-04-08: Hold ward panels: Northfield']);
  assert.deepEqual(told({ at: '18:30', forName: '' }), ['event on 2025-04-08T18:30:00: Hold ward panels']);
  assert.deepEqual(told({ ...WINDOW, forName: '' }), ['task 2025-04-01 to 2025-06-30: Hold ward panels']);
  const dueAt = Temporal.Instant.from('2025-04-08T13:00:00Z');
  assert.deepEqual(told({ dueAt, forName: '' }), [
    'task 2025-04-08 to 2025-04-08T13:00:00Z: Hold ward panels',
  ]);
});

test('where no tasks are shown, a window stands on its last day and a limit at its moment', () => {
  const onlyEvents = { onlyEvents: true };
  assert.deepEqual(told({ ...WINDOW, forName: '' }, onlyEvents), ['event on 2025-06-30: Hold ward panels']);
  const dueAt = Temporal.Instant.from('2025-04-08T13:00:00Z');
  assert.deepEqual(told({ dueAt, forName: '' }, onlyEvents), [
    'event on 2025-04-08T14:00:00: Hold ward panels',
  ]);
});

test('a day that is over and of which nobody said anything is a task besides, and a newer state', () => {
  const today = day('2025-04-09');
  assert.deepEqual(told({ forName: '' }, { today }), [
    'event on 2025-04-08: Overdue: Hold ward panels',
    'task 2025-04-08 to 2025-04-08: Overdue: Hold ward panels',
  ]);
  const [before] = items({});
  const [event, left] = items({}, { today });
  assert.equal(event!.uid, before!.uid);
  assert.notEqual(left!.uid, before!.uid);
  assert.ok(event!.sequence > before!.sequence);
  assert.equal(`${event!.changed}`, '2025-04-08T23:00:00Z');
  const [settled] = items({ outcome: 'late', doneOn: today, sequence: 4 }, { today });
  assert.ok(settled!.sequence > event!.sequence);
});

test('what was done says when, what is called off is cancelled, a miss says so', () => {
  assert.deepEqual(told({ ...WINDOW, outcome: 'met', doneOn: day('2025-05-06') }), [
    'task 2025-04-01 to 2025-06-30: Done: Hold ward panels: Northfield, done 2025-05-05T23:00:00Z',
  ]);
  for (const [outcome, word] of [
    ['excused', 'Excused'],
    ['nothing', 'Nothing to say'],
    ['not-triggered', 'Did not apply'],
    ['postponed', 'Postponed'],
  ] as const)
    assert.deepEqual(told({ outcome }), [
      `event on 2025-04-08: ${word}: Hold ward panels: Northfield, cancelled`,
    ]);
  assert.deepEqual(told({ outcome: 'missed' }), [
    'event on 2025-04-08: Missed: Hold ward panels: Northfield',
  ]);
});

test('nothing of the words of what is marked leaves: not its title, for whom, its plan, nor who does it', () => {
  for (const facts of [{}, { onlyEvents: true }, { today: day('2025-04-09') }]) {
    const all = JSON.stringify(items({ marked: true }, facts));
    assert.doesNotMatch(all, /ward panels|Northfield|Ashmere|sergeants/);
    assert.match(all, /A marked promise/);
  }
});

test('one keeps its identity when it is moved, and no two have the same', () => {
  const uid = (one: Partial<FeedRow>) => items(one)[0]!.uid;
  assert.equal(uid({ by: day('2025-05-01'), id: 'written-anew' }), uid({}));
  assert.notEqual(uid({ key: '2025-04-15' }), uid({}));
  assert.notEqual(uid({ commitment: 'another' }), uid({}));
});
