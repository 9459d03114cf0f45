import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { cellsOf, type MadePlan, madePlans } from '../../../tests/support/plan-texts.ts';
import { readDocument } from '../../reading/read.ts';
import type { DocumentOut } from '../document-out.ts';
import { openDocument } from '../open.ts';
import { writeDocx } from './write.ts';

const out = (plan: Partial<DocumentOut>): DocumentOut => ({
  title: 'Ashmere plan',
  marking: '',
  orientation: 'landscape',
  creator: 'Commsgrid',
  created: Temporal.Instant.from('2025-05-01T10:00:00Z'),
  introduction: [],
  sections: [],
  ...plan,
});
const asDocument = (plan: MadePlan): DocumentOut =>
  out({
    title: plan.title,
    sections: plan.sections.map(section => ({
      heading: section.title,
      paragraphs: [],
      tables: [
        {
          headings: plan.columns.map(column => column.heading),
          rows: section.lines.map(line => cellsOf(plan, line)),
        },
      ],
    })),
  });

test('a plan that is written, opened and read again has the same lines', async () => {
  await fc.assert(
    fc.asyncProperty(madePlans, async plan => {
      const document = await openDocument(await writeDocx(asDocument(plan)), 'plan.docx');
      const reading = readDocument(document, { today: Temporal.PlainDate.from('2025-04-01') });
      const wanted = plan.sections.flatMap(section =>
        section.lines.map(line => ({ section: section.title, state: line.state, fields: line.fields })),
      );
      const got = reading.lines.map((line, index) => {
        const asked = Object.keys(wanted[index]?.fields ?? {}) as (keyof typeof line)[];
        return {
          section: line.section,
          state: line.state,
          fields: Object.fromEntries(asked.map(field => [field, line[field]])),
        };
      });
      assert.deepEqual(got, wanted);
    }),
    { numRuns: 15, seed: 9 },
  );
});

test('the marking stands at the head and foot of each page, and nowhere without one', async () => {
  const marked = await openDocument(await writeDocx(out({ marking: 'OFFICIAL-SENSITIVE' })), 'plan.docx');
  assert.deepEqual(
    marked.asides.filter(aside => aside.text === 'OFFICIAL-SENSITIVE').map(aside => aside.where),
    ['header', 'footer'],
  );
  const bare = await openDocument(await writeDocx(out({})), 'plan.docx');
  assert.deepEqual(
    bare.asides.map(aside => aside.where),
    ['footer'],
  );
});

test('heading rows are told to repeat, headings are headings, line breaks stay', async () => {
  const bytes = await writeDocx(
    out({
      sections: [
        {
          heading: 'One',
          paragraphs: ['Text'],
          tables: [{ headings: ['A', 'B'], widths: [1, 3], rows: [['x\ny', '']] }],
        },
      ],
    }),
  );
  const { blocks } = await openDocument(bytes, 'plan.docx');
  assert.deepEqual(
    blocks.map(block =>
      block.kind === 'table' ? 'table' : [block.text, block.role ?? block.level ?? 'text'],
    ),
    [['Ashmere plan', 'title'], ['One', 1], ['Text', 'text'], 'table'],
  );
  const table = blocks.find(block => block.kind === 'table');
  assert.deepEqual(
    table?.rows.map(row => row.header ?? false),
    [true, false],
  );
  assert.equal(table?.rows[1]?.cells[0]?.paragraphs[0]?.text, 'x\ny');
});

test('a screen reader is told what there is: title, language, headings, tables with their headings, and nothing empty', async () => {
  const table = { headings: ['A', 'B'], rows: [['x', '']] };
  const bytes = await writeDocx(
    out({
      introduction: ['As at 1 May'],
      sections: [
        { heading: 'One', paragraphs: [], tables: [table] },
        { heading: 'Two', paragraphs: ['Text'], tables: [table] },
      ],
    }),
  );
  const parts = unzipSync(bytes);
  const [main, styles, core] = ['word/document.xml', 'word/styles.xml', 'docProps/core.xml'].map(name =>
    strFromU8(parts[name]!),
  );
  assert.match(core!, /<dc:title>Ashmere plan<.*<dc:language>en-GB</);
  assert.match(styles!, /<w:lang w:val="en-GB"/);
  assert.match(styles!, /w:styleId="Heading1".*?<w:outlineLvl w:val="0"/);
  assert.equal(main!.match(/<w:pStyle w:val="Heading1"\/>/g)?.length, 2);
  assert.equal(main!.match(/<w:tblHeader\/>/g)?.length, 2);
  assert.deepEqual(
    [...main!.matchAll(/<w:tblCaption w:val="([^"]*)"/g)].map(([, text]) => text),
    ['Lines of One', 'Lines of Two'],
  );
  const outside = main!.replace(/<w:tbl>.*?<\/w:tbl>/g, '');
  const empty = outside.match(/<w:p>(?:(?!<w:t[ >]).)*?<\/w:p>/g) ?? [];
  assert.equal(empty.length, 1, 'only what Word wants behind a last table');
});

test('the same plan gives the same bytes, whatever the clock says', async () => {
  const first = await writeDocx(out({ marking: 'OFFICIAL' }));
  await new Promise(done => setTimeout(done, 1100));
  assert.deepEqual(await writeDocx(out({ marking: 'OFFICIAL' })), first);
});

test('characters that XML cannot hold are left out, and every other word is kept', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async text => {
      const bytes = await writeDocx(
        out({ sections: [{ heading: '', paragraphs: [`word ${text}`], tables: [] }] }),
      );
      const { blocks } = await openDocument(bytes, 'plan.docx');
      assert.ok(blocks.length >= 2);
    }),
    { numRuns: 15, seed: 3 },
  );
});

/** As every reader sees a cell: in lines, each with single blanks. */
const plain = (text: string) =>
  text
    .toWellFormed()
    .split(/[\n\u2028\u2029]/)
    .map(line =>
      line
        .replace(/[\p{Cc}\u00AD\ufffe\uffff]/gu, sign => (sign === '\t' ? ' ' : ''))
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter(Boolean)
    .join('\n');

test('any words at all come back from their cells as they were', async () => {
  const odd = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom(
      '=1',
      '-£2,000',
      '£1 & <2>',
      ']]>',
      'a\nb',
      'مرحبا',
      '👩‍👩‍👧 x',
      '1/2',
      'x'.repeat(40_000),
    ),
  );
  const row = fc.tuple(odd, odd).map(([one, other]) => [`Write ${one}`, `Jo ${other}`]);
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 5 }), async rows => {
      const table = { headings: ['What', 'Owner'], rows };
      const bytes = await writeDocx(out({ sections: [{ heading: '', paragraphs: [], tables: [table] }] }));
      const { blocks } = await openDocument(bytes, 'plan.docx');
      const read = blocks.find(block => block.kind === 'table')!;
      const seen = read.rows
        .slice(1)
        .map(({ cells }) => cells.map(cell => plain(cell.paragraphs.map(({ text }) => text).join('\n'))));
      assert.deepEqual(
        seen,
        rows.map(texts => texts.map(plain)),
      );
    }),
    { numRuns: 30, seed: 5 },
  );
});
