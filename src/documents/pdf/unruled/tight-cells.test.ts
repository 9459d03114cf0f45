import assert from 'node:assert/strict';
import test from 'node:test';
import { pdfFile, setLines } from '../../../../tests/support/pdf-file.ts';
import type { SourceDocument } from '../../document.ts';
import { readPdf } from '../read.ts';

type Row = string[];

const outlines = ({ blocks }: SourceDocument) =>
  blocks.map(block =>
    block.kind === 'table'
      ? block.rows.map(row => row.cells.map(cell => cell.paragraphs.map(({ text }) => text).join('\n')))
      : block.text,
  );

/** Rows whose columns are as wide as their longest cell, as browsers and word processors set them without any padding. */
const setTight = (rows: Row[], between: number, centred: Row) =>
  pdfFile(kit => {
    const widths = centred.map((_, column) =>
      Math.max(...[centred, ...rows].map(row => kit.widthOfString(row[column] ?? ''))),
    );
    const lefts = widths.map((_, column) =>
      widths.slice(0, column).reduce((x, width) => x + width + between, 50),
    );
    kit.font('Helvetica-Bold');
    centred.forEach((heading, column) => {
      const blank = (widths[column] ?? 0) - kit.widthOfString(heading);
      setLines(kit, (lefts[column] ?? 0) + Math.max(0, blank / 2), 100, [heading]);
    });
    kit.font('Helvetica');
    rows.forEach((row, index) => {
      row.forEach((cell, column) => {
        setLines(kit, lefts[column] ?? 0, 122 + 22 * index, [cell]);
      });
    });
  });

const HEADINGS = ['No', 'Who', 'What we tell them', 'Lead', 'When'];
const ROWS = [
  ['1', 'Tenants in Mill Lane', 'Works begin in May', 'Housing Manager', 'By 3 May 2025'],
  ['2', 'Ward councillors', 'What the works will cost and who pays for them', 'Press Officer', 'Monthly'],
  ['3', 'Traders', 'How to claim', 'Head of Customer Services', 'Ongoing'],
  ['4', 'Schools', 'Where buses stop', 'Transport Officer', '12/06/2025'],
];

for (const between of [0, 1, 3, 9])
  test(`cells that stand ${between} points apart are parted, under headings that are centred over them`, async () => {
    assert.deepEqual(outlines(await readPdf(await setTight(ROWS, between, HEADINGS))), [[HEADINGS, ...ROWS]]);
  });

test('prose shown piece by piece, and lists, are no tables', async () => {
  const bytes = await pdfFile(kit => {
    const pieces = [
      'We tell ',
      'residents early',
      ', and ',
      'Ashmere',
      '’s traders',
      ' too: ',
      'ask them',
      ' all.',
    ];
    for (let line = 0; line < 8; line++) {
      let x = 50;
      for (let piece = 0; piece < pieces.length; piece++) {
        const text = pieces[(piece * (line + 1) + line) % pieces.length] ?? '';
        setLines(kit, x, 100 + line * 11, [text]);
        x += kit.widthOfString(text);
      }
    }
    for (let item = 1; item <= 4; item++) {
      setLines(kit, 50, 240 + item * 14, [`${item}.`]);
      setLines(kit, 68, 240 + item * 14, ['Say who leads, and until when it will be done.']);
    }
  });
  assert.deepEqual(
    (await readPdf(bytes)).blocks.filter(block => block.kind === 'table'),
    [],
  );
});
