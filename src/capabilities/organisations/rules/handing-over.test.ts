import assert from 'node:assert/strict';
import { test } from 'node:test';
import { takings, wantedOf } from './handing-over.ts';

test('a form says who takes all of a kind, and who takes one of it', () => {
  const held = [
    {
      kind: 'line',
      things: [
        { id: 'one', name: '1' },
        { id: 'two', name: '2' },
      ],
    },
    { kind: 'post', things: [] },
  ];
  const form = { 'all-line': ' Ada  Marsh ', 'one-line-two': 'Bo', 'one-line-three': 'Cy', 'all-post': '' };
  assert.deepEqual(
    wantedOf(held, form).map(({ kind, thing, text }) => [kind, thing, text]),
    [
      ['line', null, 'Ada Marsh'],
      ['line', 'two', 'Bo'],
    ],
  );
});

test('what is named goes to whom it was said, and the rest without it', () => {
  const decided = [
    { kind: 'line', thing: null, to: 'ada' },
    { kind: 'line', thing: 'two', to: 'bo' },
    { kind: 'line', thing: 'three', to: 'bo' },
    { kind: 'post', thing: 'clerk', to: 'cy' },
  ];
  assert.deepEqual(takings(decided), [
    { kind: 'line', to: 'bo', things: { these: ['two', 'three'] } },
    { kind: 'line', to: 'ada', things: { besides: ['two', 'three'] } },
    { kind: 'post', to: 'cy', things: { these: ['clerk'] } },
  ]);
});
