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

test('numbers set to the right part columns by where they end', async () => {
  const heads = ['Channel', 'Reach', 'Cost', 'Lead'];
  const rows = [
    ['Local radio', '120,000', '3,400', 'Media Officer'],
    ['Shelters', '45,500', '12,950', 'Marketing'],
    ['Leaflets', '9,800', '870', 'Print Unit'],
    ['Social media', '230,000', '0', 'Web team'],
  ];
  const bytes = await pdfFile(kit => {
    [heads, ...rows].forEach((row, index) => {
      row.forEach((cell, column) => {
        const isNumber = column === 1 || column === 2;
        const x = [50, 136, 167, 169][column] ?? 0;
        setLines(kit, isNumber ? x - kit.widthOfString(cell) : x, 100 + 22 * index, [cell]);
      });
    });
  });
  assert.deepEqual(outlines(await readPdf(bytes)), [[heads, ...rows]]);
});

test('rows set as close as lines are told apart where every line has all cells', async () => {
  const heads = ['Event', 'Web', 'Press', 'Owner', 'Due'];
  const rows = [
    ['Open day', 'Y', 'N', 'Parks', 'May'],
    ['Flood alert', 'Y', 'Y', 'Duty officer', 'When needed'],
    ['Election notice', 'Y', 'N', 'Elections', 'n/a'],
    ['Budget survey', 'N', 'Y', 'Insight', 'January'],
  ];
  const bytes = await pdfFile(kit => {
    [heads, ...rows].forEach((row, index) => {
      row.forEach((cell, column) => {
        setLines(kit, [50, 112, 132, 156, 210][column] ?? 0, 100 + 11 * index, [cell]);
      });
    });
  });
  assert.deepEqual(outlines(await readPdf(bytes)), [[heads, ...rows]]);
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
