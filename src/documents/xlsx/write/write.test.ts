import assert from 'node:assert/strict';
import { test } from 'node:test';
import excel from 'exceljs';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { cellsOf, type MadePlan, madePlans } from '../../../../tests/support/plan-texts.ts';
import { readDocument } from '../../../reading/read.ts';
import type { DocumentOut, TableOut } from '../../document-out.ts';
import { openDocument } from '../../open.ts';
import { writeXlsx } from './write.ts';

const out = (plan: Partial<DocumentOut>): DocumentOut => ({
  title: 'Ashmere plan',
  marking: '',
  orientation: 'landscape',
  creator: 'Borough of Ashmere',
  created: Temporal.Instant.from('2025-05-01T10:00:00Z'),
  introduction: [],
  sections: [],
  ...plan,
});
const section = (heading: string, table: TableOut) => ({ heading, paragraphs: [], tables: [table] });
const asDocument = (plan: MadePlan): DocumentOut =>
  out({
    title: plan.title,
    sections: plan.sections.map(({ title, lines }) =>
      section(title, {
        headings: plan.columns.map(column => column.heading),
        rows: lines.map(line => cellsOf(plan, line)),
      }),
    ),
  });
const partsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
const openXlsx = (document: Partial<DocumentOut>) => openDocument(writeXlsx(out(document)), 'plan.xlsx');

test('a plan that is written as a workbook, opened and read again has the same lines', async () => {
  await fc.assert(
    fc.asyncProperty(madePlans, async plan => {
      const document = await openDocument(writeXlsx(asDocument(plan)), 'plan.xlsx');
      const reading = readDocument(document, { today: Temporal.PlainDate.from('2025-04-01') });
      const wanted = plan.sections.flatMap(({ title, lines }) =>
        lines.map(({ state, fields }) => ({ section: title, state, fields })),
      );
      const got = reading.lines.map((line, index) => {
        const asked = Object.keys(wanted[index]?.fields ?? {}) as (keyof typeof line)[];
        const fields = Object.fromEntries(asked.map(field => [field, line[field]]));
        return { section: line.section, state: line.state, fields };
      });
      assert.deepEqual(got, wanted);
      assert.equal(reading.document.title, plan.title);
    }),
    { numRuns: 40, seed: 4 },
  );
});

const CELLS = { headings: ['What', 'Owner'], rows: [['=1+1', 'Jo']] };

test('a cell is a text, also where it begins as a formula does', () => {
  const sheet = partsOf(writeXlsx(out({ sections: [section('', CELLS)] })))['xl/worksheets/sheet1.xml']!;
  assert.match(sheet, /t="inlineStr"><is><t xml:space="preserve">=1\+1</);
  assert.doesNotMatch(sheet, /<f>|<v>/);
});

test('the marking is printed at the head and the foot of every sheet', async () => {
  const sections = [section('One', CELLS), section('Two', { headings: ['A'], rows: [['b']] })];
  const document = await openXlsx({ marking: 'OFFICIAL-SENSITIVE', sections });
  const marked = document.asides.filter(aside => aside.text === 'OFFICIAL-SENSITIVE');
  assert.equal(marked.length, 2);
  const parts = partsOf(writeXlsx(out({ marking: 'OFFICIAL-SENSITIVE', sections })));
  for (const number of [1, 2]) {
    const sheet = parts[`xl/worksheets/sheet${number}.xml`]!;
    assert.match(sheet, /<oddHeader>[^<]*OFFICIAL-SENSITIVE<\/oddHeader>/);
    assert.match(sheet, /<oddFooter>[^<]*OFFICIAL-SENSITIVE[^<]*Page &amp;P of &amp;N<\/oddFooter>/);
    assert.match(sheet, /paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/);
    assert.match(sheet, /<row r="\d+" ht="[\d.]+">/, 'a row of cells says how tall it is, for LibreOffice');
  }
});

