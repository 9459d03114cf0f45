import assert from 'node:assert/strict';
import test from 'node:test';
import { paragraph, wordFile } from '../../../tests/support/word-file.ts';
import type { Paragraph } from '../document.ts';
import { numeral } from './numerals.ts';
import { readDocx } from './read.ts';

const level = (depth: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;
const definition = (id: number, levels: string) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`;
const list = (id: number, definitionId: number, more = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${definitionId}"/>${more}</w:num>`;
const item = (text: string, id: number, depth = 0) =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${id}"/></w:numPr>`);

function markers(body: string, numbering: string, styles = ''): (string | undefined)[] {
  const document = readDocx(wordFile({ body, numbering, ...(styles ? { styles } : {}) }));
  return document.blocks
    .filter((block): block is Paragraph => block.kind === 'paragraph')
    .map(one => one.marker);
}

test('levels count by themselves and start again under a new number', () => {
  const numbering =
    definition(
      1,
      level(0, 'decimal', '%1.') + level(1, 'decimal', '%1.%2') + level(2, 'lowerLetter', '%3)'),
    ) + list(5, 1);
  const body = [
    item('a', 5),
    item('b', 5, 1),
    item('c', 5, 1),
    item('d', 5, 2),
    item('e', 5),
    item('f', 5, 1),
  ].join('');
  assert.deepEqual(markers(body, numbering), ['1.', '1.1', '1.2', 'a)', '2.', '2.1']);
});

test('lists of one definition go on counting, unless one starts afresh', () => {
  const again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
  const numbering = definition(1, level(0, 'decimal', '%1.')) + list(1, 1) + list(2, 1) + list(3, 1, again);
  assert.deepEqual(markers(item('a', 1) + item('b', 2) + item('c', 3) + item('d', 3), numbering), [
    '1.',
    '2.',
    '1.',
    '2.',
  ]);
});

test('nine levels, legal numbering, and levels that do not restart', () => {
  const nine = Array.from({ length: 9 }, (_, depth) => level(depth, 'decimal', `%${depth + 1}.`)).join('');
  assert.deepEqual(markers(item('deep', 1, 8), definition(1, nine) + list(1, 1)), ['1.']);
  const legal =
    definition(1, level(0, 'upperRoman', '%1') + level(1, 'decimal', '%1.%2', '<w:isLgl/>')) + list(1, 1);
  assert.deepEqual(markers(item('a', 1) + item('b', 1, 1), legal), ['I', '1.1']);
  const kept =
    definition(1, level(0, 'decimal', '%1.') + level(1, 'decimal', '(%2)', '<w:lvlRestart w:val="0"/>')) +
    list(1, 1);
  assert.deepEqual(markers(item('a', 1) + item('b', 1, 1) + item('c', 1) + item('d', 1, 1), kept), [
    '1.',
    '(1)',
    '2.',
    '(2)',
  ]);
});

test('a style may carry the number, and list 0 takes it away', () => {
  const styles = `<w:style w:type="paragraph" w:styleId="N"><w:name w:val="N"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`;
  const numbering = definition(1, level(0, 'decimal', '%1.')) + list(1, 1);
  const none = paragraph('none', '<w:pStyle w:val="N"/><w:numPr><w:numId w:val="0"/></w:numPr>');
  assert.deepEqual(markers(paragraph('one', '<w:pStyle w:val="N"/>') + none, numbering, styles), [
    '1.',
    undefined,
  ]);
});

test('a number printed on an empty paragraph is kept, as reference columns need', () => {
  const numbering = definition(1, level(0, 'decimal', 'R%1')) + list(1, 1);
  assert.deepEqual(markers(item('', 1) + item('', 1), numbering), ['R1', 'R2']);
});

test('bullets are bullets whatever their font draws', () => {
  assert.deepEqual(markers(item('a', 1), definition(1, level(0, 'bullet', '\uF0B7')) + list(1, 1)), ['•']);
});

test('numerals as Word prints them', () => {
  const cases: [number, string, string][] = [
    [4, 'lowerRoman', 'iv'],
    [1990, 'upperRoman', 'MCMXC'],
    [27, 'lowerLetter', 'aa'],
    [3, 'upperLetter', 'C'],
    [7, 'decimalZero', '07'],
    [11, 'ordinal', '11th'],
    [22, 'ordinal', '22nd'],
    [0, 'decimal', '0'],
  ];
  for (const [value, format, printed] of cases) assert.equal(numeral(value, format), printed);
});
