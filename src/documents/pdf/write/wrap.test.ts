import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { wrapped } from './wrap.ts';

const widthOf = (text: string) => text.length;

test('lines are broken at blanks and behind hyphens, and a word too wide where it is full', () => {
  assert.deepEqual(wrapped('Face-to-face with all wards', 10, widthOf), [
    'Face-to-',
    'face with',
    'all wards',
  ]);
  assert.deepEqual(wrapped('see https://ashmere.example/plans', 12, widthOf), [
    'see https://',
    'ashmere.exam',
    'ple/plans',
  ]);
  assert.deepEqual(wrapped('one\n\ntwo', 10, widthOf), ['one', '', 'two']);
  assert.deepEqual(wrapped('', 10, widthOf), ['']);
});

test('no line is wider than its room, and no letter is lost', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '-', '/', '\n', 'é'), maxLength: 60 });
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 12 }), (words, room) => {
      const lines = wrapped(words, room, widthOf);
      assert.ok(
        lines.every(line => line.length <= room),
        JSON.stringify(lines),
      );
      assert.equal(lines.join('').replace(/\s/g, ''), words.replace(/\s/g, ''));
    }),
    { numRuns: 1000 },
  );
});
