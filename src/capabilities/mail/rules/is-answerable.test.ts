import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isAnswerable } from './is-answerable.ts';

test('nobody reads what comes to an address that says so', () => {
  for (const local of [
    'noreply',
    'no-reply',
    'no_reply',
    'No.Reply',
    'donotreply',
    'do-not-reply',
    'noreply+x',
  ])
    assert.equal(isAnswerable(`${local}@ashmere.example`), false, local);
  for (const local of ['comms', 'reply', 'norman', 'noah.reply', 'replies'])
    assert.equal(isAnswerable(`${local}@ashmere.example`), true, local);
});
