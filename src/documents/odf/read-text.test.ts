import assert from 'node:assert/strict';
import test from 'node:test';
import { openDocumentFile } from '../../../tests/support/open-document.ts';
import type { Block } from '../document.ts';
import { readOdt } from './read-text.ts';

type Parts = Parameters<typeof openDocumentFile>[1];
const read = (parts: Parts) => readOdt(openDocumentFile('text', parts));
const paragraphs = (parts: Parts) => read(parts).blocks.filter(block => block.kind === 'paragraph');
const shown = (block: Block | undefined) =>
  block?.kind === 'table'
    ? block.rows.map(row =>
        row.cells.map(
          cell =>
            `${cell.paragraphs.map(one => one.text).join('\n')}${cell.continues ? '^' : ''}${'>'.repeat(cell.columns - 1)}`,
        ),
      )
    : block?.text;

test('headings have levels, styles their roles, and white space counts once', () => {
  const styles =
    '<style:style style:family="paragraph" style:name="Title" style:display-name="Title"/><style:style style:family="paragraph" style:name="Big" style:parent-style-name="Title"><style:text-properties fo:font-weight="bold"/></style:style>';
  const [title, heading, text] = paragraphs({
    styles,
    body: `<text:p text:style-name="Big">Ashmere   plan</text:p><text:h text:outline-level="2">Aims</text:h>
      <text:p>one<text:s text:c="3"/>two<text:line-break/>three<text:tab/>four <text:span>five</text:span></text:p><text:p/>`,
  });
  assert.deepEqual([title?.text, title?.role, title?.bold], ['Ashmere plan', 'title', true]);
  assert.deepEqual([heading?.text, heading?.level], ['Aims', 2]);
  assert.equal(text?.text, 'one two\nthree\tfour five');
});

test('tracked changes are accepted: deleted words stand apart and are not read', () => {
  const body = `<text:tracked-changes><text:changed-region><text:deletion><text:p>old</text:p></text:deletion></text:changed-region></text:tracked-changes>
    <text:p>The <text:change/>new <text:change-start/>plan<text:change-end/></text:p>`;
  assert.deepEqual(read({ body }).blocks.map(shown), ['The new plan']);
});

const LIST = `<text:list-style style:name="L1">
  <text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
  <text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")" text:display-levels="1"/>
  <text:list-level-style-number text:level="3" style:num-format="i" text:display-levels="3" style:num-prefix="("/>
  </text:list-style><text:list-style style:name="B"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>`;
const item = (...inside: string[]) => `<text:list-item>${inside.join('')}</text:list-item>`;
const p = (text: string) => `<text:p>${text}</text:p>`;

test('lists are counted, three levels deep, and go on where they say so', () => {
  const body = `<text:list text:style-name="L1">${item(p('one'), p('more'))}${item(
    p('two'),
    `<text:list>${item(p('deep'), `<text:list>${item(p('deeper'))}</text:list>`)}${item(p('deep too'))}</text:list>`,
  )}</text:list>${p('between')}
  <text:list text:style-name="L1" text:continue-numbering="true">${item(p('three'))}</text:list>
  <text:list text:style-name="L1">${item(p('one again'))}<text:list-item text:start-value="7">${p('seven')}</text:list-item></text:list>
  <text:list text:style-name="B">${item(p('bullet'))}<text:list-header>${p('none')}</text:list-header></text:list>`;
  assert.deepEqual(
    paragraphs({ body, automatic: LIST }).map(one =>
      [one.marker, one.depth, one.text].filter(part => part !== undefined).join(' '),
    ),
    [
      '1. 0 one',
      'more',
      '2. 0 two',
      'a) 1 deep',
      '(2.a.i 2 deeper',
      'b) 1 deep too',
      'between',
      '3. 0 three',
      '1. 0 one again',
      '7. 0 seven',
      '• 0 bullet',
      'none',
    ],
  );
});

