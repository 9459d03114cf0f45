import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDocument } from '../../../documents/open.ts';
import { readDocument } from '../../../reading/read.ts';
import type { Corrections, Reading } from '../../../reading/reading.ts';
import { countWords } from './words-kept.ts';

const PLAN = [
  'Ashmere outreach plan',
  '',
  '1. In schools',
  '',
  'Audience\tWhat\tRisk rating\tWhen',
  'Parents\tTell parents about crossing patrols\tLow\tTermly',
  'Head teachers\tAsk what pupils need\tHigh\tMonthly',
  '',
  'Kept by the press office.',
].join('\n');

const document = await openDocument(Buffer.from(PLAN), 'plan.txt');
const read = (corrections?: Corrections): Reading =>
  readDocument(document, { today: Temporal.PlainDate.from('2025-04-08'), corrections });

test('a reading as the reader makes it loses no word, a heading of its own included', () => {
  const count = countWords(document, read());
  assert.equal(count.lost, 0);
  assert.equal(count.document, 32);
  assert.ok(count.remainder >= 5);
});

for (const [where, without] of Object.entries<(reading: Reading) => Reading>({
  'a cell': reading => edited(reading, line => ({ ...line, what: line.what?.replace('crossing ', '') })),
  'the remainder': reading => ({ ...reading, remainder: [] }),
  'a section': reading => edited(reading, line => ({ ...line, section: '' })),
  'a whole line': reading => ({ ...reading, lines: reading.lines.slice(1) }),
  'a heading of its own': reading => ({
    ...reading,
    tables: reading.tables.map(table => ({ ...table, columns: [] })),
  }),
}))
  test(`what is missing from ${where} is told`, () => {
    const reading = read();
    assert.ok(countWords(document, without(reading)).lost > 0);
  });

test('a word that a reading repeats does not stand in for one that is lost', () => {
  const reading = read();
  const twice = edited(reading, (line, at) => (at === 1 ? { ...line, why: 'crossing crossing' } : line));
  const lost = edited(twice, (line, at) =>
    at === 0 ? { ...line, what: 'Tell parents about patrols' } : line,
  );
  assert.deepEqual(countWords(document, lost).lostWords, ['crossing']);
});

test('words that a person replaced are not lost: the row as printed keeps them', () => {
  const corrections: Corrections = {
    columns: [],
    cells: [{ ...read().lines[0]!.at, field: 'what', text: 'Something else' }],
  };
  assert.equal(countWords(document, read(corrections), corrections).lost, 0);
});

test('mark-up that a web editor left in a cell is not a word', async () => {
  const marked = await openDocument(
    Buffer.from(PLAN.replace('Ask what', '<ul style="list"><li>Ask what').replace('need', 'need</li></ul>')),
    'plan.txt',
  );
  const reading = readDocument(marked, { today: Temporal.PlainDate.from('2025-04-08') });
  assert.equal(countWords(marked, reading).lost, 0);
});

function edited(
  reading: Reading,
  edit: (line: Reading['lines'][number], at: number) => Reading['lines'][number],
): Reading {
  return { ...reading, lines: reading.lines.map(edit) };
}

test('a section that shares words with its rows, or is a column of them, is counted as it is printed', async () => {
  for (const plan of [
    PLAN.replace('1. In schools', '1. What parents need'),
    PLAN.replace('1. In schools', '1. Parents').replace('Parents\tTell', '1. Parents\tTell'),
    'Ashmere plan\n\nTheme\tWhat\tWhen\nParents\tTell parents\tMay\nParents\tAsk parents\tJune\nShops\tAdvise\tJuly\n',
  ]) {
    const one = await openDocument(Buffer.from(plan), 'plan.txt');
    const today = Temporal.PlainDate.from('2025-04-08');
    const first = readDocument(one, { today });
    assert.deepEqual(countWords(one, first).lostWords, []);
    const corrections: Corrections = {
      columns: [],
      cells: [{ ...first.lines[0]!.at, field: 'what', text: 'Other' }],
    };
    assert.deepEqual(countWords(one, readDocument(one, { today, corrections }), corrections).lostWords, []);
    const columns: Corrections = { columns: [{ table: 0, column: 0, meaning: 'section' }], cells: [] };
    assert.deepEqual(
      countWords(one, readDocument(one, { today, corrections: columns }), columns).lostWords,
      [],
    );
  }
});

test('a row made into several lines keeps its words once, joining words among them', async () => {
  const row = 'Head teachers and governors\tAsk what pupils need\tHigh\tMonthly and weekly';
  const parted = await openDocument(Buffer.from(PLAN.replace(/^Head teachers.*$/m, row)), 'plan.txt');
  const corrections = { columns: [], cells: [], parted: [{ table: 0, row: 2 }] };
  const reading = readDocument(parted, { today: Temporal.PlainDate.from('2025-04-08'), corrections });
  assert.deepEqual(
    reading.lines.map(({ audience, when }) => [audience, when]),
    [
      ['Parents', 'Termly'],
      ['Head teachers', 'Monthly'],
      ['governors', 'weekly'],
    ],
  );
  assert.equal(countWords(parted, reading, corrections).lost, 0);
  const without = { ...reading, lines: reading.lines.slice(0, 1) };
  assert.ok(countWords(parted, without, corrections).lost > 0);
});
