import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changedWords, type Stretch } from './changed-words.ts';

const marked = (stretches: Stretch[]) =>
  stretches.map(({ text, changed }) => (changed ? `[${text.trim()}]` : text.trim())).join(' ');
const told = (before: string, after: string) => {
  const found = changedWords(before, after);
  return `${marked(found.before)} > ${marked(found.after)}`;
};

test('only the words that differ are marked', () => {
  assert.equal(
    told('Publish the leaflet in May', 'Publish the flood leaflet in June'),
    'Publish the leaflet in [May] > Publish the [flood] leaflet in [June]',
  );
  assert.equal(told('', 'Press office'), ' > [Press office]');
  assert.equal(told('one two', 'one  two'), 'one two > one  two');
});

test('nothing of a text is lost, however long', () => {
  const long = Array.from({ length: 900 }, (_, at) => `word${at}`).join(' ');
  const found = changedWords(long, `${long} more`);
  assert.equal(found.before.map(one => one.text).join(''), long);
  const odd = '  first \n second\t third  ';
  assert.equal(
    changedWords(odd, 'second')
      .before.map(one => one.text)
      .join(''),
    odd,
  );
});
