import assert from 'node:assert/strict';
import { test } from 'node:test';
import excel from 'exceljs';
import { excelFile } from '../../tests/support/excel-file.ts';
import { openDocumentFile } from '../../tests/support/open-document.ts';
import { pdfFile, rule } from '../../tests/support/pdf-file.ts';
import { cell, row, table, wordFile } from '../../tests/support/word-file.ts';
import type { SourceDocument } from './document.ts';
import { openDocument } from './open.ts';

/** The backgrounds of a document's tables, row by row; '' for none. */
const fills = (document: SourceDocument) =>
  document.blocks.flatMap(block =>
    block.kind === 'table' ? block.rows.map(one => one.cells.map(({ fill = '' }) => fill)) : [],
  );

test('Word: fills and patterns of a cell count; automatic, white and none do not, nor do the bands of a style', async () => {
  const shaded = (attributes: string) => cell('', `<w:shd ${attributes}/>`);
  const body = table([
    row(['Task', 'A', 'B', 'C', 'D', 'E'].map(text => cell(text))),
    row([
      cell('Leaflet', '<w:cnfStyle w:evenHBand="1"/>'),
      shaded('w:val="clear" w:color="auto" w:fill="00b050"'),
      shaded('w:val="clear" w:color="auto" w:fill="auto"'),
      shaded('w:val="clear" w:fill="FFFFFF"'),
      shaded('w:val="solid" w:color="FF0000" w:fill="auto"'),
      shaded('w:val="pct50" w:color="000000" w:fill="FFFFFF"'),
    ]),
  ]);
  const document = await openDocument(wordFile({ body }), 'plan.docx');
  assert.deepEqual(fills(document)[1], ['', '00B050', '', '', 'FF0000', '808080']);
});

test('Excel: colours of the theme with their tints, numbered ones, and merged cells', async () => {
  const workbook = new excel.Workbook();
  const sheet = workbook.addWorksheet('Plan');
  sheet.addRow(['Task', 'Apr', 'May', 'Jun', 'Jul', 'Aug']);
  sheet.addRow(['Leaflet']);
  const paint = (at: string, fgColor: object, pattern: 'solid' | 'lightUp' = 'solid') => {
    sheet.getCell(at).fill = { type: 'pattern', pattern, fgColor };
  };
  paint('B2', { argb: 'FF00B050' });
  paint('C2', { theme: 4, tint: 0.3999755851924192 });
  paint('D2', { indexed: 13 });
  paint('E2', { argb: 'FF00B050' }, 'lightUp');
  paint('F2', { theme: 0, tint: -0.249977111117893 });
  sheet.addRow(['Posters']);
  sheet.mergeCells('B3:D3');
  paint('B3', { argb: 'FFFFC000' });
  const document = await openDocument(new Uint8Array(await workbook.xlsx.writeBuffer()), 'plan.xlsx');
  assert.deepEqual(fills(document).slice(1), [
    ['', '00B050', '95B3D7', 'FFFF00', '', 'BFBFBF'],
    ['', 'FFC000', 'FFC000', 'FFC000', '', ''],
  ]);
});

test('Excel: what a colour beside a text explains is told with the text', async () => {
  const styles =
    '<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF00B050"/></patternFill></fill></fills><cellXfs><xf/><xf fillId="1"/></cellXfs>';
  const rows = '<row r="1"><c r="A1" s="1"/><c r="B1" t="str"><v>Complete</v></c></row>';
  const document = await openDocument(excelFile({ rows, styles }), 'plan.xlsx');
  assert.deepEqual(
    document.blocks.map(block => block.kind === 'paragraph' && [block.text, block.fill]),
    [['Complete', '00B050']],
  );
});

const STYLES =
  '<style:style style:family="table-cell" style:name="G"><style:table-cell-properties fo:background-color="#00b050"/></style:style><style:style style:family="table-cell" style:name="N" style:parent-style-name="G"><style:table-cell-properties fo:background-color="transparent"/></style:style>';
const written = (text: string, style = '') =>
  `<table:table-cell${style && ` table:style-name="${style}"`}><text:p>${text}</text:p></table:table-cell>`;

test('OpenDocument: the background of a cell’s style, which may take its parent’s away, or of its row’s', async () => {
  const row =
    '<style:style style:family="table-row" style:name="R"><style:table-row-properties fo:background-color="#eeeeee"/></style:style>';
  const body = `<table:table><table:table-row table:style-name="R">${written('Task')}${written('Apr')}${written('May')}</table:table-row><table:table-row>${written('Leaflet')}${written('', 'G')}${written('', 'N')}</table:table-row></table:table>`;
  const file = openDocumentFile('text', { body, automatic: STYLES + row });
  assert.deepEqual(fills(await openDocument(file, 'plan.odt')), [
    ['EEEEEE', 'EEEEEE', 'EEEEEE'],
    ['', '00B050', ''],
  ]);
});

test('OpenDocument sheets: a cell without a style has its column’s, and repeated cells are all filled', async () => {
  const columns =
    '<table:table-column/><table:table-column table:number-columns-repeated="2"/><table:table-column table:default-cell-style-name="G"/>';
  const body = `<table:table table:name="Plan">${columns}<table:table-row>${['Task', 'Apr', 'May', 'Jun'].map(text => written(text, 'N')).join('')}</table:table-row><table:table-row>${written('Leaflet')}<table:table-cell table:style-name="G" table:number-columns-repeated="2"/><table:table-cell/></table:table-row></table:table>`;
  const file = openDocumentFile('spreadsheet', { body, automatic: STYLES });
  assert.deepEqual(fills(await openDocument(file, 'plan.ods')), [
    ['', '', '', ''],
    ['', '00B050', '00B050', '00B050'],
  ]);
});

test('PDF: the last area painted over most of a ruled cell; white clears', async () => {
  const [xs, ys] = [
    [50, 200, 260, 320],
    [50, 70, 90, 110],
  ];
  const bytes = await pdfFile(kit => {
    const paint = (colour: string, x: number, y: number, width: number) =>
      kit.rect(x, y, width, 20).fill(colour);
    paint('#dddddd', 50, 70, 270);
    paint('#00b050', 200, 70, 60);
    paint('#ffffff', 260, 70, 60);
    paint('#ff0000', 200, 90, 30);
    kit.fillColor('black').strokeColor('black');
    rule(kit, xs, ys);
    for (const [text, x, y] of [
      ['Task', 55, 55],
      ['April', 205, 55],
      ['May', 265, 55],
      ['Leaflet', 55, 75],
      ['Posters', 55, 95],
    ] as const)
      kit.text(text, x, y, { lineBreak: false });
  });
  assert.deepEqual(fills(await openDocument(bytes, 'plan.pdf')), [
    ['', '', ''],
    ['DDDDDD', '00B050', ''],
    ['', '', ''],
  ]);
});
