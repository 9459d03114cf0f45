import assert from 'node:assert/strict';
import { test } from 'node:test';
import { whomOf } from './whom.ts';

const today = Temporal.PlainDate.from('2025-04-08');
const one = (id: string, email = '', endsOn: string | null = null) => ({
  id,
  name: 'Ann Hill',
  email,
  endsOn: endsOn ? Temporal.PlainDate.from(endsOn) : null,
});
const found = (called: ReturnType<typeof one>[], text = 'Ann Hill') => {
  const whom = whomOf(called, text, today);
  return 'refused' in whom ? whom.refused : whom.id;
};

test('a name means whoever has it, and an address one person', () => {
  assert.equal(found([one('a')]), 'a');
  assert.equal(found([]), 'nobody');
  assert.equal(found([one('a'), one('b')]), 'several');
  assert.equal(found([one('a', 'a@ashmere.example'), one('b')], 'A@ashmere.example'), 'a');
});

test('whoever has left is meant only where nobody else has the name', () => {
  assert.equal(found([one('a', '', '2025-04-07'), one('b')]), 'b');
  assert.equal(found([one('a', '', '2025-04-08'), one('b')]), 'several');
  assert.equal(found([one('a', '', '2025-04-07')]), 'a');
});
