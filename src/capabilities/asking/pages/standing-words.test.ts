import assert from 'node:assert/strict';
import { test } from 'node:test';
import { standingWords } from './standing-words.ts';

const OPEN = {
  state: 'open',
  toldAt: null,
  toldWhy: null,
  told: null,
  lost: null,
  snoozedUntil: null,
  listed: 1,
} as const;

test('a message that cannot leave has asked nobody yet', () => {
  assert.equal(standingWords(OPEN, 'leaves'), 'Asked in 1 message');
  assert.equal(standingWords(OPEN, 'not-set-up'), 'Written in 1 message, which waits until mail is set up');
  assert.equal(
    standingWords({ ...OPEN, listed: 2 }, 'not-set-up'),
    'Written in 2 messages, which wait until mail is set up',
  );
  assert.equal(standingWords({ ...OPEN, listed: 0 }, 'not-set-up'), 'Goes with the next daily message');
});
