import assert from 'node:assert/strict';
import test from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { excelFile, textRow } from '../../../tests/support/excel-file.ts';
import { openDocument, Unreadable } from '../open.ts';
import { readXlsx } from './read.ts';

const HEAD = textRow(1, ['Action', 'When']);
const seen = (bytes: Uint8Array) =>
  readXlsx(bytes).blocks.map(block =>
    block.kind === 'table'
      ? block.rows.map(row => row.cells.map(cell => cell.paragraphs.map(one => one.text).join('\n')))
      : block.text,
  );
const asides = (bytes: Uint8Array) => readXlsx(bytes).asides.map(({ text, where }) => `${where}: ${text}`);

test('cells and rows without places follow one another', () => {
  const rows =
    '<row><c t="str"><v>Action</v></c><c t="str"><v>When</v></c></row><row><c><v>1</v></c><c><v>2</v></c></row>';
  assert.deepEqual(seen(excelFile({ rows })), [
    [
      ['Action', 'When'],
      ['1', '2'],
    ],
  ]);
});

test('shared texts with runs, and how their characters are said', () => {
  const strings =
    '<si><r><rPr><b/></rPr><t>Bold </t></r><r><t>and not</t></r><rPh sb="0" eb="1"><t>said</t></rPh></si><si/>';
  const rows =
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>99</v></c></row>';
  assert.deepEqual(seen(excelFile({ rows, strings })), ['Bold and not']);
});

test('dates that are stored as dates, odd formats, and numbers that are none', () => {
  const styles =
    '<numFmts><numFmt numFmtId="164" formatCode="[h]:mm"/></numFmts><cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="49"/></cellXfs>';
  const rows = `<row r="1"><c r="A1" t="d" s="1"><v>2025-04-01T00:00:00</v></c><c r="B1" t="d"><v>2025-04-02</v></c>
    <c r="C1" s="2"><v>1.5</v></c><c r="D1" s="3"><v>5</v></c><c r="E1"><v>many</v></c><c r="F1" s="1"><v>45748</v></c></row>`;
  const all = (workbook: string) => seen(excelFile({ rows, styles, workbook })).flat(2);
  assert.deepEqual(all(''), ['01/04/2025', '02/04/2025', '36:00', '5', 'many', '01/04/2025']);
  assert.deepEqual(all('<workbookPr date1904="1"/>').slice(2), ['36:00', '5', 'many', '02/04/2029']);
});

test('talks in new workbooks are told without the copy for old ones', () => {
  const parts = {
    comments:
      '<comments><commentList><comment ref="B2"><text><t>[Threaded comment] Your version of Excel…</t></text></comment><comment ref="A1"><text><t>An old note</t></text></comment></commentList></comments>',
    threadedComment:
      '<ThreadedComments><threadedComment ref="B2"><text>Is this still right?</text></threadedComment><threadedComment ref="B2"><text>Yes</text></threadedComment></ThreadedComments>',
  };
  assert.deepEqual(asides(excelFile({ rows: HEAD, parts })), [
    'note on cell B2 of sheet “Plan”: Is this still right?',
    'note on cell B2 of sheet “Plan”: Yes',
    'note on cell A1 of sheet “Plan”: An old note',
  ]);
});

test('text boxes over the cells stand aside, each copy once', () => {
  const box = (text: string) =>
    `<xdr:sp><xdr:txBody><a:p><a:r><a:t>${text}</a:t></a:r><a:r><a:t> now</a:t></a:r></a:p></xdr:txBody></xdr:sp>`;
  const drawing = `<xdr:wsDr xmlns:xdr="x" xmlns:a="a" xmlns:mc="m"><mc:AlternateContent><mc:Choice>${box('New')}</mc:Choice><mc:Fallback>${box('New')}</mc:Fallback></mc:AlternateContent>${box('Key')}</xdr:wsDr>`;
  assert.deepEqual(asides(excelFile({ rows: HEAD, parts: { drawing } })), [
    'text box: New now',
    'text box: Key now',
  ]);
});

test('a text that runs over the empty cells beside it stands across them', () => {
  const before = '<cols><col min="1" max="1" width="6" customWidth="1"/></cols>';
  const rows = `${textRow(1, ['Ref', 'Action', 'When'])}${textRow(2, ['What we will do for the harbour'])}${textRow(3, ['1', 'Newsletter', 'Monthly'])}`;
  const [table] = readXlsx(excelFile({ rows, before })).blocks;
  assert.deepEqual(table?.kind === 'table' && table.rows.map(row => row.cells[0]?.columns), [1, 3, 1]);
});

