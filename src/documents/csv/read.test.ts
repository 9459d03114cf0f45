import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { strToU8 } from 'fflate';
import type { SourceDocument } from '../document.ts';
import { openDocument, Unreadable } from '../open.ts';
import { readCsv } from './read.ts';

const seen = (document: SourceDocument) =>
  document.blocks.map(block =>
    block.kind === 'table'
      ? block.rows.map(row => row.cells.map(cell => cell.paragraphs.map(one => one.text).join('\n')))
      : block.text,
  );

const PLAN = [
  ['Action', 'Owner', 'When'],
  ['Write, print and send', 'Jo; Al', 'Monthly'],
  ['Two\nlines', 'Ward "A" Team', ''],
];
const quoted = (text: string) => (/[",;\t|\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const asCsv = (rows: string[][], separator: string, end = '\n') =>
  rows.map(row => row.map(quoted).join(separator)).join(end);

for (const separator of [',', ';', '\t', '|']) {
  for (const [name, end] of [
    ['Unix', '\n'],
    ['Windows', '\r\n'],
    ['old Mac', '\r'],
  ] as const) {
    test(`${JSON.stringify(separator)} with ${name} line ends sets values apart`, () => {
      assert.deepEqual(seen(readCsv(asCsv(PLAN, separator, end))), [PLAN]);
    });
  }
}

test('prose above and below the table is prose, whatever commas it holds', () => {
  const text = `Ashmere plan, for 2025\n\nUpdated: May\n${asCsv(PLAN, ',')}\n\nKey: TBC, to be confirmed`;
  assert.deepEqual(seen(readCsv(text)), [
    'Ashmere plan, for 2025',
    'Updated: May',
    PLAN,
    'Key: TBC, to be confirmed',
  ]);
});

test('semicolons that set values apart win over commas inside them', () => {
  const rows = [
    ['Action', 'When'],
    ['Write, print, send', 'Monthly, then quarterly'],
    ['Brief, ask, tell', 'Weekly'],
  ];
  assert.deepEqual(seen(readCsv(rows.map(row => row.join(';')).join('\n'))), [rows]);
});

test('Excel says which sign it used', () => {
  assert.deepEqual(seen(readCsv(`sep=;\r\n${asCsv(PLAN, ';', '\r\n')}`)), [PLAN]);
});

test('short rows are padded, long rows widen the table', () => {
  assert.deepEqual(seen(readCsv('Action,Owner\nWrite\nBrief,Jo,Monthly\n')), [
    [
      ['Action', 'Owner', ''],
      ['Write', '', ''],
      ['Brief', 'Jo', 'Monthly'],
    ],
  ]);
});

test('a first row of one value, over rows that leave the last column empty, begins no other table', () => {
  const rows = [
    ['Action', 'Owner', 'When'],
    ['Year 1', '', ''],
    ['Tell people', 'Jo', ''],
    ['Send it', '1', ''],
  ];
  assert.deepEqual(seen(readCsv(asCsv(rows, ','))), [rows]);
});

test('quote marks inside values are letters', () => {
  const rows = [
    ['Action', 'Owner'],
    ['A 6" banner', 'Jo'],
    ['The "big" day', 'Al'],
  ];
  assert.deepEqual(seen(readCsv(rows.map(row => row.join(',')).join('\n'))), [rows]);
  assert.deepEqual(seen(readCsv('Action,Owner\n"Tell" all,Jo\n"Ask all,Al\n')), [
    [
      ['Action', 'Owner'],
      ['"Tell" all', 'Jo'],
      ['"Ask all', 'Al'],
    ],
  ]);
});

const utf16 = (text: string, bigEndian: boolean) =>
  Uint8Array.from(
    Array.from(`\uFEFF${text}`).flatMap(letter => {
      const code = letter.charCodeAt(0);
      return bigEndian ? [code >> 8, code & 255] : [code & 255, code >> 8];
    }),
  );

test('every encoding that programs export in is read', async () => {
  const text = 'Action,Cost\nCafé talks,£5\nBrief,£10\n';
  const wanted = [
    ['Action', 'Cost'],
    ['Café talks', '£5'],
    ['Brief', '£10'],
  ];
  const latin = Uint8Array.from(Array.from(text), letter => letter.charCodeAt(0));
  for (const bytes of [
    strToU8(text),
    strToU8(`\uFEFF${text}`),
    utf16(text, false),
    utf16(text, true),
    latin,
  ]) {
    assert.deepEqual(seen(await openDocument(bytes, 'plan.csv')), [wanted]);
  }
});

const refused = async (bytes: Uint8Array) =>
  openDocument(bytes, 'plan.csv').then(
    () => 'opened',
    fault => {
      assert.ok(fault instanceof Unreadable, `threw ${fault}`);
      return fault.message;
    },
  );

test('a file that breaks off inside quote marks, one too wide and one of no text are refused', async () => {
  assert.match(
    await refused(strToU8('"Action","Owner"\n"Write","Jo"\n"Bri')),
    /ends in the middle of a quoted cell/,
  );
  assert.match(await refused(strToU8(`${'x,'.repeat(10_000)}x\n`)), /10001 columns/);
  assert.match(await refused(Uint8Array.from({ length: 900 }, (_, index) => index % 6)), /not text/);
  assert.match(await refused(strToU8(',,,\n,,,\n')), /no words/);
});

test('whatever values a program writes, every one of them is read in its place', () => {
  const value = fc.string({
    unit: fc.constantFrom('a', 'B', '1', ' ', ',', ';', '"', '\n', '|', '\t', 'é', '£'),
    maxLength: 8,
  });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(value, value, value), { minLength: 2, maxLength: 8 }),
      fc.constantFrom(',', ';', '\t', '|'),
      (rows, separator) => {
        // Heads of plain words make it a table of three columns. Its first and last cells hold a word: no row is blank,
        // and none is a text by itself, over which narrower rows may be a table of their own.
        const all = [
          ['Action', 'Owner', 'When'],
          ...rows.map(([first, second, last]) => [`x${first}`, second, `${last}x`]),
        ];
        const wanted = all.map(row => row.map(text => text.replace(/\s+/g, '')));
        const [table, ...more] = seen(
          readCsv(
            `sep=${separator}\n${all.map(row => row.map(text => `"${text.replaceAll('"', '""')}"`).join(separator)).join('\r\n')}`,
          ),
        );
        assert.deepEqual(more, []);
        assert.deepEqual(
          (table as string[][]).map(row => row.map(text => text.replace(/\s+/g, ''))),
          wanted,
        );
      },
    ),
    { numRuns: 200 },
  );
});

test('separated values are known in a text file, and prose with commas is not taken for them', async () => {
  const read = async (text: string) => (await openDocument(strToU8(text), 'plan.txt')).format;
  assert.equal(await read(asCsv(PLAN, ',')), 'csv');
  assert.equal(await read(asCsv(PLAN, '\t')), 'csv');
  assert.equal(await read(asCsv([...PLAN.slice(0, 2), ['x', 'y', 'z']], '\t')), 'txt');
  assert.equal(
    await read('We write, print and send.\nThen we ask, listen, and answer.\nThat is all.'),
    'txt',
  );
});
