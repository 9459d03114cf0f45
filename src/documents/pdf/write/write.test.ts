import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { getDocumentProxy } from 'unpdf';
import { cellsOf, type MadePlan, madePlans } from '../../../../tests/support/plan-texts.ts';
import { readDocument } from '../../../reading/read.ts';
import type { DocumentOut, TableOut } from '../../document-out.ts';
import { openDocument } from '../../open.ts';
import { writePdf } from './write.ts';

const face = (weight: string) =>
  readFileSync(new URL(`./faces/AtkinsonHyperlegibleNext-${weight}.ttf`, import.meta.url));
const FACES = { regular: face('Regular'), bold: face('Bold') };
const out = (plan: Partial<DocumentOut>): DocumentOut => ({
  title: 'Ashmere plan',
  marking: '',
  orientation: 'landscape',
  creator: 'Borough of Ashmere',
  created: Temporal.Instant.from('2025-05-01T10:00:00Z'),
  introduction: [],
  sections: [],
  ...plan,
});
const section = (heading: string, table: TableOut) => ({ heading, paragraphs: [], tables: [table] });
const write = (plan: Partial<DocumentOut>) => writePdf(out(plan), FACES);

const LONG = 'Hold a briefing with every neighbourhood panel before the summer and tell the press. '.repeat(
  9,
);
const WIDE: TableOut = {
  headings: ['Ref', 'Action', 'Owner'],
  rows: Array.from({ length: 40 }, (_, index) => [
    `${index + 1}`,
    `${index} ${LONG}`,
    index % 3 ? 'Jo Marsh' : '',
  ]),
};
const MARKED = await write({
  marking: 'OFFICIAL-SENSITIVE',
  introduction: ['Dated 1 May 2025'],
  sections: [section('Objective 1', WIDE)],
});

type Node = { role?: string; children?: Node[]; id?: string; lang?: string; alt?: string };
const elements = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(elements)];
const roles = (node: Node | null, role: string): Node[] =>
  node ? elements(node).filter(one => one.role === role) : [];

test('the file says what PDF/UA asks of it: tagged, its title shown, its language, and which standard it keeps', async () => {
  const pdf = await getDocumentProxy(Uint8Array.from(MARKED));
  const { info, metadata } = await pdf.getMetadata();
  assert.equal((info as Record<string, unknown>).Title, 'Ashmere plan');
  assert.equal((info as Record<string, unknown>).Language, 'en-GB');
  assert.equal(metadata?.get('pdfuaid:part'), '1');
  assert.equal(metadata?.get('dc:title'), 'Ashmere plan');
  assert.equal(((await pdf.getViewerPreferences()) as Record<string, unknown>).DisplayDocTitle, true);
  assert.equal((await pdf.getMarkInfo())?.Marked, true);
});

test('every word is tagged or an artifact, and every piece of content belongs to one element', async () => {
  const pdf = await getDocumentProxy(Uint8Array.from(MARKED));
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    let inside = 0;
    const pieces: string[] = [];
    for (const item of items) {
      if ('str' in item) {
        if (item.str.trim()) assert.ok(inside > 0, `“${item.str}” on page ${number} is not tagged`);
      } else if (item.type === 'endMarkedContent') inside--;
      else {
        inside++;
        if (item.type === 'beginMarkedContentProps' && item.id) pieces.push(item.id);
      }
    }
    const named = elements((await page.getStructTree()) as Node).flatMap(({ id }) => id ?? []);
    assert.equal(new Set(pieces).size, pieces.length);
    assert.deepEqual(
      pieces.filter(piece => !named.includes(piece)),
      [],
    );
  }
});