test('a merged cell whose first column is hidden is seen in the next', () => {
  const before = '<cols><col min="1" max="1" hidden="1"/></cols>';
  const after = '<mergeCells><mergeCell ref="A2:B2"/><mergeCell ref="nonsense"/></mergeCells>';
  const rows = `${textRow(1, ['', 'Action', 'When'])}${textRow(2, ['Newsletter', '', 'Monthly'])}`;
  assert.deepEqual(seen(excelFile({ rows, before, after })), [
    [
      ['Action', 'When'],
      ['Newsletter', 'Monthly'],
    ],
  ]);
});

test('words in a cell that another covers are kept', () => {
  const after = '<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="A2:A9"/></mergeCells>';
  const rows = `${textRow(1, ['one', 'two', 'three'])}${textRow(2, ['four', 'five', 'six'])}${textRow(3, ['seven', 'eight', 'nine'])}`;
  assert.deepEqual(seen(excelFile({ rows, after })), [
    [
      ['one', 'two', 'three'],
      ['four', 'five', 'six'],
      ['seven', 'eight', 'nine'],
    ],
  ]);
});

test('rows that every page prints again, and those of tables, are headings', () => {
  const workbook = `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">Plan!$A:$A,Plan!$1:$1</definedName></definedNames>`;
  const rows = `${HEAD}${textRow(2, ['Newsletter', 'Monthly'])}`;
  const headers = (bytes: Uint8Array) =>
    readXlsx(bytes).blocks.flatMap(block =>
      block.kind === 'table' ? block.rows.map(row => row.header ?? false) : [],
    );
  assert.deepEqual(headers(excelFile({ rows, workbook })), [true, false]);
  assert.deepEqual(headers(excelFile({ rows, parts: { table: '<table ref="A1:B2"/>' } })), [true, false]);
  assert.deepEqual(
    headers(excelFile({ rows, parts: { table: '<table ref="A1:B2" headerRowCount="0"/>' } })),
    [false, false],
  );
});

const refused = async (bytes: Uint8Array, name = 'plan.xlsx') =>
  openDocument(bytes, name).then(
    () => 'opened',
    fault => {
      assert.ok(fault instanceof Unreadable, `threw ${fault}`);
      return fault.message;
    },
  );

test('a workbook that cannot be read is refused with one clear sentence', async () => {
  const wide = `<row r="1">${'<c t="str"><v>x</v></c>'.repeat(10_000)}</row>`;
  assert.match(await refused(excelFile({ rows: wide })), /a sheet of 10000 columns; up to 400 are read/);
  assert.match(await refused(excelFile({ rows: '<row r="1"><c r="A1"/></row>' })), /no words/);
  assert.match(await refused(excelFile({ rows: '<row><c>' })), /damaged/);
  const binary = zipSync({
    '_rels/.rels': strToU8(
      '<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>',
    ),
    'xl/workbook.bin': strToU8('binary'),
  });
  assert.match(await refused(binary), /binary Excel workbook/);
  assert.match(await refused(excelFile({ rows: HEAD }), 'plan.docx'), /it is an Excel workbook/);
});

test('one long text in many cells, and more cells than a plan has, are refused before they fill the memory', async () => {
  const strings = `<si><t>${'word '.repeat(6000)}</t></si>`;
  const many = '<row><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>'.repeat(20_000);
  assert.match(await refused(excelFile({ rows: many, strings })), /far more than a plan/);
});

test('every truncation is refused, and every changed byte is read or refused', async () => {
  const bytes = excelFile({
    rows: HEAD,
    strings: '<si><t>x</t></si>',
    styles: '<fonts><font><b/></font></fonts>',
  });
  for (let length = 4; length < bytes.length; length += 23) {
    assert.match(await refused(bytes.subarray(0, length)), /damaged/, `at ${length}`);
  }
  for (let at = 0; at < bytes.length; at += 5) {
    const changed = Uint8Array.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 0x55;
    assert.ok(await refused(changed));
  }
});

test('number formats longer than Excel takes are passed over, since following one could take minutes', () => {
  const hostile = ['['.repeat(5000), `${'#,##0'.repeat(3000)}${';'.repeat(200)}`, '0'.repeat(30_000)];
  const formats = hostile.map((code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${code}"/>`);
  const styles = `<numFmts>${formats.join('')}</numFmts><cellXfs><xf/>${hostile.map((_, index) => `<xf numFmtId="${200 + index}"/>`).join('')}</cellXfs>`;
  const cells = Array.from({ length: 300 }, (_, at) => `<c s="${1 + (at % 3)}"><v>4500</v></c>`);
  const rows = `<row>${cells.join('')}</row>`.repeat(3);
  const begun = performance.now();
  const [table] = seen(excelFile({ rows, styles }));
  assert.ok(performance.now() - begun < 5_000);
  assert.deepEqual(new Set((table as string[][]).flat()), new Set(['4500']));
});
