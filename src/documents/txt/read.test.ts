import assert from 'node:assert/strict';
import test from 'node:test';
import { Unreadable } from '../unreadable.ts';
import { decodeText } from './decode.ts';
import { readTxt } from './read.ts';

const cellsOf = (text: string) =>
  readTxt(text).blocks.map(block =>
    block.kind === 'table'
      ? block.rows.map(row => row.cells.map(cell => cell.paragraphs[0]?.text ?? ''))
      : block.text,
  );

test('tabs make tables, and blank lines end them', () => {
  assert.deepEqual(cellsOf('Title\n\nA\tB\n1\t\n\tx\ty\n\nC\tD\n\nText'), [
    'Title',
    [
      ['A', 'B'],
      ['1', ''],
      ['', 'x', 'y'],
    ],
    [['C', 'D']],
    'Text',
  ]);
});

test('a line without tabs between two rows stands in the table, across it', () => {
  const [table] = readTxt('A\tB\nPhase one\n1\t2').blocks;
  assert.equal(table?.kind === 'table' && table.rows[1]?.cells[0]?.columns, 2);
});

test('an indented line is prose', () => {
  assert.deepEqual(cellsOf('\tDear all'), ['Dear all']);
});

test('lines wrapped at a margin are one paragraph; short lines are not', () => {
  const long = 'This line is as long as lines are that somebody has wrapped at';
  assert.deepEqual(cellsOf(`${long}\nthe margin of a letter.\nShort\nshort`), [
    `${long} the margin of a letter.`,
    'Short',
    'short',
  ]);
});

test('bullets and Markdown marks are not words', () => {
  const [bullet, bold, heading] = readTxt(' - one\n\n**All bold**\n\n## Aims').blocks;
  assert.deepEqual(bullet?.kind === 'paragraph' && [bullet.marker, bullet.text], ['•', 'one']);
  assert.deepEqual(bold?.kind === 'paragraph' && [bold.text, bold.bold], ['All bold', true]);
  assert.deepEqual(heading?.kind === 'paragraph' && [heading.text, heading.level], ['Aims', 2]);
});

test('Markdown tables are tables without their rule', () => {
  assert.deepEqual(cellsOf('| A | B |\n|---|:-:|\n| 1 | 2\\|3 |'), [
    [
      ['A', 'B'],
      ['1', '2|3'],
    ],
  ]);
});

const encoded = (text: string, width: 1 | 2, bigEndian = false) =>
  Uint8Array.from(
    Array.from(text).flatMap(character => {
      const code = character.charCodeAt(0);
      if (width === 1) return [code];
      return bigEndian ? [code >> 8, code & 255] : [code & 255, code >> 8];
    }),
  );

test('text is decoded with and without marks, from every program that writes it', () => {
  const text = 'Café plan, £5\tdone';
  assert.equal(decodeText(new TextEncoder().encode(`\uFEFF${text}`)), text);
  assert.equal(decodeText(encoded(`\uFEFF${text}`, 2)), text);
  assert.equal(decodeText(encoded(`\uFEFF${text}`, 2, true)), text);
  assert.equal(decodeText(encoded(text, 2)), text);
  assert.equal(decodeText(encoded(text, 1)), text);
  assert.equal(decodeText(Uint8Array.from([0x93, 0x68, 0x69, 0x94])), '“hi”');
});

test('line ends of every system are line ends', () => {
  assert.deepEqual(cellsOf('a\tb\r\nc\td\re\tf'), [
    [
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
    ],
  ]);
});

test('bytes that are no text are refused', () => {
  assert.throws(() => decodeText(Uint8Array.from({ length: 500 }, (_, index) => index % 7)), Unreadable);
});

test('a title alone above a row of an aligned table stands in the table, though headings and blank lines part them', () => {
  const text = [
    'Whom             What             When',
    '',
    '1. Residents of the borough and its villages',
    'Householders     Bin days         Monthly',
    '',
    '2. Staff',
    'Drivers          Rounds           Weekly',
    'Office           Opening hours    Yearly',
  ].join('\n');
  assert.deepEqual(cellsOf(text), [
    [
      ['Whom', 'What', 'When'],
      ['1. Residents of the borough and its villages'],
      ['Householders', 'Bin days', 'Monthly'],
      ['2. Staff'],
      ['Drivers', 'Rounds', 'Weekly'],
      ['Office', 'Opening hours', 'Yearly'],
    ],
  ]);
});

test('a cell that fills its column leaves a single blank before the next', () => {
  const text = [
    'What               Audience        Owner          When',
    'Autumn exhibition  Press           Mae Lund       3 October 2026',
    "Members' evening   Members         Front of house Every other month",
    'Schools mailing    Teachers        Mae Lund       Each term',
  ].join('\n');
  assert.deepEqual(cellsOf(text), [
    [
      ['What', 'Audience', 'Owner', 'When'],
      ['Autumn exhibition', 'Press', 'Mae Lund', '3 October 2026'],
      ["Members' evening", 'Members', 'Front of house', 'Every other month'],
      ['Schools mailing', 'Teachers', 'Mae Lund', 'Each term'],
    ],
  ]);
});

test('where blank lines part the rows, lines right below one another are one row', () => {
  const text = [
    'Recommendation              Action              When        Lead',
    '',
    'R1 Tell the story of the    Narrative agreed    June 2025   Chief Executive',
    'place with one voice        Toolkit issued      July 2025   Head of News',
    '',
    'R2 Make more of             Training            May 2025    Clerk',
    'councillors                                                 and Leader',
    '',
    'R3 Hear staff               Survey              Yearly      Director',
  ].join('\n');
  assert.deepEqual(
    cellsOf(text).flatMap(rows => (typeof rows === 'string' ? rows : rows.map(row => row[0]))),
    [
      'Recommendation',
      'R1 Tell the story of the place with one voice',
      'R2 Make more of councillors',
      'R3 Hear staff',
    ],
  );
});
