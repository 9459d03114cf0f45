import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pdfFile, rule, setLines } from '../../../../tests/support/pdf-file.ts';
import { readPdf } from '../read.ts';

const XS = [50, 150, 330, 430, 540];
const HEADINGS = ['Group', 'What we do', 'How', 'When'];

type Row = [number, string, string, string, string];

async function read(pages: Row[][]) {
  const bytes = await pdfFile(kit => {
    pages.forEach((rows, page) => {
      if (page) kit.addPage();
      const ys = rows.map(([y]) => y - 4);
      rule(kit, XS, [...ys, (ys.at(-1) ?? 0) + 20]);
      for (const [y, ...cells] of rows)
        for (const [column, text] of cells.entries()) setLines(kit, (XS[column] ?? 0) + 4, y, [text]);
    });
  });
  const [table] = (await readPdf(bytes)).blocks;
  assert.ok(table?.kind === 'table');
  return table.rows.map(row =>
    row.cells.map(
      cell => `${cell.continues ? '^' : ''}${cell.paragraphs.map(({ text }) => text).join(' / ')}`,
    ),
  );
}

test('a label of two rows that a page break cuts is whole', async () => {
  const rows = await read([
    [
      [60, HEADINGS[0] ?? '', 'What we do', 'How', 'When'],
      [80, 'Residents', 'Send the yearly letter', 'Post', 'May'],
      [100, 'Partners and voluntary', 'Share the plan', 'E-mail', 'Monthly'],
    ],
    [
      [60, 'bodies', 'Meet the chairs', 'Meeting', 'Quarterly'],
      [80, 'Staff', 'Send the bulletin', 'E-mail', 'Weekly'],
    ],
  ]);
  assert.deepEqual(rows, [
    HEADINGS,
    ['Residents', 'Send the yearly letter', 'Post', 'May'],
    ['Partners and voluntary bodies', 'Share the plan', 'E-mail', 'Monthly'],
    ['^', 'Meet the chairs', 'Meeting', 'Quarterly'],
    ['Staff', 'Send the bulletin', 'E-mail', 'Weekly'],
  ]);
});

test('a row that begins small below a label that had room for its word stays a row', async () => {
  const rows = await read([
    [
      [60, HEADINGS[0] ?? '', 'What we do', 'How', 'When'],
      [80, 'Residents', 'Send the yearly letter', 'Post', 'May'],
    ],
    [[60, 'bodies', 'Meet the chairs', 'Meeting', 'Quarterly']],
  ]);
  assert.deepEqual(rows.at(-1), ['bodies', 'Meet the chairs', 'Meeting', 'Quarterly']);
});
