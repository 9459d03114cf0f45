import assert from 'node:assert/strict';
import test from 'node:test';
import excel from 'exceljs';
import type { SourceDocument } from '../document.ts';
import { readXlsx } from './read.ts';

type Fill = (sheet: excel.Worksheet, workbook: excel.Workbook) => void;

/** A workbook as exceljs writes it, with one sheet for each of `fills`, read again. */
async function written(fills: Record<string, Fill>): Promise<SourceDocument> {
  const workbook = new excel.Workbook();
  for (const [name, fill] of Object.entries(fills)) fill(workbook.addWorksheet(name), workbook);
  return readXlsx(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

const seen = (document: SourceDocument) =>
  document.blocks.map(block =>
    block.kind === 'table'
      ? block.rows.map(row => row.cells.map(cell => cell.paragraphs.map(one => one.text).join('\n')))
      : block.text,
  );

const asides = (document: SourceDocument) => document.asides.map(({ text, where }) => `${where}: ${text}`);

const PLAN = [
  ['Action', 'Owner', 'When'],
  ['Write the newsletter', 'Press Officer', 'Monthly'],
  ['Brief the wards', 'Ward Team', 'Quarterly'],
];

test('rows above the table are prose, and the table keeps its rows', async () => {
  const document = await written({
    Plan: sheet => {
      sheet.addRow(['Ashmere communications plan']);
      sheet.addRow(['Kept by:', 'Press Office']);
      sheet.addRow([]);
      sheet.addRows(PLAN);
    },
  });
  assert.deepEqual(seen(document), ['Ashmere communications plan', 'Kept by: Press Office', PLAN]);
  const table = document.blocks[2];
  assert.equal(table?.kind === 'table' && table.rows[1]?.where, 'sheet “Plan”, row 5');
});

test('values print as their cells show them', async () => {
  const VALUES: [excel.CellValue, string | undefined, string][] = [
    [new Date(Date.UTC(2025, 3, 1)), undefined, '01/04/2025'],
    [new Date(Date.UTC(2025, 3, 1)), 'd mmmm yyyy', '1 April 2025'],
    [new Date(Date.UTC(2025, 3, 1)), 'mmm-yy', 'Apr-25'],
    [new Date(Date.UTC(2025, 3, 1)), 'm/d/yyyy', '1/4/2025'],
    [new Date(Date.UTC(2025, 3, 1)), '[$-F800]dddd, mmmm dd, yyyy', '01 April 2025'],
    [new Date(Date.UTC(2025, 3, 1, 14, 30)), 'dd/mm/yyyy hh:mm', '01/04/2025 14:30'],
    [0.755, '0%', '76%'],
    [1250, '£#,##0', '£1,250'],
    [1250.5, '_-£* #,##0.00_-;-£* #,##0.00_-;_-£* "-"??_-;_-@_-', '£1,250.50'],
    [7, '"Q"0', 'Q7'],
    [0.1 + 0.2, undefined, '0.3'],
    [447911123456, undefined, '447911123456'],
    [5, 'not [a format', '5'],
    [true, undefined, 'TRUE'],
    [{ error: '#N/A' }, undefined, '#N/A'],
    [{ formula: 'A1+1', result: 3 }, '0.0', '3.0'],
    [{ formula: 'A1&"x"', result: 'Each month' }, undefined, 'Each month'],
    [{ formula: 'A1>1', result: false }, undefined, 'FALSE'],
    [{ richText: [{ text: 'Ask ' }, { text: 'everyone', font: { bold: true } }] }, undefined, 'Ask everyone'],
    [{ text: 'Our page', hyperlink: 'https://ashmere.example' }, undefined, 'Our page'],
    ['  spaced \u00a0 out ', undefined, 'spaced out'],
    ['one\ntwo', undefined, 'one\ntwo'],
    ['_x0041_ _x000D_', undefined, 'A'],
  ];
  const document = await written({
    Values: sheet => {
      for (const [value, format] of VALUES) {
        const row = sheet.addRow(['what', value]);
        if (format) row.getCell(2).numFmt = format;
      }
    },
  });
  const [table] = seen(document).slice(-1);
  assert.deepEqual(
    (table as string[][]).map(row => row[1]),
    VALUES.map(([, , print]) => print),
  );
});

test('merged cells cover their columns and go on downwards', async () => {
  const document = await written({
    Plan: sheet => {
      sheet.addRows([
        ['Action', 'Resources', '', 'When'],
        ['', 'Time', 'Money', ''],
        ['Newsletter', '2 days', '£50', 'Monthly'],
        ['', '1 day', '£10', 'Weekly'],
      ]);
      sheet.mergeCells('B1:C1');
      sheet.mergeCells('A1:A2');
      sheet.mergeCells('D1:D2');
      sheet.mergeCells('A3:A4');
    },
  });
  const [table] = document.blocks;
  assert.ok(table?.kind === 'table');
  const shape = table.rows.map(row =>
    row.cells.map(
      cell => `${cell.paragraphs[0]?.text ?? ''}${cell.continues ? '^' : ''}${'>'.repeat(cell.columns - 1)}`,
    ),
  );
  assert.deepEqual(shape, [
    ['Action', 'Resources>', 'When'],
    ['^', 'Time', 'Money', '^'],
    ['Newsletter', '2 days', '£50', 'Monthly'],
    ['^', '1 day', '£10', 'Weekly'],
  ]);
});

test('blank columns and rows are no cells, and a headed table after them is another', async () => {
  const document = await written({
    Plan: sheet => {
      sheet.getCell('C3').value = 'Ashmere plan';
      for (const [at, row] of PLAN.entries())
        for (const [to, text] of row.entries()) sheet.getCell(5 + at * 2, 3 + to).value = text;
      sheet.getCell('C12').value = 'Contacts';
      for (const [at, row] of [
        ['Name', 'Telephone'],
        ['Jo', '07911 123456'],
        ['Al', '07911 123457'],
      ].entries())
        for (const [to, text] of row.entries()) sheet.getCell(13 + at, 3 + to).value = text;
      sheet.getRow(13).font = { bold: true };
    },
  });
  assert.deepEqual(seen(document), [
    'Ashmere plan',
    PLAN,
    'Contacts',
    [
      ['Name', 'Telephone'],
      ['Jo', '07911 123456'],
      ['Al', '07911 123457'],
    ],
  ]);
});

test('a key beside the table stands apart; a remark beside a row stays in it', async () => {
  const document = await written({
    Plan: sheet => {
      sheet.addRows(PLAN);
      sheet.getCell('F2').value = 'G';
      sheet.getCell('G2').value = 'On time';
      sheet.getCell('F3').value = 'R';
      sheet.getCell('G3').value = 'Late';
      sheet.getCell('I3').value = 'Ask again in May';
    },
  });
  assert.deepEqual(seen(document), [
    PLAN.map((row, at) => [...row, at === 2 ? 'Ask again in May' : '']),
    [
      ['G', 'On time'],
      ['R', 'Late'],
    ],
  ]);
});

test('what is hidden stands aside; what a filter or a folded outline hides is read', async () => {
  const document = await written({
    Plan: sheet => {
      sheet.addRow(['Action', 'Private', 'When']);
      sheet.addRow(['Newsletter', 'never mind', 'Monthly']);
      sheet.addRow(['Old action', 'gone', 'Weekly']);
      sheet.addRow(['Folded action', '', 'Daily']);
      sheet.getColumn(2).hidden = true;
      sheet.getRow(3).hidden = true;
      sheet.getRow(4).hidden = true;
      sheet.getRow(4).outlineLevel = 1;
    },
    Lists: sheet => {
      sheet.addRows([['Red'], ['Green']]);
      sheet.state = 'veryHidden';
    },
  });
  assert.deepEqual(seen(document), [
    [
      ['Action', 'When'],
      ['Newsletter', 'Monthly'],
      ['Folded action', 'Daily'],
    ],
  ]);
  assert.deepEqual(asides(document), [
    'hidden column B of sheet “Plan”: Private | never mind | gone',
    'hidden row 3 of sheet “Plan”: Old action | Weekly',
    'hidden sheet “Lists”: Red\nGreen',
  ]);
});

test('sheets that somebody named stand under their names', async () => {
  const document = await written({
    'Media plan': sheet => sheet.addRows(PLAN),
    Sheet2: sheet => sheet.addRows(PLAN),
    Events: sheet => {
      sheet.addRow(['EVENTS']);
      sheet.addRows(PLAN);
    },
  });
  assert.deepEqual(seen(document), ['Media plan', PLAN, PLAN, 'EVENTS', PLAN]);
  assert.equal(document.blocks[0]?.kind === 'paragraph' && document.blocks[0].role, 'sheet');
});

test('the name of an only sheet is its title where it has none and somebody gave it', async () => {
  const only = async (name: string) => seen(await written({ [name]: sheet => sheet.addRows(PLAN) }));
  assert.deepEqual(await only('Action plan 2025'), ['Action plan 2025', PLAN]);
  assert.deepEqual(await only('Sheet1'), [PLAN]);
  assert.deepEqual(await only('ashmere-plan-export'), [PLAN]);
});

test('headings are known by filters and by tables that Excel keeps; bold and large letters are told', async () => {
  const document = await written({
    Plan: sheet => {
      sheet.addRow(['Ashmere plan']).font = { size: 18, bold: true };
      sheet.addRows(PLAN);
      sheet.autoFilter = 'A2:C4';
    },
  });
  const [title, table] = document.blocks;
  assert.deepEqual(title?.kind === 'paragraph' && [title.bold, title.level], [true, 1]);
  assert.deepEqual(table?.kind === 'table' && table.rows.map(row => row.header), [
    true,
    undefined,
    undefined,
  ]);
});

test('notes and the words of running heads stand aside', async () => {
  const document = await written({
    Plan: sheet => {
      sheet.addRows(PLAN);
      sheet.getCell('B2').note = { texts: [{ font: { bold: true }, text: 'Jo: ' }, { text: 'ask her' }] };
      sheet.headerFooter.oddHeader = '&L&"Arial,Bold"&14OFFICIAL&C&A';
      sheet.headerFooter.oddFooter = '&CPage &P of &N&RPress && media';
    },
  });
  assert.deepEqual(asides(document), [
    'header: OFFICIAL',
    'footer: Press & media',
    'note on cell B2 of sheet “Plan”: Jo: ask her',
  ]);
});

test('days counted from 1904 are the same days', async () => {
  const document = await written({
    Plan: (sheet, workbook) => {
      workbook.properties.date1904 = true;
      sheet.addRow(['Launch', new Date(Date.UTC(2025, 3, 1))]);
      sheet.addRow(['Review', new Date(Date.UTC(2025, 4, 1))]);
    },
  });
  assert.deepEqual(seen(document), [
    [
      ['Launch', '01/04/2025'],
      ['Review', '01/05/2025'],
    ],
  ]);
});
