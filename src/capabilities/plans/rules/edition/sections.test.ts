import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sectionsFor } from './sections.ts';

const sections = [
  { id: 'one', title: 'Residents' },
  { id: 'two', title: 'Partners' },
];
const lines = [
  { key: 'a', section: 'one' },
  { key: 'b', section: 'one' },
  { key: 'c', section: 'two' },
];

test('a new line joins the section of its title, the one it stands in where two have it', () => {
  const after = sectionsFor(sections, [lines[0]!, { key: 'n', title: 'Residents' }, lines[1]!, lines[2]!]);
  assert.equal(after.of.get('n'), 'one');
  assert.deepEqual([after.added, after.emptied, after.order], [[], [], ['one', 'two']]);
  const twice = [...sections, { id: 'three', title: 'Residents' }];
  const last = { key: 'd', section: 'three' };
  assert.equal(sectionsFor(twice, [...lines, last, { key: 'n', title: 'Residents' }]).of.get('n'), 'three');
});

test('a title that is new makes a section where its first line stands', () => {
  const after = sectionsFor(sections, [...lines.slice(0, 2), { key: 'n', title: 'Shops' }, lines[2]!]);
  assert.deepEqual(after.added, [{ key: 'new 0', title: 'Shops' }]);
  assert.deepEqual(after.order, ['one', 'new 0', 'two']);
  assert.deepEqual(sectionsFor([], [{ key: 'n', title: '' }]).order, ['new 0']);
});

test('a section whose lines all go under another title is no more', () => {
  const renamed = lines.map(line =>
    line.section === 'two' ? { ...line, title: 'Partners and schools' } : line,
  );
  const after = sectionsFor(sections, renamed);
  assert.deepEqual(after.emptied, ['two']);
  assert.deepEqual(after.order, ['one', 'new 0']);
});
