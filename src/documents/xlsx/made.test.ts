import assert from 'node:assert/strict';
import test from 'node:test';
import excel from 'exceljs';
import fc from 'fast-check';
import { printedText, wordsOf } from '../words.ts';
import { readXlsx } from './read.ts';

/** A made sheet: texts on a grid, some rows merged, blank rows between, columns left out on the left. */
type Made = {
  name: string;
  left: number;
  width: number;
  rows: (string[] | 'blank')[];
  across: number[];
  down: number;
};

const word = fc.constantFrom(
  'Newsletter',
  'monthly',
  'Ward Team',
  'x',
  '12 March 2025',
  '£5k',
  'two\nlines',
  'Key:',
);
const made: fc.Arbitrary<Made> = fc.record({
  name: fc.constantFrom('Plan', 'Media work', 'Sheet1', 'Events'),
  left: fc.integer({ min: 1, max: 3 }),
  width: fc.integer({ min: 1, max: 6 }),
  rows: fc.array(
    fc.oneof(
      { weight: 4, arbitrary: fc.array(fc.oneof(word, fc.constant('')), { maxLength: 6 }) },
      { weight: 1, arbitrary: fc.constant('blank' as const) },
    ),
    { minLength: 1, maxLength: 9 },
  ),
  across: fc.array(fc.nat(8), { maxLength: 2 }),
  down: fc.nat(8),
});

async function fileOf(all: Made[]): Promise<{ bytes: Uint8Array; words: string[]; names: string[] }> {
  const workbook = new excel.Workbook();
  const words: string[] = [];
  all.forEach((one, index) => {
    const sheet = workbook.addWorksheet(`${one.name} ${index}`);
    const cells = one.rows.map(row => (row === 'blank' ? [] : row.slice(0, one.width)));
    // A merge keeps the words of its first cell only, so the others stay empty here as in Excel.
    for (const row of new Set(one.across))
      if (cells[row] && one.width > 1) cells[row] = cells[row].slice(0, 1);
    const merged =
      one.down < cells.length - 1 && !one.across.includes(one.down) && !one.across.includes(one.down + 1);
    const below = cells[one.down + 1];
    if (merged && below) cells[one.down + 1] = ['', ...below.slice(1)];
    cells.forEach((row, at) => {
      row.forEach((text, to) => {
        if (text) sheet.getCell(at + 1, one.left + to).value = text;
        words.push(...wordsOf(text));
      });
    });
    for (const row of new Set(one.across))
      if (cells[row] && one.width > 1) sheet.mergeCells(row + 1, one.left, row + 1, one.left + one.width - 1);
    if (merged) sheet.mergeCells(one.down + 1, one.left, one.down + 2, one.left);
  });
  return {
    bytes: new Uint8Array(await workbook.xlsx.writeBuffer()),
    words,
    names: all.flatMap(({ name }, index) => wordsOf(`${name} ${index}`)),
  };
}

test('whatever stands on the sheets of a workbook, every word of it is read once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(made, { minLength: 1, maxLength: 3 }), async all => {
      const { bytes, words, names } = await fileOf(all);
      const document = readXlsx(bytes);
      const tabs = document.blocks.filter(block => /^sheet “[^”]*”$/.test(block.where));
      const read = wordsOf(printedText(document));
      const said = tabs.flatMap(tab => (tab.kind === 'paragraph' ? wordsOf(tab.text) : []));
      assert.deepEqual(read.toSorted(), [...words, ...said].toSorted());
      assert.ok(said.every(one => names.includes(one)));
    }),
    { numRuns: 60 },
  );
});

test('whatever its blank rows and columns, every row of a plan is a row of the table', async () => {
  const row = fc.tuple(
    fc.constantFrom('Write', 'Brief', 'Ask'),
    fc.constantFrom('Jo', ''),
    fc.constantFrom('Monthly', 'TBC'),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 2, maxLength: 8 }),
      fc.array(fc.nat(2), { minLength: 8, maxLength: 8 }),
      fc.integer({ min: 1, max: 4 }),
      async (rows, gaps, left) => {
        const workbook = new excel.Workbook();
        const sheet = workbook.addWorksheet('Sheet1');
        sheet.getCell(1, left).value = 'Ashmere plan';
        let at = 3;
        const plan = [['Action', 'Owner', 'When'], ...rows];
        plan.forEach((texts, index) => {
          texts.forEach((text, to) => {
            if (text) sheet.getCell(at, left + to).value = text;
          });
          at += 1 + (gaps[index] ?? 0);
        });
        const document = readXlsx(new Uint8Array(await workbook.xlsx.writeBuffer()));
        const tables = document.blocks.filter(block => block.kind === 'table');
        const read = tables.flatMap(table =>
          table.rows.map(one => one.cells.map(cell => cell.paragraphs[0]?.text ?? '')),
        );
        assert.equal(tables.length, 1);
        assert.deepEqual(read, plan);
      },
    ),
    { numRuns: 40 },
  );
});
