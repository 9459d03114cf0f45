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

test('whoever cannot be asked does not wait for a message, and has not stayed silent once they can', () => {
  const nobody = 'nobody known is meant by “Head teachers”';
  const told = {
    ...OPEN,
    listed: 0,
    toldAt: Temporal.Now.instant(),
    toldWhy: 'nobody',
    told: 'Mae Lund',
  } as const;
  assert.equal(standingWords({ ...OPEN, listed: 0 }, 'leaves', nobody), `Cannot be asked: ${nobody}`);
  assert.equal(standingWords(told, 'leaves', nobody), `Cannot be asked: ${nobody}; Mae Lund was told`);
  assert.equal(standingWords(told, 'leaves'), 'Goes with the next daily message');
});

test('what nobody answered for months is closed as that, and what reached nobody as that', () => {
  assert.equal(standingWords({ ...OPEN, state: 'unanswered' }, 'leaves'), 'Never answered');
  assert.equal(
    standingWords({ ...OPEN, state: 'unanswered', listed: 0 }, 'leaves'),
    'Closed: it never reached anybody',
  );
});

test('a message that cannot leave has asked nobody yet', () => {
  assert.equal(standingWords(OPEN, 'leaves'), 'Asked in 1 message');
  assert.equal(standingWords(OPEN, 'not-set-up'), 'Written in 1 message, which waits until mail is set up');
  assert.equal(
    standingWords({ ...OPEN, listed: 2 }, 'not-set-up'),
    'Written in 2 messages, which wait until mail is set up',
  );
  assert.equal(standingWords({ ...OPEN, listed: 0 }, 'not-set-up'), 'Goes with the next daily message');
});