test('headings stay in sight and are printed on every page', () => {
  const parts = partsOf(writeXlsx(out({ introduction: ['As at 1 May'], sections: [section('', CELLS)] })));
  assert.match(parts['xl/worksheets/sheet1.xml']!, /<pane ySplit="4" topLeftCell="A5"[^>]*state="frozen"/);
  assert.match(parts['xl/workbook.xml']!, /_xlnm.Print_Titles" localSheetId="0">'Table 1'!\$4:\$4</);
});

test('what the file and its rows are known by stands in a hidden last column and among the properties', () => {
  const identity = '0197a3c0-0000-7000-8000-000000000001';
  const line = '0197a3c0-0000-7000-8000-000000000002';
  const parts = partsOf(
    writeXlsx(out({ identity, sections: [section('', { ...CELLS, identities: [line] })] })),
  );
  const sheet = parts['xl/worksheets/sheet1.xml']!;
  assert.match(sheet, /<col min="3" max="3" width="0" hidden="1"/);
  assert.ok(sheet.includes(`Commsgrid line ${identity}<`));
  assert.match(sheet, new RegExp(`<c r="C4"[^>]*><is><t[^>]*>${line}<`));
  assert.ok(parts['docProps/custom.xml']!.includes(`name="commsgrid-export"><vt:lpwstr>${identity}<`));
});

test('another program reads the same: sheets, widths, what is frozen, merged, hidden and printed', async () => {
  const identity = '0197a3c0-0000-7000-8000-000000000001';
  const wide = {
    headings: ['Ref', 'Neighbourhood'],
    rows: [['1', 'Write to everybody. '.repeat(20)]],
    identities: [''],
  };
  const bytes = writeXlsx(
    out({
      identity,
      marking: 'OFFICIAL',
      sections: [section('One', wide), section('Two', wide), section('Other shape', CELLS)],
    }),
  );
  const book = new excel.Workbook();
  await book.xlsx.load(Buffer.from(bytes).buffer as ArrayBuffer);
  assert.deepEqual(
    book.worksheets.map(sheet => sheet.name),
    ['Table 1', 'Other shape'],
  );
  assert.equal(book.title, 'Ashmere plan');
  const [first] = book.worksheets;
  assert.deepEqual(
    first!.views.map(({ state, ...view }) => [state, 'ySplit' in view && view.ySplit]),
    [['frozen', 3]],
  );
  assert.deepEqual(first!.model.merges, ['A4:B4', 'A6:B6']);
  assert.equal(first!.getColumn(3).hidden, true);
  assert.ok(first!.getColumn(2).width! > 4 * first!.getColumn(1).width!);
  assert.equal(first!.pageSetup.printTitlesRow, '3:3');
  assert.deepEqual(
    [first!.pageSetup.orientation, first!.pageSetup.paperSize, first!.pageSetup.fitToWidth],
    ['landscape', 9, 1],
  );
  assert.match(first!.headerFooter.oddFooter!, /OFFICIAL.*Page &P of &N/);
  assert.equal(first!.getCell('C3').value, `Commsgrid line ${identity}`);
  const cell = first!.getCell('B5');
  assert.deepEqual([cell.type, cell.numFmt, cell.alignment.wrapText], [excel.ValueType.String, '@', true]);
});

test('the same plan gives the same bytes', async () => {
  const first = writeXlsx(out({ marking: 'OFFICIAL' }));
  await new Promise(done => setTimeout(done, 1100));
  assert.deepEqual(writeXlsx(out({ marking: 'OFFICIAL' })), first);
});

test('a text too long for Excel is not cut silently: its cell says where the whole of it is', async () => {
  const long = Array.from({ length: 9_000 }, (_, number) => `word${number}`).join(' ');
  const { blocks } = await openXlsx({ sections: [section('', { ...CELLS, rows: [[long, 'Jo']] })] });
  const table = blocks.find(block => block.kind === 'table')!;
  const cell = table.rows[1]!.cells[0]!.paragraphs.map(({ text }) => text);
  assert.match(cell.at(-1)!, /The whole text is on the sheet “Long cells”, under “Cell 1”/);
  const whole = blocks.flatMap(block => (block.kind === 'paragraph' ? block.text : []));
  assert.ok(whole.join(' ').includes(long));
  for (const part of Object.values(
    partsOf(writeXlsx(out({ sections: [section('', { ...CELLS, rows: [[long, '']] })] }))),
  ))
    for (const [, text] of part.matchAll(/<t [^>]*>([^<]*)</g)) assert.ok(text!.length <= 32_767);
});

/** As every reader sees a cell: in lines, each with single blanks. */
const plain = (text: string) =>
  text
    .toWellFormed()
    .split(/[\n\u2028\u2029]/)
    .map(one =>
      one
        .replace(/[\p{Cc}\u00AD\ufffe\uffff]/gu, sign => (sign === '\t' ? ' ' : ''))
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter(Boolean)
    .join('\n');

test('any words at all come back from their cells as they were', async () => {
  const odd = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom(
      '=HYPERLINK("x")',
      '-£2,000',
      '+44',
      '@home',
      '_x0041_',
      '£1 & <2>',
      'a\nb',
      'مرحبا',
      '👩‍👩‍👧 x',
      '1/2',
    ),
  );
  const row = fc.tuple(odd, odd).map(([one, other]) => [`Write ${one}`, `Jo ${other}`]);
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 2, maxLength: 6 }), async rows => {
      const { blocks } = await openXlsx({ sections: [section('', { ...CELLS, rows })] });
      const table = blocks.find(block => block.kind === 'table')!;
      const seen = table.rows
        .slice(1)
        .map(({ cells }) => cells.map(cell => cell.paragraphs.map(({ text }) => text).join('\n')));
      assert.deepEqual(
        seen,
        rows.map(texts => texts.map(plain)),
      );
    }),
    { numRuns: 30, seed: 5 },
  );
});
