import assert from 'node:assert/strict';
import test from 'node:test';
import {
  cell,
  MERGE_BEGINS,
  MERGED_DOWN,
  paragraph,
  plainTable,
  row,
  run,
  spans,
  table,
  wordFile,
} from '../../../tests/support/word-file.ts';
import type { Paragraph, SourceDocument, Table } from '../document.ts';
import { printedText } from '../words.ts';
import { readDocx } from './read.ts';

const read = (body: string, parts = {}) => readDocx(wordFile({ body, ...parts }));
const paragraphs = (document: SourceDocument) =>
  document.blocks.filter((block): block is Paragraph => block.kind === 'paragraph');
const tables = (document: SourceDocument) =>
  document.blocks.filter((block): block is Table => block.kind === 'table');
const texts = (document: SourceDocument) => paragraphs(document).map(one => one.text);

test('headings are known by the outline level that their style inherits', () => {
  const styles = `
    <w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="Ours"><w:name w:val="Our heading"/><w:basedOn w:val="Heading1"/></w:style>
    <w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>`;
  const document = read(
    paragraph('Plan', '<w:pStyle w:val="T"/>') +
      paragraph('Aims', '<w:pStyle w:val="Ours"/>') +
      paragraph('Text') +
      paragraph('Own level', '<w:outlineLvl w:val="2"/>'),
    { styles },
  );
  assert.deepEqual(
    paragraphs(document).map(one => [one.text, one.level, one.role]),
    [
      ['Plan', undefined, 'title'],
      ['Aims', 1, undefined],
      ['Text', undefined, undefined],
      ['Own level', 3, undefined],
    ],
  );
});

test('a style that is based on itself does not hang the reader', () => {
  const styles = `<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="B"/></w:style>
    <w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/></w:style>`;
  assert.deepEqual(texts(read(paragraph('Words', '<w:pStyle w:val="A"/>'), { styles })), ['Words']);
});

test('tracked changes are read as accepted', () => {
  const document = read(
    `<w:p><w:del><w:r><w:delText>old </w:delText></w:r></w:del><w:ins>${run('new ')}</w:ins>${run('words')}</w:p>` +
      `<w:p><w:moveFrom>${run('moved')}</w:moveFrom></w:p><w:p><w:moveTo>${run('moved')}</w:moveTo></w:p>` +
      `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('One sentence ')}</w:p>${paragraph('in two paragraphs')}`,
  );
  assert.deepEqual(texts(document), ['new words', 'moved', 'One sentence in two paragraphs']);
});

test('deleted rows are gone and inserted rows stay', () => {
  const [found] = tables(read(table([row([cell('gone')], '<w:del/>'), row([cell('kept')], '<w:ins/>')])));
  assert.deepEqual(
    found?.rows.map(one => one.cells[0]?.paragraphs[0]?.text),
    ['kept'],
  );
});

test('merged cells keep their place and give their words once', () => {
  const [found] = tables(
    read(
      table([
        row([cell('Ref'), cell('Action')], '<w:tblHeader/>'),
        row([cell('Group', MERGE_BEGINS), cell('first')]),
        row([cell('hidden by Word', MERGED_DOWN), cell('second')]),
        row([cell('Whole row', spans(2))]),
      ]),
    ),
  );
  assert.equal(found?.rows[0]?.header, true);
  assert.deepEqual(found?.rows[2]?.cells[0], { paragraphs: [], columns: 1, continues: true });
  assert.equal(found?.rows[3]?.cells[0]?.columns, 2);
});

test('a row that begins later than the table has an empty cell before', () => {
  const [found] = tables(
    read(table([row([cell('late')], '<w:gridBefore w:val="2"/><w:gridAfter w:val="1"/>')])),
  );
  assert.deepEqual(
    found?.rows[0]?.cells.map(one => [one.columns, one.paragraphs.length]),
    [
      [2, 0],
      [1, 1],
      [1, 0],
    ],
  );
});

