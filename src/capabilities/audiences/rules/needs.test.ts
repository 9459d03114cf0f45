import assert from 'node:assert/strict';
import { test } from 'node:test';
import { needPattern, needsOf } from './needs.ts';

test('needs are told apart by what stands between them, each once', () => {
  assert.deepEqual(needsOf('Polish, Urdu', 'large print; British Sign Language'), [
    'Polish',
    'Urdu',
    'large print',
    'British Sign Language',
  ]);
  assert.deepEqual(needsOf('', ' '), []);
  assert.deepEqual(needsOf('Welsh', 'Welsh'), ['Welsh']);
});

test('a format is looked for under all of its names, and signs of a pattern are words', () => {
  assert.match(needPattern('BSL'), /british\\s\+sign\\s\+language/);
  assert.equal(needPattern('A3 (bold)'), '\\m(a3\\s+\\(bold\\))\\M');
});
