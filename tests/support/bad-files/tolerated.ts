import { strToU8 } from 'fflate';
import { excelFile, textRow } from '../excel-file.ts';
import { openDocumentFile } from '../open-document.ts';
import { pdfFile, setLines } from '../pdf-file.ts';
import { cell, paragraph, row, table, wordFile } from '../word-file.ts';
import type { OddFile } from './odd-file.ts';
import { ARCHIVED, replaced, withPart } from './small-plans.ts';

const many = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));
const whole = (ending: string) => ARCHIVED.find(one => one.ending === ending)!.whole();
const SMALL = 'What\tOwner\tWhen\nHold ward panel\tWard sergeant\tMonthly\n';

/** Strange, and still a plan somebody may have: read, and the words are there. */
export const TOLERATED: OddFile[] = [
  {
    what: 'macros, which are never looked at',
    name: 'plan.xlsm',
    bytes: () =>
      withPart(
        withPart(whole('xlsx'), 'xl/vbaProject.bin', 'Sub AutoOpen: Shell "format": End Sub'),
        'xl/macrosheets/sheet2.xml',
        '<macro>EXEC</macro>',
      ),
    holds: /Hold ward panel/,
    lacks: /AutoOpen|EXEC/,
  },
  {
    what: 'macros in Word',
    name: 'plan.docm',
    bytes: () => withPart(whole('docx'), 'word/vbaProject.bin', 'Sub AutoOpen'),
    holds: /Hold ward panel/,
    lacks: /AutoOpen/,
  },
  {
    what: 'links to other workbooks',
    name: 'plan.xlsx',
    bytes: () =>
      withPart(
        excelFile({
          rows: `${textRow(1, ['What', 'Owner', 'When'])}<row r="2"><c r="A2" t="str"><f>[1]Plan!A2</f><v>Hold ward panel</v></c><c r="B2" t="e"><f>[1]Plan!B9</f><v>#REF!</v></c><c r="C2" t="inlineStr"><is><t>Monthly</t></is></c></row>`,
        }),
        'xl/externalLinks/externalLink1.xml',
        '<externalLink><externalBook r:id="rId1"/></externalLink>',
      ),
    holds: /Hold ward panel/,
  },
  {
    what: 'only a password to change it',
    name: 'plan.pdf',
    bytes: () =>
      pdfFile(kit => setLines(kit, 60, 60, ['Ashmere plan', 'Hold ward panel monthly']), {
        ownerPassword: 'lane',
        pdfVersion: '1.7',
      }),
    holds: /Hold ward panel/,
  },
  { what: 'a signature', name: 'signed.pdf', bytes: signedPdf, holds: /Hold ward panel/ },
  { what: 'set out for the web', name: 'linear.pdf', bytes: linearPdf, holds: /Hold ward panel/ },
  {
    what: 'thousands of objects inside one another',
    name: 'deep.pdf',
    bytes: async () =>
      replaced(
        await pdfFile(kit => setLines(kit, 60, 60, ['Hold ward panel monthly'])),
        '/Type /Catalog',
        `/Type /Catalog /Deep ${'[<</A '.repeat(5000)}1${'>>]'.repeat(5000)}`,
      ),
  },
  {
    what: 'forms that draw one another',
    name: 'forms.pdf',
    bytes: selfDrawingPdf,
    holds: /Hold ward panel/,
  },
  {
    what: 'UTF-16 with its mark',
    name: 'plan.txt',
    bytes: () => Buffer.from(`\ufeff${SMALL}`, 'utf16le'),
    holds: /Ward sergeant/,
  },
  {
    what: 'UTF-16 without a mark',
    name: 'plan.txt',
    bytes: () => Buffer.from(SMALL, 'utf16le'),
    holds: /Ward sergeant/,
  },
  {
    what: 'UTF-16 the other way round',
    name: 'plan.csv',
    bytes: () => Buffer.from(`\ufeff${SMALL}`, 'utf16le').swap16(),
    holds: /Ward sergeant/,
  },
  {
    what: 'Windows letters',
    name: 'plan.txt',
    bytes: () => Buffer.from(SMALL.replace('panel', 'panel \x96 \xa3500'), 'latin1'),
    holds: /£500/,
  },
  {
    what: 'a text that breaks off in the middle of a letter',
    name: 'plan.txt',
    bytes: () => strToU8(`${SMALL}Tell café`).subarray(0, -1),
    holds: /Ward sergeant/,
  },
  {
    what: 'separated values that break off inside quote marks',
    name: 'plan.csv',
    bytes: () => strToU8('What,Owner,When\n"Hold panel","Ward, sergeant",Monthly\n"Publish, "'),
  },
  {
    what: 'a table of 100,000 cells',
    name: 'long.docx',
    bytes: () =>
      wordFile({ body: table(many(10_000, at => row(many(10, column => cell(`r${at}c${column}`))))) }),
    holds: /r9999c9/,
  },
  {
    what: 'a cell over two thousand million columns and rows',
    name: 'merged.docx',
    bytes: () =>
      wordFile({
        body: table([
          row([cell('Hold ward panel', '<w:gridSpan w:val="2000000000"/>'), cell('b')]),
          row([cell('c'), cell('d')]),
        ]),
      }),
    holds: /Hold ward panel/,
  },
  {
    what: 'a cell over two thousand million columns and rows',
    name: 'merged.ods',
    bytes: () =>
      openDocumentFile('spreadsheet', {
        body: '<table:table><table:table-row table:number-rows-repeated="2000000000"/><table:table-row><table:table-cell table:number-columns-spanned="2000000000" table:number-rows-spanned="2000000000"><text:p>Hold ward panel</text:p></table:table-cell></table:table-row></table:table>',
      }),
    holds: /Hold ward panel/,
  },
  {
    what: 'a cell over two thousand million columns and rows',
    name: 'merged.odt',
    bytes: () =>
      openDocumentFile('text', {
        body: '<table:table><table:table-column table:number-columns-repeated="2000000000"/><table:table-row><table:table-cell table:number-columns-spanned="2000000000" table:number-rows-spanned="2000000000"><text:p>Hold ward panel</text:p></table:table-cell></table:table-row></table:table>',
      }),
    holds: /Hold ward panel/,
  },
  {
    what: 'blanks said 2,000,000,000 times over',
    name: 'blanks.odt',
    bytes: () =>
      openDocumentFile('text', { body: '<text:p>Hold<text:s text:c="2000000000"/>ward panel</text:p>' }),
    holds: /Hold/,
  },
  {
    what: 'a merged area over the whole sheet',
    name: 'merged.xlsx',
    bytes: () =>
      excelFile({
        rows: textRow(1, ['Hold ward panel', 'x']),
        after: '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
      }),
    holds: /Hold ward panel/,
  },
  {
    what: 'rows and columns beyond any sheet',
    name: 'far.xlsx',
    bytes: () =>
      excelFile({
        rows: `<row r="99999999999"><c r="ZZZZZZZZ99999999999" t="inlineStr"><is><t>Hold ward panel</t></is></c></row>`,
      }),
    holds: /Hold ward panel/,
  },
  {
    what: 'columns hidden to the end of the world',
    name: 'hidden.xlsx',
    bytes: () =>
      excelFile({
        before: '<cols><col min="5" max="4000000000" hidden="1"/></cols>',
        rows: textRow(1, ['Hold ward panel', 'x']),
      }),
    holds: /Hold ward panel/,
  },
  {
    what: 'nested tables, 90 deep',
    name: 'nested.docx',
    bytes: () =>
      wordFile({
        body: `${'<w:tbl><w:tr><w:tc>'.repeat(90)}${paragraph('Hold ward panel')}${`${paragraph('')}</w:tc></w:tr></w:tbl>`.repeat(90)}`,
      }),
    holds: /Hold ward panel/,
  },
];