test('a text box stored twice for old and new Word is printed once, aside', () => {
  const box = `<w:txbxContent>${paragraph('In a box')}</w:txbxContent>`;
  const document = read(
    `<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>${run('Beside')}</w:p>`,
  );
  assert.deepEqual(texts(document), ['Beside']);
  assert.deepEqual(
    document.asides.map(one => [one.text, one.where]),
    [['In a box', 'text box']],
  );
});

test('a table inside a text box is not lost', () => {
  const document = read(
    `<w:p><w:r><w:pict><w:txbxContent>${plainTable([['a', 'b']])}</w:txbxContent></w:pict></w:r></w:p>`,
  );
  assert.equal(tables(document).length, 1);
});

test('content controls are opened at every level; an empty one gives its prompt aside', () => {
  const control = (inside: string, properties = '') =>
    `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${inside}</w:sdtContent></w:sdt>`;
  const document = read(
    control(paragraph('block')) +
      `<w:p>${control(run('inline'))}</w:p>` +
      table([control(row([control(cell('cell'))]))]) +
      control(paragraph('Click to enter'), '<w:showingPlcHdr/>'),
  );
  assert.deepEqual(texts(document), ['block', 'inline']);
  assert.equal(tables(document)[0]?.rows[0]?.cells[0]?.paragraphs[0]?.text, 'cell');
  assert.deepEqual(
    document.asides.map(one => one.text),
    ['Click to enter'],
  );
});

test('notes, headers and footers stand aside, each wording once', () => {
  const document = read(`<w:p>${run('Body')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`, {
    footnotes: `<w:footnote w:type="separator" w:id="0">${paragraph('x')}</w:footnote><w:footnote w:id="2">${paragraph('The note')}</w:footnote>`,
    headers: [paragraph('OFFICIAL'), paragraph('OFFICIAL')],
    footers: [plainTable([['Left', 'Right']])],
  });
  assert.deepEqual(
    document.asides.map(one => `${one.where}: ${one.text}`),
    ['header: OFFICIAL', 'footnote: The note', 'footer: Left', 'footer: Right'],
  );
});

test('tabs, breaks, hyphens, symbols and hidden words', () => {
  const document = read(
    `<w:p>${run('one')}<w:r><w:tab/></w:r>${run('two')}<w:r><w:br/></w:r>${run('e')}<w:r><w:noBreakHyphen/></w:r>${run('mail co\u00ADop')}` +
      `<w:r><w:softHyphen/><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>${run('secret', '<w:vanish/>')}</w:p>`,
  );
  assert.deepEqual(texts(document), ['one\ttwo\ne-mail coop✓']);
});

test('the instruction of a field is not printed and its result is', () => {
  const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const document = read(
    `<w:p>${field('begin')}<w:r><w:instrText>IF </w:instrText></w:r>${run('nested')}${field('separate')}${run('shown')}${field('end')}${run(' after')}</w:p>`,
  );
  assert.deepEqual(texts(document), ['shown after']);
});

test('a paragraph all in bold says so, by its runs or by its style', () => {
  const styles = `<w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:rPr><w:b/></w:rPr></w:style>`;
  const document = read(
    `<w:p>${run('all', '<w:b/>')}</w:p><w:p>${run('part', '<w:b/>')}${run(' not')}</w:p>` +
      paragraph('styled', '<w:pStyle w:val="B"/>') +
      `<w:p><w:pPr><w:pStyle w:val="B"/></w:pPr>${run('unset', '<w:b w:val="0"/>')}</w:p>`,
    { styles },
  );
  assert.deepEqual(
    paragraphs(document).map(one => one.bold ?? false),
    [true, false, true, false],
  );
});

test('nested tables keep their words in their cell', () => {
  const document = read(
    table([row([`<w:tc>${paragraph('outer')}${plainTable([['inner']])}${paragraph('')}</w:tc>`])]),
  );
  assert.equal(tables(document)[0]?.rows[0]?.cells[0]?.tables?.length, 1);
  assert.equal(printedText(document).replace(/\s+/g, ' '), 'outer inner');
});
