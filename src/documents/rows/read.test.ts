import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { excelFile } from '../../../tests/support/excel-file.ts';
import { csvOf } from '../csv/write-row.ts';
import { Unreadable } from '../unreadable.ts';
import { readRows } from './read.ts';

const rowsOf = (bytes: Uint8Array) => readRows(bytes).rows.map(({ number, values }) => [number, ...values]);

const utf16 = (text: string, bigEndian: boolean) =>
  Uint8Array.from(
    Array.from(text).flatMap(letter => {
      const code = letter.charCodeAt(0);
      return bigEndian ? [code >> 8, code & 255] : [code & 255, code >> 8];
    }),
  );

const TEXT = 'Name,Town\r\nZoë Ó Néill,Café Street\r\n';
const READ = [
  [1, 'Name', 'Town'],
  [2, 'Zoë Ó Néill', 'Café Street'],
];

for (const [name, bytes] of [
  ['UTF-8', strToU8(TEXT)],
  ['UTF-8 with its mark', strToU8(`\uFEFF${TEXT}`)],
  ['Windows-1252', Uint8Array.from(Array.from(TEXT), letter => letter.charCodeAt(0))],
  ['UTF-16 with its mark', utf16(`\uFEFF${TEXT}`, false)],
  ['UTF-16 the other way round', utf16(`\uFEFF${TEXT}`, true)],
  ['UTF-16 without a mark', utf16(TEXT, false)],
] as const)
  test(`${name} is read`, () => assert.deepEqual(rowsOf(bytes), READ));

for (const [name, text, rows] of [
  [
    'semicolons',
    'A;B\n1,5;2',
    [
      [1, 'A', 'B'],
      [2, '1,5', '2'],
    ],
  ],
  [
    'tabs',
    'A\tB\n1\t2',
    [
      [1, 'A', 'B'],
      [2, '1', '2'],
    ],
  ],
  [
    'a sign that the file names',
    'sep=|\nA|B\n1|2',
    [
      [1, 'A', 'B'],
      [2, '1', '2'],
    ],
  ],
  [
    'new lines and quote marks in a cell',
    'A,B\n"one\ntwo","say ""no"""\n3,4',
    [
      [1, 'A', 'B'],
      [2, 'one\ntwo', 'say "no"'],
      [3, '3', '4'],
    ],
  ],
  [
    'a lone quote mark',
    'A,B\n6" pipe,x',
    [
      [1, 'A', 'B'],
      [2, '6" pipe', 'x'],
    ],
  ],
  [
    'blank rows, and a million of commas below',
    `A,B\n\n,,\n1,2\n${',,\n'.repeat(1000)}`,
    [
      [1, 'A', 'B'],
      [4, '1', '2'],
    ],
  ],
  [
    'rows that are too short or too long',
    'A,B\n1\n1,2,3',
    [
      [1, 'A', 'B'],
      [2, '1'],
      [3, '1', '2', '3'],
    ],
  ],
  [
    'old Mac line ends',
    'A,B\r1,2\r3,4',
    [
      [1, 'A', 'B'],
      [2, '1', '2'],
      [3, '3', '4'],
    ],
  ],
  [
    'an apostrophe that keeps a formula still',
    "A\n'=1+1\n'tis",
    [
      [1, 'A'],
      [2, '=1+1'],
      [3, "'tis"],
    ],
  ],
] as const)
  test(`${name}: rows as a spreadsheet numbers them`, () => assert.deepEqual(rowsOf(strToU8(text)), rows));

test('the first sheet that is seen of a workbook is read, and rows it hides are told', () => {
  const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const bytes = excelFile({
    rows: `<row r="2">${cell('A2', 'Name')}${cell('C2', 'Town')}</row><row r="3" hidden="1">${cell('A3', 'Ann')}</row><row r="5">${cell('C5', 'Saltby')}</row>`,
  });
  assert.deepEqual(readRows(bytes), {
    rows: [
      { number: 2, values: ['Name', '', 'Town'] },
      { number: 5, values: ['', '', 'Saltby'] },
    ],
    hidden: true,
  });
});

const refused = (bytes: Uint8Array): string => {
  try {
    readRows(bytes);
  } catch (fault) {
    assert.ok(fault instanceof Unreadable, String(fault));
    return fault.message;
  }
  return 'read';
};

test('what is no table is refused with a sentence that says what to do', () => {
  assert.match(refused(strToU8('')), /is empty/);
  assert.match(refused(strToU8('%PDF-1.7 abc')), /is a PDF\. Open it in the program/);
  assert.match(refused(Uint8Array.from({ length: 900 }, (_, at) => at % 6)), /is not text, so it is no CSV/);
  assert.match(refused(strToU8('PK\u0003\u0004 broken')), /damaged/);
  assert.match(refused(strToU8('"A","B"\n"1","2"\n"broken')), /middle of a quoted cell/);
  assert.match(refused(strToU8(`A\n${'x\n'.repeat(20_011)}`)), /more than 20,000 rows/);
  assert.match(refused(strToU8(`${'x,'.repeat(500)}x`)), /501 cells/);
});

test('whatever is written as separated values is read in its place', () => {
  const signs = fc.constantFrom('a', 'Ö', '1', ' ', ',', ';', '"', '\n', '\t', '=', '-', '@', "'", '|', '£');
  const value = fc.string({ unit: signs, maxLength: 8 }).map(text => text.trim().replace(/\t/g, ' '));
  fc.assert(
    fc.property(fc.array(fc.tuple(value, value, value), { minLength: 1, maxLength: 8 }), rows => {
      const all = [['Name', 'Kind', 'Town'], ...rows.map(row => [`x${row[0]}`, ...row.slice(1)])];
      // of the last row, empty cells at the end are not there
      const read = readRows(strToU8(csvOf(all))).rows.map(({ values }) =>
        ['', '', ''].map((_, at) => (values[at] ?? '').trim()),
      );
      assert.deepEqual(read, all);
    }),
    { numRuns: 300 },
  );
});
