import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTxt } from '../documents/txt/read.ts';
import { otherCell } from './other-cells.ts';
import { readDocument } from './read.ts';

test('headings that every object answers to are headings like others', () => {
  const text = `Plan of the Borough of Ashmere

What\tOwner\t__proto__\tconstructor
Publish the annual report\tPress office\tfirst\tsecond
Write to every school\tPress office\t\t
`;
  const { lines } = readDocument(readTxt(text), { today: Temporal.PlainDate.from('2026-11-02') });
  const held = lines.map(({ other }) => ['__proto__', 'constructor'].map(name => otherCell(other, name)));
  assert.deepEqual(held, [
    ['first', 'second'],
    ['', ''],
  ]);
  assert.equal(otherCell(structuredClone(lines[0]!.other), '__proto__'), 'first');
  assert.equal(otherCell(JSON.parse(JSON.stringify(lines[0]!.other)), '__proto__'), 'first');
});
