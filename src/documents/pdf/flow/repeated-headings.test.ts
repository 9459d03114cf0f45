import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pdfFile, rule, setLines } from '../../../../tests/support/pdf-file.ts';
import { readPdf } from '../read.ts';

const XS = [50, 150, 330, 430];
const HEADINGS = ['When', 'Action', 'Owner'];
const MONTHLY = ['Monthly', 'Send the newsletter', 'Press officer'];
const WEEKLY = ['Every Friday', 'Put up the notices', 'Clerk'];
const YEARLY = ['In May', 'Ask the residents', 'Leader'];

/** A table over two pages, of which each prints its headings; what is read of its rows, and how many of them head it. */
async function read(headings: string[][], pages: string[][][], font: string) {
  const bytes = await pdfFile(kit => {
    pages.forEach((rows, page) => {
      if (page) kit.addPage();
      const all = [...headings, ...rows];
      const ends = all.map((_, at) => 76 + 20 * at);
      rule(kit, XS, [56, ...ends]);
      all.forEach((cells, at) => {
        kit.font(at < headings.length ? font : 'Helvetica');
        for (const [column, text] of cells.entries())
          setLines(kit, (XS[column] ?? 0) + 4, 60 + 20 * at, [text]);
      });
    });
  });
  const [table, ...others] = (await readPdf(bytes)).blocks;
  assert.deepEqual(others, []);
  assert.ok(table?.kind === 'table');
  return {
    rows: table.rows.map(row => row.cells.map(cell => cell.paragraphs.map(({ text }) => text).join(' / '))),
    headings: table.rows.filter(row => row.header).length,
  };
}

for (const font of ['Helvetica', 'Helvetica-Bold'])
  test(`a page that begins with the rows that the table begins with keeps them, below headings in ${font}`, async () => {
    const found = await read(
      [HEADINGS],
      [
        [WEEKLY, MONTHLY, YEARLY],
        [WEEKLY, MONTHLY],
      ],
      font,
    );
    assert.deepEqual(found, { rows: [HEADINGS, WEEKLY, MONTHLY, YEARLY, WEEKLY, MONTHLY], headings: 1 });
  });

const REPEATED: [string, string[][], string][] = [
  [
    'of which the upper leaves some open',
    [
      ['Dates', 'Action', ''],
      ['Start', '', 'Owner'],
    ],
    'Helvetica',
  ],
  ['dressed as no other row is', [HEADINGS, ['1', '2', '3']], 'Helvetica-Bold'],
  ['below a title', [['Our plan', '', ''], HEADINGS], 'Helvetica'],
];

for (const [name, headings, font] of REPEATED)
  test(`headings in two rows that a page repeats are kept once: ${name}`, async () => {
    const found = await read(
      headings,
      [
        [WEEKLY, MONTHLY],
        [WEEKLY, YEARLY],
      ],
      font,
    );
    assert.deepEqual(found, { rows: [...headings, WEEKLY, MONTHLY, WEEKLY, YEARLY], headings: 2 });
  });
