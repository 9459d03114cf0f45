import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { columnWidths, roomForLetters } from './column-widths.ts';

const PAGE = 14_000;
const needed = (word: string) => word.length * 118 + 160;

test('a narrow column is as wide as its longest word, beside one with much to say', () => {
  const long = 'Hold a street briefing with every neighbourhood panel before the summer. '.repeat(8);
  const [first, second, third] = columnWidths(
    { headings: ['Ref', 'Neighbourhood', 'Action'], rows: [['1', 'Communications', long]] },
    { page: PAGE, letter: 118, padding: 160 },
  );
  assert.ok(second! >= needed('Communications'), `${second} is too narrow`);
  assert.ok(third! > 2 * second! && first! < second!);
});

test('a word after a hyphen begins a line of its own', () => {
  const widths = columnWidths(
    { headings: ['A', 'B'], rows: [['face-to-face', 'x']] },
    { page: PAGE, letter: 118, padding: 0 },
  );
  assert.ok(widths.every(width => width > 0));
  const [hyphens] = columnWidths(
    { headings: ['A', 'B', 'C'], rows: [['face-to-face', 'x'.repeat(900), 'y']] },
    { page: 3_000, letter: 118, padding: 0 },
  );
  assert.ok(hyphens! < needed('face-to-face'));
});

test('columns together never pass the page, and each has a width', () => {
  const cell = fc.string({ maxLength: 60 });
  const row = fc.array(cell, { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(row, fc.array(row, { maxLength: 5 }), (headings, rows) => {
      const widths = columnWidths({ headings, rows }, { page: PAGE, letter: 118, padding: 160 });
      assert.ok(widths.reduce((sum, width) => sum + width, 0) <= PAGE);
      assert.ok(widths.every(width => width >= 1));
    }),
  );
});

test('letters are given room so that every word of a crowded table stands whole', () => {
  const table = { headings: ['Neighbourhood', 'Responsibilities'], rows: [['Communications', 'x']] };
  const letter = roomForLetters(table, { page: 1_000, padding: 20 });
  assert.equal(letter, 960 / (14.5 + 16.5));
  assert.deepEqual(columnWidths(table, { page: 1_000, letter, padding: 20 }), [469, 530]);
});