/** Signed afterwards: what was added stands behind the end of the first file (ISO 32000-1, 7.5.6 and 12.8). */
async function signedPdf(): Promise<Uint8Array> {
  const first = await pdfFile(kit => setLines(kit, 60, 60, ['Ashmere plan', 'Hold ward panel monthly']));
  const text = Buffer.from(first).toString('latin1');
  const root = /\/Root (\d+) 0 R/.exec(text)?.[1] ?? '';
  const catalog = new RegExp(`\\n${root} 0 obj\\n<<([\\s\\S]*?)>>\\nendobj`).exec(text)?.[1] ?? '';
  const size = Number(/\/Size (\d+)/.exec(text)?.[1]);
  const before = /startxref\s+(\d+)/.exec(text)?.[1];
  const objects = [
    [Number(root), `<<${catalog} /AcroForm <</SigFlags 3 /Fields [${size} 0 R]>>>>`],
    [size, `<</FT /Sig /T (Signature) /V ${size + 1} 0 R /Subtype /Widget /Rect [0 0 0 0]>>`],
    [
      size + 1,
      `<</Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /ByteRange [0 10 20 30] /Contents <${'00'.repeat(4000)}>>>`,
    ],
  ] as const;
  let tail = '';
  const table = objects.map(([number, body]) => {
    const offset = text.length + tail.length;
    tail += `${number} 0 obj\n${body}\nendobj\n`;
    return `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const at = text.length + tail.length;
  tail += `xref\n${table.join('')}trailer\n<</Size ${size + 2} /Root ${root} 0 R /Prev ${before}>>\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.from(text + tail, 'latin1');
}

/** The dictionary that a file for the web begins with (ISO 32000-1, annex F), whose figures a later change made wrong. */
async function linearPdf(): Promise<Uint8Array> {
  const bytes = await pdfFile(kit => setLines(kit, 60, 60, ['Ashmere plan', 'Hold ward panel monthly']));
  return replaced(
    bytes,
    '\n',
    '\n90 0 obj\n<</Linearized 1 /L 123 /H [ 10 20 ] /O 5 /E 100 /N 1 /T 90>>\nendobj\n',
  );
}

/** A drawing that draws itself again, without end. */
async function selfDrawingPdf(): Promise<Uint8Array> {
  const bytes = await pdfFile(kit => setLines(kit, 60, 60, ['Hold ward panel monthly']));
  const form =
    '91 0 obj\n<</Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources <</XObject <</F 91 0 R>>>> /Length 12>>\nstream\n/F Do /F Do \nendstream\nendobj\n';
  const drawn = replaced(
    replaced(bytes, /\/Font <</, '/XObject <</F 91 0 R>> /Font <<'),
    '\nxref',
    `\n${form}xref`,
  );
  return replaced(
    replaced(drawn, /stream\n/, 'stream\n/F Do '),
    /\nxref[\s\S]*$/,
    `\ntrailer\n<</Root ${/\/Root (\d+ 0 R)/.exec(Buffer.from(bytes).toString('latin1'))?.[1]}>>\nstartxref\n0\n%%EOF`,
  );
}
