import assert from 'node:assert/strict';
import test from 'node:test';
import { pdfFile, setLines } from '../../../../tests/support/pdf-file.ts';
import { readPdf } from '../read.ts';

const page = (headed: number, title: number) =>
  pdfFile(kit => {
    kit.fontSize(headed);
    setLines(kit, 50, 35, ['Ashmere Town Council']);
    kit.fontSize(title);
    setLines(kit, 50, 70, ['Media policy']);
    kit.fontSize(10);
    setLines(kit, 50, 100, ['All enquiries go to the clerk.', 'The clerk answers within a day.'], 20);
  });

test('what stands small in the margin of a single page is its header', async () => {
  const { asides, blocks } = await readPdf(await page(8, 16));
  assert.deepEqual(
    asides.map(({ text, where }) => [where, text]),
    [['header', 'Ashmere Town Council']],
  );
  assert.equal(blocks.length, 3);
});

test('a first line that is as large as others belongs to the text', async () => {
  const { asides, blocks } = await readPdf(await page(10, 16));
  assert.deepEqual(asides, []);
  assert.equal(blocks.length, 4);
});

test('headings that stand at the same height of every page belong to the tables below them', async () => {
  const bytes = await pdfFile(kit => {
    for (const [page, rows] of [
      ['Bins', 'Parks'],
      ['Roads', 'Trees'],
    ].entries()) {
      if (page > 0) kit.addPage();
      kit.font('Helvetica-Bold');
      ['What we tell', 'Who leads', 'When'].forEach((text, at) => {
        setLines(kit, 50 + 150 * at, 60, [text]);
      });
      kit.font('Helvetica');
      setLines(kit, 50, 80, rows, 18);
      setLines(kit, 200, 80, ['Press Officer', 'Web Editor'], 18);
      setLines(kit, 350, 80, ['Monthly', 'Weekly'], 18);
      setLines(kit, 50, 300, [`What stands on page ${page + 1} alone.`]);
    }
  });
  const { asides, blocks } = await readPdf(bytes);
  assert.deepEqual(asides, []);
  assert.deepEqual(
    blocks.flatMap(block => (block.kind === 'table' ? [block.rows.length] : [])),
    [3, 3],
  );
});

/** What is set aside of pages of rows, below headings at the same height of each, of which the first may have two lines. */
async function asidesBelow(first: string[], pages: string[][][]) {
  const bytes = await pdfFile(kit => {
    for (const [page, rows] of pages.entries()) {
      if (page > 0) kit.addPage();
      kit.font('Helvetica-Bold');
      setLines(kit, 50, 66 - 6 * first.length, first, 12);
      ['What we tell', 'Channel', 'Owner'].forEach((text, at) => {
        setLines(kit, 180 + 130 * at, 60, [text]);
      });
      kit.font('Helvetica');
      for (const [at, cells] of rows.entries())
        for (const [column, text] of cells.entries()) setLines(kit, 50 + 130 * column, 84 + 18 * at, [text]);
      setLines(kit, 50, 300, [`What stands on page ${page + 1} alone.`]);
    }
  });
  return (await readPdf(bytes)).asides;
}

const ROADS = [
  ['Weekly', 'Roads', 'Posters', 'Clerk'],
  ['In June', 'Trees', 'Letter', 'Mayor'],
];

test('headings of pages on which columns are empty are those of the page where they are not', async () => {
  const emptier = [
    ['Monthly', 'Bins'],
    ['In May', 'Parks'],
  ];
  assert.deepEqual(await asidesBelow(['When'], [emptier, ROADS]), []);
});

test('the first line of a heading stays with those that stand half way beside it', async () => {
  const bins = [
    ['Monthly', 'Bins', 'Meeting', 'Clerk'],
    ['In May', 'Parks', 'Letter', 'Mayor'],
  ];
  assert.deepEqual(await asidesBelow(['Method of', 'asking'], [bins, ROADS]), []);
});
