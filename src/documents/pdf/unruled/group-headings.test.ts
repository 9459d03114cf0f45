import assert from 'node:assert/strict';
import test from 'node:test';
import { pdfFile, setLines } from '../../../../tests/support/pdf-file.ts';
import { readPdf } from '../read.ts';

const XS = [50, 120, 250, 340, 400, 450, 500];
const ROWS = [
  ['Libraries', 'Members and visitors', 'Posters and e-mail', 'Monthly', '£200', 'Core', 'Ada'],
  ['Leisure', 'Season ticket holders', 'App message', 'Weekly', '£0', 'n/a', 'Ben'],
  ['Parks', 'Friends groups and clubs', 'Newsletter', 'Twice a year', '£1,450', 'Grant', 'Cem'],
  ['Planning', 'Neighbours of sites', 'Letter', 'As required', '£9,000', 'Fees', 'Dee'],
];

for (const [name, down] of Object.entries({ 'at the top of': 0, 'in the middle of': 7 }))
  test(`headings over several columns hide no gutter; others stand ${name} both rows`, async () => {
    const bytes = await pdfFile(kit => {
      kit.font('Helvetica-Bold');
      setLines(kit, 282, 100, ['How we tell them']);
      setLines(kit, 422, 100, ['Money']);
      ['Service', 'Who needs to know', 'Channel', 'Frequency', 'Budget', 'Source', 'Lead'].forEach(
        (heading, column) => {
          const isBelow = column > 1 && column < 6;
          setLines(kit, (XS[column] ?? 0) + 3, isBelow ? 114 : 100 + down, [heading]);
        },
      );
      kit.font('Helvetica');
      ROWS.forEach((row, index) => {
        row.forEach((cell, column) => {
          setLines(kit, XS[column] ?? 0, 128 + index * 14, [cell]);
        });
      });
    });
    const tables = (await readPdf(bytes)).blocks.filter(block => block.kind === 'table');
    assert.deepEqual(
      tables.map(({ rows }) =>
        rows.map(({ cells }) =>
          cells.map(
            ({ paragraphs, columns, continues }) =>
              `${continues ? '^' : ''}${paragraphs.map(({ text }) => text).join(' ')}${columns > 1 ? ` <${columns}>` : ''}`,
          ),
        ),
      ),
      [
        [
          ['Service', 'Who needs to know', 'How we tell them <2>', 'Money <2>', 'Lead'],
          ['^', '^', 'Channel', 'Frequency', 'Budget', 'Source', '^'],
          ...ROWS,
        ],
      ],
    );
  });

test('a heading centred between two others, over neither of them, covers both columns', async () => {
  const middles = [110, 260, 380, 510];
  const rows = [
    [
      'Tell the press about the fair',
      'Head of Communications',
      'Public Health Team',
      'Agreed with the board',
    ],
    [
      'Send leaflets to all libraries',
      'Campaigns and Web Officer',
      'Primary Care Team',
      'Printed stock held',
    ],
    ['Brief the pharmacists', 'Pharmacy and Stores Lead', 'Communications Team', 'To be confirmed'],
    ['Thank all volunteers', 'Press and Media Officer', 'Volunteers Manager', 'Depends on the editor'],
  ];
  const bytes = await pdfFile(kit => {
    const set = (middle: number, y: number, text: string) =>
      setLines(kit, middle - kit.widthOfString(text) / 2, y, [text]);
    kit.font('Helvetica-Bold');
    set(320, 100, 'People');
    set(middles[0] ?? 0, 107, 'Action');
    set(middles[3] ?? 0, 107, 'Comments');
    set(middles[1] ?? 0, 114, 'Lead');
    set(middles[2] ?? 0, 114, 'Support');
    kit.font('Helvetica');
    rows.forEach((row, at) => {
      for (const [column, text] of row.entries()) set(middles[column] ?? 0, 134 + at * 18, text);
    });
  });
  const tables = (await readPdf(bytes)).blocks.filter(block => block.kind === 'table');
  assert.deepEqual(
    tables.map(table =>
      table.rows.map(row =>
        row.cells.map(
          cell =>
            `${cell.continues ? '^' : ''}${cell.paragraphs.map(({ text }) => text).join(' ')}${cell.columns > 1 ? ` <${cell.columns}>` : ''}`,
        ),
      ),
    ),
    [[['Action', 'People <2>', 'Comments'], ['^', 'Lead', 'Support', '^'], ...rows]],
  );
});
