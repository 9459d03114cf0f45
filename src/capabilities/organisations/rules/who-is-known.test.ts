import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayBeOne } from './who-is-known.ts';

test('names that share a word may be of one person, and titles are no names', () => {
  for (const [one, other] of [
    ['Ada Marsh', 'Ada Hill'],
    ['A. Marsh', 'Ada Marsh'],
    ['MARSH, Ada', 'Dr Ada Reed'],
    ['Sian Prosser', 'Siân Evans'],
    ['Rob Hill', 'Robert Reed'],
    ['Cllr Edda Marlowe', 'Edda'],
    ["Pat O'Shea", 'P OShea'],
  ])
    assert.ok(mayBeOne(one!, other!), `${one} and ${other}`);
  for (const [one, other] of [
    ['Ada Marsh', 'Bo Reed'],
    ['Councillor Edda Marlowe', 'Councillor Bo Reed'],
    ['A. Reed', 'A. Marsh'],
  ])
    assert.ok(!mayBeOne(one!, other!), `${one} and ${other}`);
});
