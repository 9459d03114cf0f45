import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Schedule } from '../../../timing/schedule.ts';
import { pairTimings, timingsOf } from './timings-of-line.ts';

const quarterly: Schedule = { phrase: 'Quarterly', kind: 'recurring', rule: 'FREQ=MONTHLY;INTERVAL=3' };
const weekly: Schedule = { phrase: 'weekly', kind: 'recurring', rule: 'FREQ=WEEKLY' };
const monthly: Schedule = { phrase: 'Monthly', kind: 'recurring', rule: 'FREQ=MONTHLY' };
const promise = (id: string, read: Schedule | null) => ({ id, phrase: read?.phrase ?? '', read });
const line = (schedules: Schedule[], suggestions: (Schedule & { field: string })[] = []) =>
  timingsOf({ schedules, suggestions });
const ids = (all: { promise: { id: string } }[]) => all.map(one => one.promise.id);

test('what another cell says that its own says already is no timing besides', () => {
  const again = { ...quarterly, phrase: 'each quarter', field: 'how' };
  const found = line([quarterly], [again, { ...weekly, field: 'audience' }]);
  assert.deepEqual(
    found.map(({ at, cell }) => [at, cell]),
    [
      ['t0', undefined],
      ['s1', 'audience'],
    ],
  );
});

test('“if applicable” beside a timing is its condition; alone it is all that is said', () => {
  const condition: Schedule = { phrase: 'If applicable', kind: 'triggered' };
  const at = (found: { at: string }[]) => found.map(one => one.at);
  assert.deepEqual(at(line([condition, quarterly])), ['t1']);
  assert.deepEqual(at(line([condition])), ['t0']);
});

test('a promise stands by the words that it was made of, each for one of them', () => {
  const twice = [promise('a', quarterly), promise('b', quarterly)];
  const { kept, open, adrift } = pairTimings(line([quarterly, weekly, quarterly]), twice);
  assert.deepEqual([ids(kept), open.map(({ at }) => at), adrift], [['a', 'b'], ['t1'], []]);
});

test('the same words with another meaning are read anew', () => {
  const corrected = { ...quarterly, rule: 'FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO' };
  const { kept } = pairTimings(line([corrected]), [promise('a', quarterly)]);
  assert.equal(kept[0]?.readAnew, true);
});

test('where its words are gone, the promise is shown what the timing column says instead, and never another cell', () => {
  const offered = { ...weekly, field: 'how' };
  const { adrift, open } = pairTimings(line([monthly], [offered]), [promise('a', quarterly)]);
  assert.deepEqual([adrift[0]?.instead?.schedule, open.map(({ at }) => at)], [monthly, ['s0']]);
  const none = pairTimings(line([], [offered]), [promise('a', quarterly)]);
  assert.deepEqual([none.adrift[0]?.instead, none.open.length], [undefined, 1]);
});

test('what somebody promised apart from the words of the plan goes by none of them', () => {
  const { apart, open, adrift } = pairTimings(line([quarterly]), [promise('a', null)]);
  assert.deepEqual([apart.map(({ id }) => id), open.length, adrift], [['a'], 1, []]);
});
