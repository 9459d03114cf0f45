import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Paragraph, SourceDocument } from '../../../documents/document.ts';
import { readDocument } from '../../../reading/read.ts';
import { explainedCosts, explainedOwners, whyState, whyTiming } from './explanations.ts';

const paragraph = (text: string): Paragraph => ({ kind: 'paragraph', text, where: 'page 1' });
const ROWS = [
  ['Task', 'Lead officer', 'Delivery date', 'RAG', 'Cost', 'How'],
  ['Post a card', 'KB, supported by Web Team', 'June', 'In progress', '£5k p.a.', 'Monthly letter'],
  ['Hold a fair', 'as above', 'Ongoing', '', 'TBC', 'In the square'],
];
const source: SourceDocument = {
  format: 'docx',
  blocks: [
    paragraph('Ashmere campaign plan 2025-26'),
    paragraph('Key: KB = Katherine Bell'),
    {
      kind: 'table',
      where: 'table 1',
      rows: ROWS.map((cells, row) => ({
        where: `table 1, row ${row + 1}`,
        header: row === 0,
        cells: cells.map(text => ({ paragraphs: text ? [paragraph(text)] : [], columns: 1 })),
      })),
    },
  ],
  asides: [],
};
const reading = readDocument(source, { today: Temporal.PlainDate.from('2031-01-15') });
const [table] = reading.tables;
const [first, second] = reading.lines;
assert.ok(first && second && table);

test('a state says which word, under which heading, by which rule', () => {
  assert.equal(whyState(first, table), '“in progress” under “RAG”: the cell answers with this word');
  assert.match(whyState(second, table), /^“ongoing” under “Delivery date”/);
  assert.equal(
    whyState({ ...second, state: 'unknown', stateFrom: undefined }, table),
    'no cell of the row holds a word that tells a state',
  );
  assert.equal(whyState({ ...second, state: 'complete', stateFrom: undefined }, table), 'a person said so');
  assert.equal(
    whyState(
      {
        ...second,
        state: 'complete',
        stateFrom: { field: 'status', phrase: 'shaded green', why: 'the cell is shaded green', shaded: true },
      },
      table,
    ),
    'under “RAG”, the cell is shaded green',
  );
});

test('owners say what each is, and initials by whose key; "as above" says where it was taken from', () => {
  assert.deepEqual(explainedOwners(first, table), [
    {
      phrase: 'KB',
      means: 'initials of Katherine Bell',
      place: 'under “Lead officer”',
      why: 'the document’s own key says what they stand for',
    },
    {
      phrase: 'Web Team',
      means: 'a team or another body; only helps',
      place: 'under “Lead officer”',
      why: '“team” names a team, a department or another body',
    },
  ]);
  assert.match(explainedOwners(second, table)[0]?.place ?? '', /in the row above that the cell points to/);
});

test('costs say which words were taken for what', () => {
  assert.deepEqual(explainedCosts(first, table), [
    {
      phrase: '£5k p.a.',
      means: '£5,000 a year, as stated',
      place: 'under “Cost”',
      why: '“£5k” is the amount, “p.a.” says for what',
    },
  ]);
});

test('a timing says its heading and kind, where a year that is not printed comes from, and that a found one is only offered', () => {
  assert.deepEqual(whyTiming(first.schedules[0]!, first, table, reading.document), {
    place: 'under “Delivery date”',
    why: 'its words name a day, a month or a part of the year; no year is printed, so it comes from the document’s period, 2025 to 2026',
  });
  const marked = { ...first.schedules[0]!, why: 'the cell under June is shaded' };
  assert.deepEqual(whyTiming(marked, first, table, reading.document), {
    place: 'in the columns of the timetable',
    why: 'the cell under June is shaded; no year is printed, so it comes from the document’s period, 2025 to 2026',
  });
  const found = whyTiming(first.suggestions[0]!, first, table, reading.document);
  assert.equal(found.place, 'under “How”');
  assert.match(found.why, /^its words say how often; only offered/);
});
