import assert from 'node:assert/strict';
import { test } from 'node:test';
import { STATE_WORDS } from '../language/state-words.ts';
import { decideState } from './lines/state.ts';
import { keptState, STATE_HEADING } from './own-state.ts';
import { STATES } from './reading.ts';

test('every state is read back from its own words', () => {
  for (const state of STATES) assert.equal(keptState(` ${STATE_WORDS[state]} `), state);
  assert.equal(keptState('Nearly complete'), undefined);
});

test('a column that Commsgrid wrote decides before what the plan prints', () => {
  const told = [
    { field: 'status', text: 'Ongoing' },
    { field: `other:${STATE_HEADING}`, text: 'Complete' },
  ];
  assert.equal(decideState(told, '', new Map())?.state, 'complete');
});
