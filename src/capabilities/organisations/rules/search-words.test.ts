import assert from 'node:assert/strict';
import { test } from 'node:test';
import { beginningsOf } from './search-words.ts';

test('what is typed is looked for word by word, without accents, the longest first', () => {
  const words = (typed: string) => beginningsOf(typed).map(({ from }) => from);
  assert.deepEqual(words('Siân O’Brien'), ['brien', 'sian', 'o']);
  assert.deepEqual(words("o'brien"), ['obrien']);
  assert.deepEqual(words('b.marsh@ashmere'), ['ashmere', 'marsh', 'b']);
  assert.deepEqual(words('a.marsh@ashmere'), ['ashmere', 'marsh'], 'whatever begins with the longer one');
  assert.deepEqual(words(' … '), []);
  assert.equal(words('one two three four five six').length, 4);
});
