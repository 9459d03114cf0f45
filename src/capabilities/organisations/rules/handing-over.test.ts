import assert from 'node:assert/strict';
import { test } from 'node:test';
import { takings, unsaid, wantedOf } from './handing-over.ts';

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
  const form = {
    ...{ everything: 'Di', 'none-post': 'yes' },
    ...{ 'all-line': ' Ada  Marsh ', 'one-line-two': 'Bo', 'one-line-three': 'Cy', 'all-post': '' },
  };
  assert.deepEqual(
    wantedOf(held, form).map(({ kind, thing, text }) => [kind, thing, text]),
    [
      ['everything', null, 'Di'],
      ['line', null, 'Ada Marsh'],
      ['line', 'two', 'Bo'],
      ['post', null, null],
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

test('what nobody takes yet goes to nobody, and to whoever takes everything goes that of which nothing is said', () => {
  const decided = [
    { kind: 'everything', thing: null, to: 'ada' },
    { kind: 'post', thing: null, to: null },
    { kind: 'post', thing: 'clerk', to: 'bo' },
    { kind: 'line', thing: 'two', to: 'cy' },
  ];
  assert.deepEqual(
    unsaid([{ kind: 'post' }, { kind: 'line' }, { kind: 'team' }], decided).map(({ kind }) => kind),
    ['line', 'team'],
  );
  assert.deepEqual(
    takings(decided).filter(({ kind }) => kind === 'post'),
    [{ kind: 'post', to: 'bo', things: { these: ['clerk'] } }],
  );
});
