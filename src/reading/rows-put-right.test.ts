import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTxt } from '../documents/txt/read.ts';
import { account } from './accounting.ts';
import { readDocument } from './read.ts';
import type { Corrections, ReadLine } from './reading.ts';

const PLAN = readTxt(`Ashmere plan

Section A

Ref\tAction\tRisk\tWhen\tOwner
1\tTell residents\tLow\tMonthly\tJo Marsh
\tand the traders of Mill Lane\tHigh\t\tJo Marsh
2\tWalks and talks\tLow\tMay 2025\tas above
3\tTotals of the year so far\tLow\tJune 2025\tRangers

Section B

Ref\tAction\tRisk\tWhen\tOwner
4\tOpen day\tLow\tJuly 2025\tRangers`);

const read = (corrections: Partial<Corrections> = {}) =>
  readDocument(PLAN, {
    today: Temporal.PlainDate.from('2025-04-01'),
    corrections: { columns: [], cells: [], ...corrections },
  });
const told = ({ at, what, other, owner }: ReadLine) =>
  `${at.row}${at.part ? `.${at.part}` : ''} ${what} [${other.Risk}] ${owner}`.replaceAll('\n', ' / ');
const nothingLost = (reading: ReturnType<typeof read>) => assert.deepEqual(account(PLAN, reading).lost, []);

const WALKS = { table: 0, row: 3 };
const TRADERS = { table: 0, row: 2, onto: 1 };

test('a row that is no line is taken out with a reason, and its words stand in the remainder', () => {
  const before = read();
  const reading = read({ dropped: [{ table: 0, row: 4, reason: 'a total', words: '' }] });
  assert.equal(reading.lines.length, before.lines.length - 1);
  assert.deepEqual(
    reading.lines,
    before.lines
      .filter(({ at }) => at.row !== 4)
      .map(line => ({ ...line, doubts: reading.lines.find(({ at }) => at.row === line.at.row)!.doubts })),
  );
  const left = reading.remainder.find(({ why }) => why === 'a total');
  assert.equal(left?.text, '3\nTotals of the year so far\nLow\nJune 2025\nRangers');
  nothingLost(reading);
});

test('a section under which no line is left stands in the remainder once', () => {
  const last = read().lines.at(-1)!.at;
  const reading = read({ dropped: [{ ...last, reason: 'not ours', words: '' }] });
  assert.deepEqual(reading.remainder.filter(({ text }) => text === 'Section B').length, 1);
  assert.deepEqual(account(PLAN, reading), { words: account(PLAN, reading).words, lost: [], spare: [] });
});

test('a row joined to the one above puts its cells under that row’s, and says once what both say', () => {
  const reading = read({ joined: [TRADERS] });
  assert.equal(
    told(reading.lines[0]!),
    '1 Tell residents / and the traders of Mill Lane [Low / High] Jo Marsh',
  );
  assert.deepEqual(reading.lines[0]!.joined, [2]);
  assert.equal(reading.lines[0]!.printed[1], 'Tell residents\nand the traders of Mill Lane');
  assert.deepEqual(account(PLAN, reading).lost, []);
  assert.deepEqual(account(PLAN, reading).spare, []);
  assert.deepEqual(
    reading.lines.map(({ at }) => at.row),
    [1, 3, 4, 6],
  );
});

test('a cell that points up still means what is printed above it', () => {
  const reading = read({ dropped: [{ table: 0, row: 2, reason: 'a stray note', words: '' }] });
  assert.equal(reading.lines[1]!.taken?.owner?.text, 'Jo Marsh');
});

test('what was put right in one of two rows stays when they are joined; what was put right in both goes when they are not', () => {
  const cells: Corrections['cells'] = [
    { table: 0, row: 1, field: 'what', text: 'Write to residents' },
    { table: 0, row: 2, field: 'what', text: 'and shops' },
  ];
  assert.equal(
    told(read({ cells, joined: [TRADERS] }).lines[0]!),
    '1 Write to residents / and shops [Low / High] Jo Marsh',
  );
  const whole: Corrections['cells'] = [
    ...cells,
    { table: 0, row: 1, joined: 1, field: 'what', text: 'Write to all' },
  ];
  assert.equal(
    told(read({ cells: whole, joined: [TRADERS] }).lines[0]!),
    '1 Write to all [Low / High] Jo Marsh',
  );
  assert.deepEqual(read({ cells: whole }), read({ cells }));
});

test('rows joined to rows that are joined become one line, in the order in which they stand', () => {
  const reading = read({ joined: [{ table: 0, row: 3, onto: 2 }, TRADERS] });
  assert.equal(reading.lines[0]!.what, 'Tell residents\nand the traders of Mill Lane\nWalks and talks');
  assert.deepEqual(reading.lines[0]!.joined, [2, 3]);
  nothingLost(reading);
});

test('a row that is left out takes along what was joined to it; one that is both joined and left out is left out', () => {
  const dropped = [{ table: 0, row: 1, reason: 'not ours', words: '' }];
  const both = read({ dropped, joined: [TRADERS] });
  assert.deepEqual(
    both.lines.map(({ at }) => at.row),
    [3, 4, 6],
  );
  nothingLost(both);
  const alone = read({ dropped: [{ table: 0, row: 2, reason: 'a note', words: '' }], joined: [TRADERS] });
  assert.deepEqual(
    alone.lines.map(({ at }) => at.row),
    [1, 3, 4, 6],
  );
  nothingLost(alone);
});

test('a row is split by hand into lines that say which words are theirs, and share the rest', () => {
  const split = [
    {
      ...WALKS,
      lines: [
        { what: 'Walks', when: 'May 2025' },
        { what: 'talks', when: 'June 2025', 'other:Risk': 'High' },
      ],
    },
  ];
  const reading = read({ split: split as Corrections['split'] });
  assert.deepEqual(reading.lines.slice(2, 4).map(told), [
    '3.1 Walks [Low] as above',
    '3.2 talks [High] as above',
  ]);
  assert.deepEqual(
    reading.lines.slice(2, 4).map(line => [line.parts, line.schedules[0]?.by, line.taken?.owner?.text]),
    [
      [2, '2025-05-31', 'Jo Marsh'],
      [2, '2025-06-30', 'Jo Marsh'],
    ],
  );
});

test('a line split while it was joined is whole again when it is not joined', () => {
  const split = [{ table: 0, row: 1, joined: 1, lines: [{ what: 'Residents' }, { what: 'Traders' }] }];
  assert.deepEqual(
    read({ joined: [TRADERS], split })
      .lines.slice(0, 2)
      .map(({ what }) => what),
    ['Residents', 'Traders'],
  );
  assert.deepEqual(read({ split }), read());
});

test('what no longer finds its row leaves the reading as it is', () => {
  const gone = {
    dropped: [{ table: 5, row: 99, reason: 'x', words: '' }],
    joined: [
      { table: 0, row: 99, onto: 1 },
      { table: 0, row: 3, onto: 0 },
      { table: 0, row: 1, onto: 3 },
    ],
    split: [{ table: 0, row: 99, lines: [{ what: 'x' }] }],
  };
  assert.deepEqual(read(gone), read());
});

test('a column is kept under a heading that the person chose', () => {
  const reading = read({
    columns: [
      { table: 0, column: 2, meaning: 'other', name: 'How risky' },
      { table: 0, column: 4, meaning: 'other', name: 'how risky' },
    ],
  });
  assert.deepEqual(reading.lines[0]!.other, { 'How risky': 'Low', 'how risky —': 'Jo Marsh' });
  assert.equal(reading.tables[0]!.columns[2]!.name, 'How risky');
  nothingLost(reading);
});
