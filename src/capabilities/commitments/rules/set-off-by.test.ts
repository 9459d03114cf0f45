import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setOffBy } from './set-off-by.ts';

test('what sets a promise off is told by the words of the plan', () => {
  const kinds = {
    'a major fire': 'incident',
    'a decision to increase council tax': 'decision',
    'the annual report': 'publication',
    'a letter from a resident': 'other',
  };
  for (const [words, kind] of Object.entries(kinds)) assert.equal(setOffBy(words), kind, words);
});

test('a number that moves is a figure, whatever it counts', () => {
  for (const words of [
    'deliberate fires rise',
    'a rise in crime',
    'complaints increase',
    'floods exceed five',
  ])
    assert.equal(setOffBy(words), 'figure', words);
});
