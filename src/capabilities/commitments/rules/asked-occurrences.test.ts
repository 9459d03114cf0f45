import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  addressOf,
  mayBeLeftAfter,
  readAsked,
  STATE_ASKED_WORDS,
  type StateAsked,
  statesOf,
} from './asked-occurrences.ts';

const id = (last: number) => `00000000-0000-4000-8000-00000000000${last}`;
const queryOf = (address: string) => Object.fromEntries(new URL(address, 'http://a.example').searchParams);

test('what is asked for is the same after it stood in an address', () => {
  const asked = {
    promise: id(1),
    plan: id(2),
    for: id(3),
    owner: 'none',
    audience: id(4),
    channel: id(5),
    area: id(6),
    state: 'after-miss' as const,
    from: '2025-04-01',
    by: '2025-06-30',
    latest: true,
    cursor: { towards: 'before' as const, day: '2025-05-01', id: id(7) },
    page: 3,
  };
  assert.deepEqual(readAsked(queryOf(addressOf(asked))), asked);
});

test('a month is its first and its last day, where no days are said', () => {
  const days = (query: Record<string, string>) => {
    const { from, by } = readAsked(query);
    return [from, by];
  };
  assert.deepEqual(days({ month: '2024-02' }), ['2024-02-01', '2024-02-29']);
  assert.deepEqual(days({ month: '2024-02', from: '2024-02-10' }), ['2024-02-10', undefined]);
  assert.deepEqual(days({ month: '2024-13' }), [undefined, undefined]);
});

test('what an address says wrongly it does not say', () => {
  const said = readAsked({
    ...{ plan: 'x', owner: 'me', promise: 'none', state: 'toString', from: '2025-02-30', after: 'x~y' },
    ...{ page: '9', sort: 'size', area: ['a', 'b'] },
  });
  assert.deepEqual(
    Object.entries(said).filter(([, value]) => value !== undefined),
    [['page', 1]],
  );
});

test('every state that can be asked for means states that there are', () => {
  for (const state of Object.keys(STATE_ASKED_WORDS) as StateAsked[])
    assert.ok(statesOf(state).length, state);
  assert.deepEqual(statesOf('counted'), ['met', 'late', 'missed']);
  assert.deepEqual(statesOf('late'), ['late']);
});

test('something is left to do of what is open, and of what was missed only before today', () => {
  const today = Temporal.PlainDate.from('2025-04-08');
  const left = (day: string) =>
    [undefined, ...(Object.keys(STATE_ASKED_WORDS) as StateAsked[])].filter(state =>
      mayBeLeftAfter({ state }, Temporal.PlainDate.from(day), today),
    );
  assert.deepEqual(left('2025-04-08'), [undefined, 'planned', 'due', 'open']);
  assert.deepEqual(left('2025-04-07').toSorted(), ['counted', 'due', 'missed', 'open', 'planned', undefined]);
});