test('headings are counted where the outline says so', () => {
  const styles = `<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="1"/><text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2" loext:num-list-format="%1%.%2%:"/></text:outline-style>`;
  const body =
    '<text:h text:outline-level="1">A</text:h><text:h text:outline-level="2">B</text:h><text:h text:outline-level="2">C</text:h><text:h text:outline-level="1">D</text:h>';
  assert.deepEqual(
    paragraphs({ body, styles }).map(one => `${one.marker} ${one.text}`),
    ['1 A', '1.1: B', '1.2: C', '2 D'],
  );
});

test('tables keep their merged cells, repeated rows and heading rows', () => {
  const cell = (text: string, attributes = '') =>
    `<table:table-cell ${attributes}>${p(text)}</table:table-cell>`;
  const covered = '<table:covered-table-cell/>';
  const body = `<table:table><table:table-column table:number-columns-repeated="3"/>
    <table:table-header-rows><table:table-row>${cell('Action')}${cell('Resources', 'table:number-columns-spanned="2"')}${covered}</table:table-row></table:table-header-rows>
    <table:table-row>${cell('Newsletter', 'table:number-rows-spanned="2"')}${cell('a')}${cell('b')}</table:table-row>
    <table:table-row>${covered}${cell('c')}<table:table-cell><table:table><table:table-row>${cell('inner')}</table:table-row></table:table></table:table-cell></table:table-row>
    <table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="3"/></table:table-row></table:table>`;
  const [table] = read({ body }).blocks;
  assert.deepEqual(shown(table), [
    ['Action', 'Resources>'],
    ['Newsletter', 'a', 'b'],
    ['^', 'c', ''],
    ['', '', ''],
    ['', '', ''],
  ]);
  assert.ok(table?.kind === 'table');
  assert.deepEqual([table.rows[0]?.header, table.rows[2]?.cells[2]?.tables?.length], [true, 1]);
});

test('notes, remarks, text boxes and running heads stand aside, each once', () => {
  const masters = `<style:master-page><style:header>${p('OFFICIAL')}</style:header><style:footer>${p('Page <text:page-number>3</text:page-number>')}</style:footer></style:master-page><style:master-page><style:header>${p('OFFICIAL')}</style:header><style:footer-left style:display="false">${p('never')}</style:footer-left></style:master-page>`;
  const body = `<text:p>Plan<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>${p('a note')}</text:note-body></text:note>
    <office:annotation><dc:creator>Jo</dc:creator>${p('a remark')}</office:annotation><draw:frame><svg:title>Logo</svg:title><draw:text-box>${p('boxed')}</draw:text-box></draw:frame></text:p>
    <draw:custom-shape>${p('in a shape')}</draw:custom-shape><text:section text:display="none">${p('not printed')}</text:section><text:section>${p('inside')}</text:section>`;
  const document = read({ body, masters });
  assert.deepEqual(document.blocks.map(shown), ['Plan', 'inside']);
  assert.deepEqual(
    document.asides.map(({ where, text }) => `${where}: ${text}`),
    [
      'footnote: a note',
      'comment: a remark',
      'text box: boxed',
      'text box: in a shape',
      'header: OFFICIAL',
      'footer: Page 3',
    ],
  );
});

test('hidden words are not printed; the contents are told as such', () => {
  const automatic =
    '<style:style style:family="text" style:name="H"><style:text-properties text:display="none"/></style:style>';
  const styles = '<style:style style:family="paragraph" style:name="Contents_20_1"/>';
  const body = `<text:p>seen<text:span text:style-name="H"> unseen</text:span></text:p><text:table-of-content><text:index-body><text:p text:style-name="Contents_20_1">Aims<text:tab/>1</text:p></text:index-body></text:table-of-content>`;
  const [one, two] = paragraphs({ body, automatic, styles });
  assert.deepEqual([one?.text, two?.text, two?.role], ['seen', 'Aims\t1', 'contents']);
});
