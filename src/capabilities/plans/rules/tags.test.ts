import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tagIn, tagsAsText, tagsIn, withoutTag, withTag, wrongWithTags } from './tags.ts';

test('tags are kept as everybody means them', () => {
  assert.deepEqual(tagsIn(' Website,  ward   Panels\nwebsite;;'), ['ward panels', 'website']);
  assert.equal(tagIn('  Élan  VITAL '), 'élan vital');
  assert.deepEqual(tagsIn(tagsAsText(['b c', 'a'])), ['a', 'b c']);
  assert.deepEqual(tagsIn(' , '), []);
});

test('a tag is added once and taken away', () => {
  assert.deepEqual(withTag(['b'], 'a'), ['a', 'b']);
  assert.deepEqual(withTag(['a'], 'a'), ['a']);
  assert.deepEqual(withoutTag(['a', 'b'], 'a'), ['b']);
});

test('too many or too long tags are told of', () => {
  const many = Array.from({ length: 21 }, (_, number) => `tag ${number}`);
  assert.match(wrongWithTags(many)!, /20 tags/);
  assert.match(wrongWithTags(['x'.repeat(41)])!, /40 characters/);
  assert.equal(wrongWithTags(many.slice(1)), undefined);
});
