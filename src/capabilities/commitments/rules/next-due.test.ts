import assert from 'node:assert/strict';
import { test } from 'node:test';
import { knownCalendars } from '../../../../tests/support/known-calendars.ts';
import { dueInShort, nextDue } from './next-due.ts';
import { startsOn } from './starts-on.ts';

const today = Temporal.PlainDate.from('2025-05-06');
const from = '2025-05-06';
const next = (series: Parameters<typeof nextDue>[0]) =>
  dueInShort(nextDue(series, today, knownCalendars()), today);

test('the next three, however far apart they are', () => {
  assert.deepEqual(next({ kind: 'rule', rule: 'FREQ=WEEKLY;BYDAY=TU', from }), ['6 May', '13 May', '20 May']);
  assert.deepEqual(next({ kind: 'each', times: 1, period: { count: 1, unit: 'year' }, from }), [
    'by 31 Mar 2026',
    'by 31 Mar 2027',
    'by 31 Mar 2028',
  ]);
  assert.deepEqual(next({ kind: 'triggered', trigger: 'an incident', limit: 'PT24H' }), []);
});

test('a promise begins today, unless the plan itself named an earlier day', () => {
  const window = { from: '2025-03-01', by: '2025-03-31' };
  assert.equal(startsOn({ kind: 'days', windows: [window] }, today).toString(), '2025-03-01');
  assert.equal(
    startsOn({ kind: 'rule', rule: 'FREQ=WEEKLY;BYDAY=TU', from: '2025-04-01' }, today).toString(),
    '2025-05-06',
  );
});
