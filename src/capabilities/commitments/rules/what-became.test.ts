import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OccurrenceState } from '../occurrence.ts';
import { gapWords, whatBecame } from './what-became.ts';

const doneOn = Temporal.PlainDate.from('2025-04-04');
const told = (
  state: OccurrenceState,
  more: { settled?: boolean; wasMissed?: boolean; on?: boolean } = {},
) => ({
  state,
  settled: more.settled ?? true,
  wasMissed: more.wasMissed ?? false,
  doneOn: more.on ? doneOn : null,
});

test('what became of a date is said in a few words', () => {
  assert.equal(whatBecame(told('met', { on: true })), 'Met on 4 April 2025');
  assert.equal(whatBecame(told('late', { on: true })), 'Met late, on 4 April 2025');
  assert.equal(whatBecame(told('missed', { settled: false })), 'Missed: nobody has said');
  assert.equal(whatBecame(told('missed')), 'Missed');
  assert.equal(whatBecame(told('due', { settled: false })), 'Due now');
  assert.equal(whatBecame(told('excused', { on: true })), 'Excused');
});

test('where the state does not tell that it had been missed, words do', () => {
  assert.equal(gapWords(told('excused', { wasMissed: true })), 'had been missed before that was said');
  for (const state of ['missed', 'late'] as const)
    assert.equal(gapWords(told(state, { wasMissed: true })), '');
  assert.equal(gapWords(told('excused')), '');
});
