import assert from 'node:assert/strict';
import test from 'node:test';
import { stopsShort } from './sentence.ts';

test('a text that stops on what joins was cut, and one that ends with its verb’s own word was not', () => {
  for (const text of [
    'Make the library known as a place for the',
    'Risks are assessed & mitigated & any',
    'Print, post,',
  ])
    assert.ok(stopsShort(text), text);
  for (const text of [
    'Use the residents’ panel more',
    'Invite residents to drop in',
    'Remind all staff to log on',
    'Tell the two councils both',
  ])
    assert.ok(!stopsShort(text), text);
});
