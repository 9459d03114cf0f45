import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cellsOf, madePlans } from '../../../tests/support/plan-texts.ts';
import { readDocument } from '../../reading/read.ts';
import type { DocumentOut, TableOut } from '../document-out.ts';
import { openDocument } from '../open.ts';
import { guarded, unguarded } from './formula-guard.ts';
import { writeCsv } from './write.ts';

const out = (sections: { heading: string; table: TableOut }[]): DocumentOut => ({
  title: 'Ashmere plan',
  marking: '',
  orientation: 'landscape',
  creator: 'Borough of Ashmere',
  created: Temporal.Instant.from('2025-05-01T10:00:00Z'),
  introduction: [],
  sections: sections.map(({ heading, table }) => ({ heading, paragraphs: [], tables: [table] })),
});
const textOf = (document: DocumentOut) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(writeCsv(document));

test('tables of several shapes become one, each line with as many values, and Excel knows the letters', () => {
  const text = textOf(
    out([
      { heading: 'One', table: { headings: ['Ref', 'What'], rows: [['1', 'Say "no", then stop']] } },
      { heading: 'Two', table: { headings: ['What', 'Owner', 'Owner'], rows: [['Two\nlines', 'Jo', 'Al']] } },
    ]),
  );
  assert.equal(
    text,
    '\uFEFFSection,Ref,What,Owner,Owner\r\nOne,1,"Say ""no"", then stop",,\r\nTwo,,"Two\nlines",Jo,Al\r\n',
  );
});

for (const text of [
  '=1+1',
  '-£2,000',
  '+44 20',
  '@sum',
  '\t=1',
  ' =1',
  '"=1"',
  "'=1",
  '＝1',
  '\r=1',
  '- a bullet',
])
  test(`${JSON.stringify(text)} is no formula, and comes back as it was`, () => {
    assert.equal(guarded(text), `'${text}`);
    assert.equal(unguarded(guarded(text)), text);
  });

test('a lone dash, a dash within and words are left alone', () => {
  for (const text of ['-', 'Face-to-face', '– a dash', "'Quoted'", '', '1-2'])
    assert.equal(guarded(text), text);
});

test('whatever is guarded comes back, and what nobody guarded stays', () => {
  const signs = fc.constantFrom("'", '"', ' ', '=', '+', '-', '@', 'a', '\t', '\r', '＝', '\u00a0');
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: signs, maxLength: 6 }), fc.string({ unit: 'binary' })), text => {
      assert.equal(unguarded(guarded(text)), text);
      assert.doesNotMatch(guarded(text), /^(?:[=@＝＠\t\r]|[-+＋－]\s*\S)/);
    }),
    { numRuns: 2000 },
  );
});

/** As every reader sees a cell: in lines, each with single blanks. */
const plain = (text: string) =>
  text
    .toWellFormed()
    .split(/\r\n?|[\n\v\f\u2028\u2029]/)
    .map(line =>
      line
        .replace(/\u00AD/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter(Boolean)
    .join('\n');

test('any words at all come back from their cells as they were', async () => {
  const odd = fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.constantFrom(
      '=HYPERLINK("x")',
      '-£2,000',
      '+44',
      '@home',
      'a\nb',
      'مرحبا',
      '👩‍👩‍👧 x',
      '"',
      '""',
      "'=1",
    ),
  );
  const row = fc.tuple(odd, odd, odd).map(texts => ['Write', ...texts, 'Jo']);
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 3, maxLength: 6 }), async rows => {
      const bytes = writeCsv(
        out([{ heading: '', table: { headings: ['What', 'A', 'B', 'C', 'Owner'], rows } }]),
      );
      const { blocks } = await openDocument(bytes, 'plan.csv');
      const table = blocks.find(block => block.kind === 'table')!;
      const seen = table.rows
        .slice(1)
        .map(({ cells }) => cells.map(cell => cell.paragraphs.map(({ text }) => text).join('\n')));
      const wanted = rows.map(texts => texts.map(plain));
      assert.deepEqual(seen, wanted);
    }),
    { numRuns: 200, seed: 6 },
  );
});

test('a plan that is written as separated values and read again has the same lines', async () => {
  await fc.assert(
    fc.asyncProperty(madePlans, async plan => {
      const headings = plan.columns.map(column => column.heading);
      const bytes = writeCsv(
        out(
          plan.sections.map(({ title, lines }) => ({
            heading: title,
            table: { headings, rows: lines.map(line => cellsOf(plan, line)) },
          })),
        ),
      );
      const document = await openDocument(bytes, 'plan.csv');
      const reading = readDocument(document, { today: Temporal.PlainDate.from('2025-04-01') });
      const wanted = plan.sections.flatMap(({ title, lines }) =>
        lines.map(({ state, fields }) => ({ section: title, state, fields })),
      );
      const got = reading.lines.map((line, index) => {
        const asked = Object.keys(wanted[index]?.fields ?? {}) as (keyof typeof line)[];
        const fields = Object.fromEntries(asked.map(field => [field, line[field]]));
        return { section: line.section, state: line.state, fields };
      });
      assert.deepEqual(got, wanted);
    }),
    { numRuns: 60, seed: 4 },
  );
});
