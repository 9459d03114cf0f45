import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { readShaded } from '../../../../../tests/support/shaded-plan.ts';
import { writeCsv } from '../../../../documents/csv/write.ts';
import { writeDocx } from '../../../../documents/docx/write.ts';
import { openDocument } from '../../../../documents/open.ts';
import { writeXlsx } from '../../../../documents/xlsx/write/write.ts';
import { STATE_HEADING } from '../../../../reading/own-state.ts';
import { readDocument } from '../../../../reading/read.ts';
import { FIELDS, type Reading, STATES } from '../../../../reading/reading.ts';
import { columnsToStore } from '../columns.ts';
import { asOneTable } from './as-one-table.ts';
import { documentOf } from './document.ts';
import { documentOfAll } from './document-of-all.ts';
import type { ExportedLine, ExportedPlan } from './exported.ts';
import { exportFileName } from './file-name.ts';

const EXAMPLES = join(import.meta.dirname, '../../../../../examples');
const today = Temporal.PlainDate.from('2026-11-22');
const made = { by: 'Borough of Ashmere', at: Temporal.Instant.from('2026-11-22T09:00:00Z') };

const readFile = async (bytes: Uint8Array, name: string) =>
  readDocument(await openDocument(bytes, name), { today });
const example = (name: string) => readFile(readFileSync(join(EXAMPLES, name)), name);

/** As a person accepts it: every line under its section, with the columns of its table. */
function accepted(reading: Reading): ExportedPlan {
  const groups: { title: string; table: number; lines: Reading['lines'] }[] = [];
  for (const line of reading.lines) {
    const last = groups.at(-1);
    if (last?.title === line.section && last.table === line.at.table) last.lines.push(line);
    else groups.push({ title: line.section, table: line.at.table, lines: [line] });
  }
  return {
    title: reading.document.title,
    marking: 'none',
    dated: reading.document.dated,
    periodFrom: reading.document.period?.from ?? null,
    periodTo: reading.document.period?.to ?? null,
    beside: reading,
    sections: groups.map(({ title, table, lines }) => {
      const columns = columnsToStore({ title, columns: reading.tables[table]!.columns, lines });
      return { title, columns, lines: lines.map(lineOf) };
    }),
  };
}

function lineOf(line: Reading['lines'][number]): ExportedLine {
  const words = Object.fromEntries(
    FIELDS.map(field => [field, line[field] ?? line.taken?.[field]?.text ?? '']),
  );
  return {
    ...(words as Record<(typeof FIELDS)[number], string>),
    other: line.other,
    state: line.state,
    marking: 'none',
    schedules: line.schedules,
  };
}

const exported = async (plan: ExportedPlan) =>
  readFile(await writeDocx(documentOf(plan, made)), 'export.docx');

/** Everything that must come back: words, sections and states. */
const essence = (plan: ExportedPlan) =>
  plan.sections.flatMap(section =>
    section.lines.map(({ other, ...line }) => {
      const { [STATE_HEADING]: _, ...own } = other;
      return { section: section.title, ...line, other: own };
    }),
  );

for (const name of [
  'ashmere-resident-communications-tracker.txt',
  'ashmere-stakeholder-plan.docx',
  'ashmere-winter-campaign-plan.docx',
])
  test(`${name} comes back with the same lines, times and words`, async () => {
    const reading = await example(name);
    const plan = accepted(reading);
    const again = await exported(plan);
    assert.deepEqual(essence(accepted(again)), essence(plan));
    assert.deepEqual(
      again.lines.map(line => line.schedules),
      reading.lines.map(line => line.schedules),
    );
    assert.deepEqual(again.document, reading.document);
    const told = again.remainder.map(one => one.text).join('\n');
    for (const { text } of reading.remainder)
      assert.ok(told.includes(text) || again.document.title.includes(text), text);
    const tables = documentOf(plan, made).sections.flatMap(section => section.tables);
    assert.ok(
      tables.every(table => !table.headings.includes(STATE_HEADING)),
      'no state has to be told',
    );
  });

