import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { openDocumentFile } from '../../tests/support/open-document.ts';
import type { SourceDocument } from './document.ts';
import type { DocumentOut } from './document-out.ts';
import { writeDocx } from './docx/write.ts';
import { openDocument } from './open.ts';
import { printedText } from './words.ts';
import { writeXlsx } from './xlsx/write/write.ts';

const identity = (number: number) => `0197a3c0-0000-7000-8000-00000000000${number}`;
const bare = (number: number) => identity(number).replaceAll('-', '');
const FILE = identity(9);
const rows = [
  ['Write to residents', 'Jo Marsh'],
  ['Brief the press', 'Press office'],
  ['Film the harbour', 'Web team'],
];
const document: DocumentOut = {
  title: 'Ashmere plan',
  marking: '',
  orientation: 'landscape',
  creator: 'Commsgrid',
  created: Temporal.Instant.from('2025-05-01T10:00:00Z'),
  identity: FILE,
  introduction: [],
  sections: [
    {
      heading: 'Phase one',
      paragraphs: [],
      tables: [{ headings: ['Action', 'Owner'], rows, identities: [1, 2, 3].map(identity) }],
    },
  ],
};

const knownRows = ({ blocks }: SourceDocument) =>
  blocks.flatMap(block => (block.kind === 'table' ? block.rows.map(row => row.identity?.at(-1)) : []));

/** The file with one of its parts put otherwise. */
function changed(bytes: Uint8Array, name: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  return zipSync({ ...parts, [name]: strToU8(change(strFromU8(parts[name]!))) });
}

for (const [ending, bytes] of [
  ['docx', await writeDocx(document)],
  ['xlsx', writeXlsx(document)],
] as const)
  test(`${ending}: file and rows are known, and no word of it is counted`, async () => {
    const read = await openDocument(bytes, `plan.${ending}`);
    assert.equal(read.identity, FILE);
    assert.deepEqual(knownRows(read), [undefined, '1', '2', '3']);
    assert.doesNotMatch(printedText(read), /0197a3c0|commsgrid|cg_/i);
  });

const inWord = async (change: (xml: string) => string) =>
  openDocument(changed(await writeDocx(document), 'word/document.xml', change), 'plan.docx');
const mark = (name: string) =>
  new RegExp(`<w:bookmarkStart[^>]*w:name="${name}"[^>]*/><w:bookmarkEnd[^>]*/>`);

test('a row stays known when one of its cells is emptied with its mark', async () => {
  const read = await inWord(xml => xml.replace(mark(`cg_${bare(2)}`), ''));
  assert.deepEqual(knownRows(read), [undefined, '1', '2', '3']);
});

test('words cut from another row bring its mark along, and change nothing of which row is which', async () => {
  const read = await inWord(xml => {
    const cut = mark(`cg_${bare(1)}`).exec(xml)![0];
    return xml.replace(cut, '').replace(mark(`cg_${bare(3)}`), whole => cut + whole);
  });
  assert.deepEqual(knownRows(read), [undefined, '1', '2', '3']);
});

test('a file without its properties is known by its mark', async () => {
  const parts = unzipSync(await writeDocx(document));
  delete parts['docProps/custom.xml'];
  assert.equal((await openDocument(zipSync(parts), 'plan.docx')).identity, FILE);
});

test('an OpenDocument text keeps the marks that Word had', async () => {
  const cell = (text: string, number: number) =>
    `<table:table-cell><text:p><text:bookmark text:name="cg_${bare(number)}"/>${text}</text:p></table:table-cell>`;
  const table = `<table:table>${[1, 2].map(number => `<table:table-row>${cell('Write', number)}${cell('Jo', number)}</table:table-row>`).join('')}</table:table>`;
  const body = `<text:p><text:bookmark-start text:name="cgx_${bare(9)}"/>Plan</text:p>${table}`;
  const read = await openDocument(openDocumentFile('text', { body }), 'plan.odt');
  assert.equal(read.identity, FILE);
  assert.deepEqual(knownRows(read), ['1', '2']);
});

test('a sheet saved as separated values shows the hidden column, which is no column all the same', async () => {
  const lines = rows.map((texts, index) => [...texts, identity(index + 1)].join(','));
  const text = [`Action,Owner,Commsgrid line ${FILE}`, ...lines, 'Added by hand,Jo Marsh,'].join('\n');
  const read = await openDocument(strToU8(text), 'plan.csv');
  assert.equal(read.identity, FILE);
  assert.deepEqual(knownRows(read), [undefined, '1', '2', '3', undefined]);
  assert.ok(
    read.blocks.every(block => block.kind !== 'table' || block.rows.every(row => row.cells.length === 2)),
  );
});

test('a word that somebody typed into the hidden column is a word', async () => {
  const text = `Action,Owner,Commsgrid line\nWrite,Jo Marsh,${identity(1)}\nBrief,Press office,see note`;
  assert.match(printedText(await openDocument(strToU8(text), 'plan.csv')), /see note/);
});

test('a table that was pasted into a text with its column of identities has them', async () => {
  const cells = (texts: string[]) =>
    texts.map(one => `<w:tc><w:p><w:r><w:t>${one}</w:t></w:r></w:p></w:tc>`).join('');
  const read = await inWord(xml =>
    xml.replace(
      /<w:tbl>.*<\/w:tbl>/s,
      `<w:tbl><w:tr>${cells(['Action', 'Owner', `Commsgrid line ${FILE}`])}</w:tr><w:tr>${cells(['Write', 'Jo', identity(4)])}</w:tr></w:tbl>`,
    ),
  );
  assert.deepEqual(knownRows(read), [undefined, '4']);
  assert.doesNotMatch(printedText(read), /0197a3c0/);
});
