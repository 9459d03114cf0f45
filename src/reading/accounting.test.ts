import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { Block, Cell, Paragraph, Row, SourceDocument, Table } from '../documents/document.ts';
import { account } from './accounting.ts';
import { readDocument } from './read.ts';

const TODAY = Temporal.PlainDate.from('2025-04-01');

/** Words of which plans are made, so that made-up tables are taken for plans, registers and policies as well. */
const WORDS = [
  'Action',
  'Owner',
  'When',
  'Status',
  'Recommendation',
  'Ref',
  'Audience',
  'Channel',
  'Theme',
  'Comments',
  'Role',
  'Existing',
  'Page',
  'Version',
  '1.',
  '2.1',
  'R3',
  '(a)',
  '21(b)',
  'Complete',
  'ongoing',
  'as above',
  'Monthly',
  'March 2025',
  'TBC',
  '£500',
  'Press Officer',
  'Jo Marsh',
  'AB/CD',
  'Objective 1: Tell people',
  'Residents',
  'newsletter',
  'and the',
  'Write to all residents of the town about it.',
  'within the town',
  'Total',
  'Key: x = y',
  '• one • two',
  'Page 2 of 3',
  'OFFICIAL',
  '<p>Text</p>',
  'Contents',
  '—',
  '',
  '',
  '',
];
const text = fc
  .array(fc.constantFrom(...WORDS), { minLength: 0, maxLength: 3 })
  .map(words => words.join(' ').trim());

const paragraph: fc.Arbitrary<Paragraph> = fc
  .record({
    text,
    level: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
    marker: fc.option(fc.constantFrom('•', '1.', 'a)'), { nil: undefined, freq: 4 }),
    bold: fc.option(fc.constant(true as const), { nil: undefined }),
    role: fc.option(fc.constantFrom('title' as const, 'contents' as const), { nil: undefined, freq: 8 }),
  })
  .map(made => ({
    kind: 'paragraph',
    text: made.text,
    where: 'paragraph 1',
    ...(made.level ? { level: made.level } : {}),
    ...(made.marker ? { marker: made.marker, depth: 0 } : {}),
    ...(made.bold ? { bold: made.bold } : {}),
    ...(made.role ? { role: made.role } : {}),
  }));

const inner: fc.Arbitrary<Table> = fc
  .array(fc.array(text, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 2 })
  .map(rows => ({
    kind: 'table',
    where: 'table 9',
    rows: rows.map(cells => ({ cells: cells.map(plainCell) })),
  }));

const plainCell = (words: string): Cell => ({
  paragraphs: words ? [{ kind: 'paragraph', text: words, where: 'table' }] : [],
  columns: 1,
});

const cell: fc.Arbitrary<Cell> = fc.oneof<fc.WeightedArbitrary<Cell>[]>(
  { weight: 12, arbitrary: text.map(plainCell) },
  {
    weight: 2,
    arbitrary: fc.record({
      paragraphs: fc.array(paragraph, { maxLength: 2 }),
      columns: fc.integer({ min: 1, max: 4 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ paragraphs: [], columns: 1, continues: true }) },
  { weight: 1, arbitrary: inner.map(table => ({ paragraphs: [], columns: 1, tables: [table] })) },
);
const row: fc.Arbitrary<Row> = fc.record({
  cells: fc.array(cell, { minLength: 1, maxLength: 5 }),
  header: fc.boolean(),
});
const table: fc.Arbitrary<Table> = fc
  .array(row, { minLength: 1, maxLength: 7 })
  .map(rows => ({ kind: 'table', where: 'table 1', rows }));
const block: fc.Arbitrary<Block> = fc.oneof(paragraph, table);
const documents: fc.Arbitrary<SourceDocument> = fc.record({
  format: fc.constant('docx' as const),
  blocks: fc.array(block, { maxLength: 8 }),
  asides: fc.array(paragraph, { maxLength: 2 }),
});

test('whatever a document holds, reading it throws nothing, loses no word and says none twice', () => {
  fc.assert(
    fc.property(documents, document => {
      const reading = readDocument(document, { today: TODAY });
      const { lost, spare } = account(document, reading);
      assert.deepEqual({ lost, spare }, { lost: [], spare: [] }, JSON.stringify(reading, null, 1));
    }),
    { numRuns: 250, seed: 7 },
  );
});

test('the same document read twice is read the same, and each line stands at a place of its own', () => {
  fc.assert(
    fc.property(documents, document => {
      const reading = readDocument(document, { today: TODAY });
      assert.deepEqual(readDocument(document, { today: TODAY }), reading);
      const places = reading.lines.map(line => `${line.at.table}:${line.at.row}`);
      assert.equal(new Set(places).size, places.length);
    }),
    { numRuns: 60, seed: 8 },
  );
});