test('states and owners changed by hand come back, whatever the printed words say', async () => {
  const tracker = accepted(await example('ashmere-resident-communications-tracker.txt'));
  const change = fc.record({
    state: fc.constantFrom(...STATES),
    owner: fc.constantFrom('Press office', 'Head of Communications', ''),
  });
  const changes = fc.array(change, { minLength: 24, maxLength: 24 });
  await fc.assert(
    fc.asyncProperty(changes, async given => {
      let number = 0;
      const sections = tracker.sections.map(section => ({
        ...section,
        lines: section.lines.map(line => ({ ...line, ...given[number++]! })),
      }));
      const plan = { ...tracker, sections };
      assert.deepEqual(essence(accepted(await exported(plan))), essence(plan));
    }),
    { numRuns: 8 },
  );
});

test('a column that a person said is something else is given a heading that says so', async () => {
  const plan = accepted(await example('ashmere-stakeholder-plan.docx'));
  const [section] = plan.sections;
  const columns = section!.columns.map(column =>
    column.meaning === 'when' ? { ...column, headings: ['Notes'] } : column,
  );
  const { headings } = documentOf({ ...plan, sections: [{ ...section!, columns }] }, made).sections[0]!
    .tables[0]!;
  assert.ok(headings.includes('When (Notes)'));
});

test('fields that the source has no column for get one', async () => {
  const plan = accepted(await example('ashmere-stakeholder-plan.docx'));
  plan.sections[0]!.lines[0]!.budget = '£400';
  const again = accepted(await exported(plan));
  assert.equal(again.sections[0]!.lines[0]!.budget, '£400');
  assert.deepEqual(essence(again), essence(plan));
});

test('the highest marking stands on the document and in its name', async () => {
  const plan = accepted(await example('ashmere-stakeholder-plan.docx'));
  plan.sections[0]!.lines[0]!.marking = 'OFFICIAL-SENSITIVE';
  assert.equal(documentOf({ ...plan, marking: 'OFFICIAL' }, made).marking, 'OFFICIAL-SENSITIVE');
  assert.equal(
    exportFileName({ title: 'Plan: "A/B"', marking: 'OFFICIAL', ending: 'docx' }),
    'Plan A B (OFFICIAL).docx',
  );
  assert.equal(exportFileName({ title: '..', marking: '', ending: 'docx' }), 'Plan.docx');
});

test('times that a document told by shading alone are read again from its export', async () => {
  const shaded = readShaded(`
Communications plan 2026/27

Task | Owner | Apr | May | Jun | Jul | Aug
Letters | Mae Lund | [blue] | [blue] | | |
School visits | Comms team | | [blue] | Launch [blue] | | [blue]
Website | Web team | | | | |
Open day | Mae Lund | | | | [blue] |
`);
  const again = await exported(accepted(shaded));
  const times = (reading: Reading) => reading.lines.map(line => line.schedules.map(({ phrase }) => phrase));
  assert.deepEqual(times(shaded)[0], ['April to May']);
  assert.deepEqual(
    times(again).map(phrases => phrases.toSorted()),
    times(shaded).map(phrases => phrases.toSorted()),
  );
});

for (const ending of ['docx', 'xlsx', 'csv'] as const)
  test(`sections come back from ${ending} under any title`, async () => {
    const plan = accepted(await example('ashmere-stakeholder-plan.docx'));
    const titles = [
      'First part',
      'Key messages',
      'Notes',
      '1',
      'Page 3',
      'Total spend',
      'with a comma,',
      'Two\nlines',
      'Last',
    ];
    const [section] = plan.sections;
    const sections = titles.map((title, index) => ({
      ...section!,
      title,
      lines: section!.lines.slice(0, 2).map(line => ({ ...line, what: `${line.what} (${index})` })),
    }));
    const whole = { plans: [{ ...plan, sections }], title: plan.title, whole: true };
    const document = documentOfAll(ending === 'csv' ? asOneTable(whole) : whole, { ...made, day: 'today' });
    const bytes = { docx: writeDocx, xlsx: writeXlsx, csv: writeCsv }[ending](document);
    const { lines } = await readFile(await bytes, `plan.${ending}`);
    assert.deepEqual(
      lines.map(line => line.section.replace(/\s+/g, ' ')),
      titles.flatMap(title => [title, title]).map(title => title.replace(/\s+/g, ' ')),
    );
  });
