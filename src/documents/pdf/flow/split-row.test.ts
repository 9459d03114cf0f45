import assert from 'node:assert/strict';
import test from 'node:test';
import { pdfFile, setLines } from '../../../../tests/support/pdf-file.ts';
import { readPdf } from '../read.ts';

const XS = [50, 190, 270, 340];

test('below headings in two rows that a page repeats, the rest of a row goes on with it', async () => {
  const bytes = await pdfFile(kit => {
    const headings = (y: number) => {
      kit.font('Helvetica-Bold');
      [['Action'], ['Dates', 'Start'], ['', 'Finish'], ['Comments']].forEach((lines, column) => {
        setLines(kit, XS[column] ?? 0, y, lines);
      });
      kit.font('Helvetica');
    };
    const rows = (from: number, cells: string[][]) =>
      cells.forEach((row, index) => {
        row.forEach((text, column) => {
          setLines(kit, XS[column] ?? 0, from + 11 * index, [text]);
        });
      });
    kit.page.margins.bottom = 0;
    headings(680);
    rows(702, [
      ['Launch the campaign', '1 May', '3 June', 'Agreed'],
      ['Brief every pharmacist', '2 May', '4 June', 'Funded'],
      ['Hold a meeting for those in', '3 May', '5 June', 'Not begun'],
    ]);
    kit.addPage();
    kit.page.margins.bottom = 0;
    headings(60);
    rows(82, [
      ['Ashmere', '', '', ''],
      ['Thank all volunteers', '4 May', '6 June', 'Agreed'],
      ['Count the answers', '5 May', '7 June', 'Agreed'],
    ]);
  });
  const [table, ...others] = (await readPdf(bytes)).blocks;
  assert.deepEqual(others, []);
  assert.deepEqual(
    table?.kind === 'table' &&
      table.rows
        .slice(2)
        .map(row => row.cells.map(cell => cell.paragraphs.map(({ text }) => text).join(' '))),
    [
      ['Launch the campaign', '1 May', '3 June', 'Agreed'],
      ['Brief every pharmacist', '2 May', '4 June', 'Funded'],
      ['Hold a meeting for those in Ashmere', '3 May', '5 June', 'Not begun'],
      ['Thank all volunteers', '4 May', '6 June', 'Agreed'],
      ['Count the answers', '5 May', '7 June', 'Agreed'],
    ],
  );
});
