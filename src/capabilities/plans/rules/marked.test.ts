import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markedIn, markedLine } from './marked.ts';

const plan = (id: string, marking = 'none') => ({ id, title: `Plan ${id}`, marking });
const line = (id: string, of: string, marking = 'none', reference = '') => ({
  id,
  plan: of,
  position: 3,
  marking,
  reference,
});
const read = (shown: Parameters<typeof markedIn>[0]) => markedIn(shown).map(({ title }) => title);

test('of what is shown, marked plans and lines that are marked themselves are reads', () => {
  const marked = 'OFFICIAL-SENSITIVE';
  assert.deepEqual(read({ plans: [plan('a')], lines: [line('1', 'a'), line('2', 'a', 'OFFICIAL')] }), []);
  assert.deepEqual(read({ plans: [plan('a', marked)], lines: [line('1', 'a')] }), ['Plan a']);
  assert.deepEqual(read({ plans: [plan('a', marked)], lines: [line('1', 'a', marked, ' R 9 ')] }), [
    'Plan a',
    'R 9 – Plan a',
  ]);
  assert.deepEqual(read({ plans: [plan('a')], lines: [line('1', 'a', marked)] }), ['Line 3 – Plan a']);
});

test('a line of a marked plan is marked', () => {
  assert.equal(markedLine({ line: line('1', 'a'), plan: plan('a', 'OFFICIAL-SENSITIVE') }).length, 1);
  assert.equal(markedLine({ line: line('1', 'a', 'OFFICIAL'), plan: plan('a') }).length, 0);
});