test('a table is told once, with a heading cell over each column and as many cells in each row', async () => {
  const pdf = await getDocumentProxy(Uint8Array.from(MARKED));
  const tree = (await (await pdf.getPage(1)).getStructTree()) as Node;
  assert.equal(roles(tree, 'H1').length, 1);
  assert.equal(roles(tree, 'H2').length, 1);
  const [table, ...more] = roles(tree, 'Table');
  assert.equal(more.length, 0);
  const rows = roles(table!, 'TR');
  assert.equal(rows.length, 41);
  assert.ok(rows.every(row => row.children?.length === 3));
  assert.equal(roles(table!, 'TH').length, 3);
  // only the structure as it is written says over what a heading stands
  assert.equal(
    Buffer.from(MARKED)
      .toString('latin1')
      .match(/\/Scope \/Column/g)?.length,
    3,
  );
});

test('the marking and the number stand on every page, the headings on every page of the table', async () => {
  const pdf = await getDocumentProxy(Uint8Array.from(MARKED));
  assert.ok(pdf.numPages > 3);
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    const texts = items.flatMap(item => ('str' in item && item.str ? [item.str] : []));
    assert.equal(texts.filter(text => text === 'OFFICIAL-SENSITIVE').length, 2);
    assert.ok(texts.includes(`Page ${number} of ${pdf.numPages}`));
    assert.ok(texts.includes('Action'));
  }
});

test('the same plan gives the same bytes, whatever the clock says', async () => {
  const plan = { marking: 'OFFICIAL', sections: [section('One', { headings: ['A'], rows: [['x']] })] };
  const first = await write(plan);
  await new Promise(done => setTimeout(done, 1100));
  assert.deepEqual(await write(plan), first);
});

test('each section has a bookmark', async () => {
  const pdf = await getDocumentProxy(Uint8Array.from(MARKED));
  const [top] = await pdf.getOutline();
  assert.equal(top?.title, 'Ashmere plan');
  assert.deepEqual(
    top?.items.map(({ title }: { title: string }) => title),
    ['Objective 1'],
  );
});

test('Welsh and Polish letters are printed; what the face does not have is told of', async () => {
  const table = {
    headings: ['What', 'Owner'],
    rows: [
      ['Cŵn yn y tŷ, zażółć gęślą jaźń ●', 'Ŵyn'],
      ['Привет 👋', 'Jo'],
    ],
  };
  const { blocks } = await openDocument(await write({ sections: [section('', table)] }), 'plan.pdf');
  const read = blocks.find(block => block.kind === 'table')!;
  const cells = read.rows.map(row =>
    row.cells.map(cell => cell.paragraphs.map(({ text }) => text).join(' ')),
  );
  assert.deepEqual(cells[1], ['Cŵn yn y tŷ, zażółć gęślą jaźń •', 'Ŵyn']);
  assert.deepEqual(cells[2], ['◊◊◊◊◊◊ ◊', 'Jo']);
  assert.ok(
    blocks.some(block => block.kind === 'paragraph' && block.text.startsWith('Some letters or signs')),
  );
});

test('a row that is taller than a page goes on over the next, and stays one row', async () => {
  const rows = [
    ['1', LONG.repeat(12), 'Jo'],
    ['2', 'Short', 'Al'],
  ];
  const bytes = await write({ sections: [section('One', { headings: ['Ref', 'Action', 'Owner'], rows })] });
  const { blocks } = await openDocument(bytes, 'plan.pdf');
  const table = blocks.find(block => block.kind === 'table')!;
  assert.equal(table.rows.length, 3);
  const text = table.rows[1]!.cells[1]!.paragraphs.map(one => one.text).join(' ');
  assert.equal(text.replace(/\s+/g, ' '), LONG.repeat(12).trim());
});

const asDocument = (plan: MadePlan): Partial<DocumentOut> => ({
  title: plan.title,
  sections: plan.sections.map(({ title, lines }) =>
    section(title, {
      headings: plan.columns.map(column => column.heading),
      rows: lines.map(line => cellsOf(plan, line)),
    }),
  ),
});

test('a plan that is written as a PDF, opened and read again has the same lines', async () => {
  await fc.assert(
    fc.asyncProperty(madePlans, async plan => {
      const document = await openDocument(await write(asDocument(plan)), 'plan.pdf');
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
    { numRuns: 30, seed: 4 },
  );
});
