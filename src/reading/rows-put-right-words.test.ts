import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readTxt } from '../documents/txt/read.ts';
import { account } from './accounting.ts';
import { readDocument } from './read.ts';
import type { Corrections } from './reading.ts';

const ROWS = [
  'Tell residents\tNewsletter; ward panel\tMonthly; quarterly\tJo Marsh\tLow',
  '\tand the traders\tAs needed\tJo Marsh\tHigh',
  'Walks\tPosters\tMay 2025\tas above\tLow',
  'Total\tof all\tthe rows\there\t£500',
  'Open day\tLeaflet\tJune 2025\tRangers\tLow',
  'School visits\tLetters\tEach term\tas above\t',
  'Write to the press\tRelease\tJuly 2025\tPress office\tHigh',
];
const PLAN = readTxt(
  ['Ashmere plan', '', 'Section A', '', 'Action\tHow\tWhen\tOwner\tRisk', ...ROWS].join('\n'),
);
const NONE: Corrections = { columns: [], cells: [] };
const read = (corrections: Corrections) =>
  readDocument(PLAN, { today: Temporal.PlainDate.from('2025-04-01'), corrections });

type Kind = 'dropped' | 'joined' | 'split' | 'parted' | 'cells' | 'columns';
type One = { kind: Kind; said: object };

const row = fc.integer({ min: 0, max: ROWS.length + 1 });
const words = fc.constantFrom('Ask', 'the Rangers', '', 'each week');
const field = fc.constantFrom('what', 'how', 'when', 'owner', 'other:Risk');
const at = { table: fc.constant(0), row };
const one: fc.Arbitrary<One> = fc.oneof(
  fc.record({ kind: fc.constant('dropped' as const), said: fc.record({ ...at, reason: words, words }) }),
  fc.record({ kind: fc.constant('joined' as const), said: fc.record({ ...at, onto: row }) }),
  fc.record({ kind: fc.constant('parted' as const), said: fc.record(at) }),
  fc.record({
    kind: fc.constant('split' as const),
    said: fc.record({ ...at, lines: fc.array(fc.dictionary(field, words), { minLength: 2, maxLength: 3 }) }),
  }),
  fc.record({ kind: fc.constant('cells' as const), said: fc.record({ ...at, field, text: words }) }),
  fc.record({
    kind: fc.constant('columns' as const),
    said: fc.record({
      table: fc.constant(0),
      column: fc.integer({ min: 0, max: 4 }),
      meaning: fc.constantFrom('what', 'comments', 'section', 'other'),
      name: fc.option(words, { nil: undefined }),
    }),
  }),
);

const together = (all: One[]): Corrections => ({
  ...NONE,
  ...Object.fromEntries(
    [...Map.groupBy(all, ({ kind }) => kind)].map(([kind, own]) => [kind, own.map(({ said }) => said)]),
  ),
});

/** Words may be put in the place of others; whatever is printed stands in some line as printed, or in the remainder. */
function wordsLost(corrections: Corrections): string[] {
  const reading = read(corrections);
  const first = new Map(reading.lines.map(line => [`${line.at.row}`, line]));
  const whole = [...first.values()].map(line => ({
    ...line,
    what: [line.printed.join('\n'), line.what].join('\n'),
  }));
  return account(PLAN, { ...reading, lines: [...reading.lines, ...whole] }).lost;
}

test('whatever is put right, and in whatever order, loses no word', () => {
  fc.assert(
    fc.property(fc.array(one, { maxLength: 8 }), all => {
      assert.deepEqual(wordsLost(together(all)), []);
    }),
    { numRuns: 300, seed: 3 },
  );
});
