import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pdfFile, setLines } from '../../../../tests/support/pdf-file.ts';
import { readPdf } from '../read.ts';

const ROWS = [
  ['Action', 'Lead', 'State'],
  ['Tell residents', 'Press Officer', 'Done'],
  ['Ask the traders', 'Web team', ''],
  ['Publish results', 'Head of News', 'Late'],
];
const XS = [50, 200, 350];

test('colours painted behind cells without lines are told, also of cells without words', async () => {
  const bytes = await pdfFile(kit => {
    kit.rect(46, 96, 450, 16).fill('#ccddee');
    kit.rect(346, 116, 150, 16).fill('#00b050');
    kit.rect(346, 136, 150, 16).fill('#ffc000');
    kit.rect(346, 156, 150, 16).fill('#ffffff');
    kit.fill('#000000');
    ROWS.forEach((row, at) => {
      for (const [column, text] of row.entries()) setLines(kit, XS[column] ?? 0, 100 + at * 20, [text]);
    });
  });
  const [table] = (await readPdf(bytes)).blocks;
  assert.ok(table?.kind === 'table');
  assert.deepEqual(
    table.rows.map(row => row.cells.map(cell => cell.fill ?? '')),
    [
      ['CCDDEE', 'CCDDEE', 'CCDDEE'],
      ['', '', '00B050'],
      ['', '', 'FFC000'],
      ['', '', ''],
    ],
  );
});
