import assert from 'node:assert/strict';
import test from 'node:test';
import { pdfFile, setLines } from '../../../../tests/support/pdf-file.ts';
import type { SourceDocument } from '../../document.ts';
import { readPdf } from '../read.ts';

type Kit = Parameters<Parameters<typeof pdfFile>[0]>[0];

/** The text of each cell, "^" before it where it continues the one above; paragraphs as they are. */
const outlines = ({ blocks }: SourceDocument) =>
  blocks.map(block =>
    block.kind === 'table'
      ? block.rows.map(row =>
          row.cells.map(
            cell =>
              `${cell.continues ? '^' : ''}${cell.paragraphs.map(({ text }) => text).join(' ')}${cell.columns > 1 ? ` <${cell.columns}>` : ''}`,
          ),
        )
      : block.text,
  );

const PITCH = 11;

/** Rows of cells of lines, from a height down, with as much blank between rows as `apart` says, and the first row bold. */
function setRows(
  kit: Kit,
  xs: number[],
  rows: string[][][],
  apart: number,
  setting: 'top' | 'middle' | 'foot' = 'top',
  headings = 1,
): void {
  let y = 60;
  rows.forEach((row, index) => {
    kit.font(index < headings ? 'Helvetica-Bold' : 'Helvetica');
    const height = Math.max(...row.map(lines => lines.length)) * PITCH;
    row.forEach((lines, column) => {
      const left = height - lines.length * PITCH;
      setLines(kit, xs[column] ?? 0, y + { top: 0, middle: left / 2, foot: left }[setting], lines);
    });
    y += height + apart;
  });
}

const whole = (rows: string[][][]) => rows.map(row => row.map(lines => lines.join(' ')));

const XS = [50, 80, 260, 400];
const PLAN = [
  [['No.'], ['What we will do'], ['Who leads'], ['When']],
  [['1'], ['Tell every household in Ashmere', 'where salt bins stand'], ['Streets Manager'], ['October']],
  [['2'], ['Ask traders'], ['Economy Officer'], ['Each spring']],
  [
    ['3'],
    ['Publish what the survey found, with', 'the answers of each ward, on our', 'pages and in libraries'],
    ['Head of Communications', 'and Customer Services'],
    ['By the end of', 'November 2025'],
  ],
  [['4'], ['Thank all who took part'], ['Web team'], ['December']],
];

for (const [setting, apart] of [
  ['top', 0],
  ['top', 6],
  ['middle', 0],
  ['middle', 6],
  ['foot', 6],
] as const)
  test(`rows ${apart} points apart are told apart where cells stand at the ${setting} of them`, async () => {
    const bytes = await pdfFile(kit => setRows(kit, XS, PLAN, apart, setting));
    assert.deepEqual(outlines(await readPdf(bytes)), [whole(PLAN)]);
  });

test('a label of two lines names its rows, and the second line is no cell of the second row', async () => {
  const rows = [
    [['Audience'], ['What we will do'], ['Who'], ['When']],
    [['Staff'], ['Send a weekly bulletin'], ['Editor'], ['Every Friday']],
    [[], ['Hold an annual conference'], ['Chief Executive'], ['Each May']],
    [['Partners and voluntary'], ['Share the forward plan'], ['Policy Officer'], ['Monthly']],
    [['bodies'], ['Meet the chairs of the forum'], ['Director'], ['Quarterly']],
  ];
  const bytes = await pdfFile(kit => setRows(kit, [50, 150, 320, 430], rows, 0));
  const [table] = outlines(await readPdf(bytes));
  assert.deepEqual((table as string[][]).slice(3), [
    ['Partners and voluntary bodies', 'Share the forward plan', 'Policy Officer', 'Monthly'],
    ['^', 'Meet the chairs of the forum', 'Director', 'Quarterly'],
  ]);
});

test('a bold title right below a row that filled its cell titles the rows below it', async () => {
  const bytes = await pdfFile(kit => {
    setRows(
      kit,
      [50, 200, 320],
      [
        [['Activity'], ['Lead'], ['How often']],
        [['Newsletter to all our Neighbourhood', 'Watch members'], ['Liaison Officer'], ['Monthly']],
      ],
      0,
    );
    kit.font('Helvetica-Bold');
    setLines(kit, 50, 93, ['Young people']);
    kit.font('Helvetica');
    setLines(kit, 50, 104, ['School talks', 'Open evening']);
    setLines(kit, 200, 104, ['Schools Officer', 'Cadet Leader']);
    setLines(kit, 320, 104, ['Each term', 'Yearly']);
  });
  const [table] = outlines(await readPdf(bytes));
  assert.deepEqual((table as string[][]).slice(2), [
    ['Young people <3>'],
    ['School talks', 'Schools Officer', 'Each term'],
    ['Open evening', 'Cadet Leader', 'Yearly'],
  ]);
});

test('headings in two rows that touch are told apart by what stands beside them', async () => {
  const rows = [
    [['Action'], ['People'], [], ['Dates'], [], ['Comments']],
    [[], ['Lead'], ['Support'], ['Start'], ['Finish'], []],
    [['Launch the campaign'], ['Press Office'], ['Nurses'], ['May'], ['June'], ['Agreed']],
    [['Brief pharmacists'], ['Pharmacy Lead'], ['Editor'], ['July'], ['August'], ['Funded']],
    [['Thank volunteers'], ['Press Office'], ['Chair'], ['March'], ['April'], ['Not begun']],
  ];
  const bytes = await pdfFile(kit => setRows(kit, [50, 160, 240, 310, 370, 430], rows, 0, 'top', 2));
  const [table] = outlines(await readPdf(bytes));
  assert.deepEqual((table as string[][]).slice(0, 3), [
    ['Action', 'People <2>', 'Dates <2>', 'Comments'],
    ['^', 'Lead', 'Support', 'Start', 'Finish', '^'],
    ['Launch the campaign', 'Press Office', 'Nurses', 'May', 'June', 'Agreed'],
  ]);
});

test('a sentence below a table is no row of it, though no longer than the first column is wide', async () => {
  const bytes = await pdfFile(kit => {
    setRows(
      kit,
      [50, 200, 330],
      whole(PLAN).map(row => row.slice(1).map(text => [text.slice(0, 24).trim()])),
      3,
    );
    setLines(kit, 50, 160, ['All dates may change.']);
  });
  const [, below] = outlines(await readPdf(bytes));
  assert.equal(below, 'All dates may change.');
});
