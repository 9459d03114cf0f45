import assert from 'node:assert/strict';
import test from 'node:test';
import { pdfFile, setLines } from '../../../../tests/support/pdf-file.ts';
import type { SourceDocument } from '../../document.ts';
import { readPdf } from '../read.ts';

/** Each cell of a table with "^" where it continues the one above, and how many columns it covers. */
const grid = ({ blocks }: SourceDocument) =>
  blocks.flatMap(block =>
    block.kind === 'table'
      ? [
          block.rows.map(row =>
            row.cells.map(
              cell =>
                `${cell.continues ? '^' : ''}${cell.paragraphs.map(({ text }) => text).join(' ')}${cell.columns > 1 ? ` <${cell.columns}>` : ''}`,
            ),
          ),
        ]
      : [],
  );

type Kit = Parameters<Parameters<typeof pdfFile>[0]>[0];

/** Lines around a height, which is the middle of their row. */
const setCentred = (kit: Kit, x: number, middle: number, lines: string[]) =>
  setLines(kit, x, middle - ((lines.length - 1) * 11) / 2, lines);

test('cells of one, two and three lines that share a middle are one row, the first column too', async () => {
  const bytes = await pdfFile(kit => {
    kit.font('Helvetica-Bold');
    [50, 100, 280, 400].forEach((x, at) => {
      setCentred(kit, x, 90, [['Ref.'], ['What we will do'], ['Lead', 'officer'], ['When']][at] ?? []);
    });
    kit.font('Helvetica');
    const rows = [
      [
        ['A1'],
        ['Tell every household in the borough', 'where salt bins stand and how', 'to ask for one.'],
        ['Head of Streets and', 'Winter Service'],
        ['October'],
      ],
      [['A2'], ['No further action'], ['Press officer', 'and web team'], ['N/A']],
      [['A3'], ['Ask traders'], ['Economy Officer', 'with the Chamber'], ['Spring']],
      [['A4'], ['Close the survey'], ['Web team'], ['May']],
    ];
    rows.forEach((row, index) => {
      row.forEach((lines, column) => {
        setCentred(kit, [50, 100, 280, 400][column] ?? 0, 130 + index * 38, lines);
      });
    });
  });
  assert.deepEqual(grid(await readPdf(bytes)), [
    [
      ['Ref.', 'What we will do', 'Lead officer', 'When'],
      [
        'A1',
        'Tell every household in the borough where salt bins stand and how to ask for one.',
        'Head of Streets and Winter Service',
        'October',
      ],
      ['A2', 'No further action', 'Press officer and web team', 'N/A'],
      ['A3', 'Ask traders', 'Economy Officer with the Chamber', 'Spring'],
      ['A4', 'Close the survey', 'Web team', 'May'],
    ],
  ]);
});

test('labels beside the middle of their rows reach over them, and headings over several columns cover those', async () => {
  const xs = [50, 130, 250, 350, 450];
  const bytes = await pdfFile(kit => {
    kit.font('Helvetica-Bold');
    setLines(kit, 300, 90, ['How we reach them']);
    setLines(kit, 52, 98, ['Group']);
    setLines(kit, 140, 98, ['Audience']);
    setLines(kit, 460, 98, ['Lead']);
    setLines(kit, 252, 106, ['Channel']);
    setLines(kit, 352, 106, ['How often']);
    kit.font('Helvetica');
    const rows = [
      ['Tenants', 'Letter', 'Yearly', 'Housing'],
      ['Leaseholders', 'Newsletter', 'Quarterly', 'Housing'],
      ['Councillors', 'Briefing', 'Monthly', 'Press office'],
      ['Staff', 'Intranet', 'Weekly', 'HR'],
      ['Unions', 'Meeting', 'Quarterly', 'HR'],
    ];
    rows.forEach((row, index) => {
      row.forEach((cell, column) => {
        setLines(kit, xs[column + 1] ?? 0, 134 + index * 22, [cell]);
      });
    });
    setLines(kit, 50, 145, ['Residents']);
    setLines(kit, 50, 200, ['Within']);
  });
  assert.deepEqual(grid(await readPdf(bytes)), [
    [
      ['Group', 'Audience', 'How we reach them <2>', 'Lead'],
      ['^', '^', 'Channel', 'How often', '^'],
      ['Residents', 'Tenants', 'Letter', 'Yearly', 'Housing'],
      ['^', 'Leaseholders', 'Newsletter', 'Quarterly', 'Housing'],
      ['Within', 'Councillors', 'Briefing', 'Monthly', 'Press office'],
      ['^', 'Staff', 'Intranet', 'Weekly', 'HR'],
      ['^', 'Unions', 'Meeting', 'Quarterly', 'HR'],
    ],
  ]);
});

test('a label of two lines half way between two rows is that of both, though its lines come near theirs', async () => {
  const bytes = await pdfFile(kit => {
    kit.font('Helvetica-Bold');
    ['Group', 'What we will do', 'When'].forEach((text, at) => {
      setLines(kit, [50, 160, 330][at] ?? 0, 100, [text]);
    });
    kit.font('Helvetica');
    const rows: [number, string[], string][] = [
      [125.5, ['Send the yearly letter', 'about the council tax'], 'May'],
      [146, ['Open the town hall'], 'June'],
      [166.5, ['Hold a question time', 'in each of the wards'], 'July'],
      [187, ['Share the forward plan'], 'Monthly'],
      [202, ['Meet the chairs'], 'Quarterly'],
    ];
    for (const [middle, what, when] of rows) {
      setCentred(kit, 160, middle, what);
      setCentred(kit, 330, middle, [when]);
    }
    setCentred(kit, 50, 146, ['Residents']);
    setCentred(kit, 50, 194.5, ['Partners and', 'voluntary bodies']);
  });
  assert.deepEqual(grid(await readPdf(bytes)), [
    [
      ['Group', 'What we will do', 'When'],
      ['Residents', 'Send the yearly letter about the council tax', 'May'],
      ['^', 'Open the town hall', 'June'],
      ['^', 'Hold a question time in each of the wards', 'July'],
      ['Partners and voluntary bodies', 'Share the forward plan', 'Monthly'],
      ['^', 'Meet the chairs', 'Quarterly'],
    ],
  ]);
});
