import assert from 'node:assert/strict';
import test from 'node:test';
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import excel from 'exceljs';
import { openDocument } from '../src/documents/open.ts';
import { account } from '../src/reading/accounting.ts';
import { readDocument } from '../src/reading/read.ts';
import { openDocumentFile } from './support/open-document.ts';
import { pdfFile } from './support/pdf-file.ts';

/** A cell: its words and its colour. */
type Made = [text: string, fill?: string];

const [BLUE, GREEN, RED, BAND, HEAD] = ['4472C4', '00B050', 'FF0000', 'F2F2F2', 'D9E2F3'];
const TITLE = 'Ashmere library communications plan 2025/26';
const KEY = 'Key: Green - complete; Red - not started';
const head = (texts: string[]): Made[] => texts.map(text => [text, HEAD]);

/** Every second row is banded; months are shaded on it, and one state has no words. */
const PLAN: Made[][] = [
  head(['Activity', 'Lead', 'Apr', 'May', 'Jun', 'Jul', 'Status']),
  [['Write the leaflet'], ['Press Officer'], ['', BLUE], ['', BLUE], [''], [''], ['', GREEN]],
  [
    ['Hold a coffee morning', BAND],
    ['Library Manager', BAND],
    ['', BAND],
    ['', BAND],
    ['', BLUE],
    ['', BAND],
    ['', RED],
  ],
  [['Ask what readers thought'], ['Insight Team'], [''], [''], ['', BLUE], ['', BLUE], ['Not started']],
  [
    ['Thank the volunteers', BAND],
    ['Library Manager', BAND],
    ['', BAND],
    ['', BAND],
    ['', BAND],
    ['', BLUE],
    ['', BAND],
  ],
];
const EXPECTED = [
  ['Write the leaflet', 'April to May', 'complete'],
  ['Hold a coffee morning', 'June', 'not-started'],
  ['Ask what readers thought', 'June to July', 'not-started'],
  ['Thank the volunteers', 'July', 'unknown'],
];

async function word(): Promise<Uint8Array> {
  const cell = ([text, fill]: Made) =>
    new TableCell({ children: [new Paragraph(text)], ...(fill ? { shading: { fill } } : {}) });
  const table = new Table({ rows: PLAN.map(row => new TableRow({ children: row.map(cell) })) });
  const children = [new Paragraph({ text: TITLE, heading: 'Title' }), table, new Paragraph(KEY)];
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
}

async function workbook(): Promise<Uint8Array> {
  const file = new excel.Workbook();
  const sheet = file.addWorksheet('Plan');
  sheet.getCell('A1').value = TITLE;
  PLAN.forEach((row, at) => {
    row.forEach(([text, fill], to) => {
      const cell = sheet.getCell(at + 3, to + 1);
      if (text) cell.value = text;
      if (fill) cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: `FF${fill}` } };
    });
  });
  sheet.getCell(`A${PLAN.length + 4}`).value = KEY;
  return new Uint8Array(await file.xlsx.writeBuffer());
}

const paragraph = (text: string) => `<text:p>${text}</text:p>`;
const openCell = ([text, fill = 'none']: Made) =>
  `<table:table-cell table:style-name="${fill}">${text && paragraph(text)}</table:table-cell>`;
const openRows = PLAN.map(row => `<table:table-row>${row.map(openCell).join('')}</table:table-row>`).join('');
const automatic = [BLUE, GREEN, RED, BAND, HEAD]
  .map(
    fill =>
      `<style:style style:family="table-cell" style:name="${fill}"><style:table-cell-properties fo:background-color="#${fill.toLowerCase()}"/></style:style>`,
  )
  .join('');

const text = () =>
  openDocumentFile('text', {
    automatic,
    body: `<text:h>${TITLE}</text:h><table:table>${openRows}</table:table>${paragraph(KEY)}`,
  });

const sheets = () => {
  const alone = (words: string) =>
    `<table:table-row>${openCell([words])}</table:table-row><table:table-row/>`;
  return openDocumentFile('spreadsheet', {
    automatic,
    body: `<table:table table:name="Plan">${alone(TITLE)}${openRows}<table:table-row/>${alone(KEY)}</table:table>`,
  });
};

const printed = () =>
  pdfFile(
    kit => {
      kit.fontSize(16).text(TITLE).fontSize(9).moveDown();
      const data = PLAN.map(row =>
        row.map(([words, fill]) => ({ text: words, ...(fill ? { backgroundColor: `#${fill}` } : {}) })),
      );
      kit.table({
        columnStyles: [170, 110, 50, 50, 50, 50, 90],
        defaultStyle: { padding: 4, border: 1 },
        data,
      });
      kit.moveDown().text(KEY);
    },
    { layout: 'landscape' },
  );

for (const [name, make] of Object.entries({
  'plan.docx': word,
  'plan.xlsx': workbook,
  'plan.odt': text,
  'plan.ods': sheets,
  'plan.pdf': printed,
})) {
  test(`${name}: shaded months are times, shaded states are states, and bands are neither`, async () => {
    const document = await openDocument(await make(), name);
    const reading = readDocument(document, { today: Temporal.PlainDate.from('2025-04-01') });
    assert.deepEqual(
      reading.lines.map(({ what, schedules, state }) => [
        what,
        schedules.map(one => one.phrase).join(),
        state,
      ]),
      EXPECTED,
    );
    const { lost, spare } = account(document, reading);
    assert.deepEqual({ lost, spare }, { lost: [], spare: [] });
  });
}
