import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newPlan } from '../../../tests/support/plans.ts';
import { FIELDS } from '../../reading/reading.ts';
import type { Exported, ExportedLine } from './rules/export/exported.ts';
import { writeInThread } from './writing-thread.ts';

const made = {
  by: 'Borough of Ashmere',
  at: Temporal.Instant.from('2025-04-08T09:00:00Z'),
  day: '8 April 2025',
  export: '0197a3c0-0000-4000-8000-000000000001',
};
const EMPTY = Object.fromEntries(FIELDS.map(field => [field, '']));
const { title, sections } = newPlan();
const exported: Exported = {
  title,
  whole: true,
  plans: [
    {
      title,
      marking: 'none',
      dated: null,
      periodFrom: null,
      periodTo: null,
      beside: {},
      sections: sections.map(section => ({
        ...section,
        columns: section.columns.map(({ headings, meaning }) => ({ headings, meaning })),
        lines: section.lines.map(line => ({ ...EMPTY, ...line, marking: 'none' }) as ExportedLine),
      })),
    },
  ],
};

const bytesOf = async (file: AsyncIterable<Uint8Array> | undefined) =>
  Buffer.concat(await Array.fromAsync(file!));

test('a file comes piece by piece and whole, several at once in turn', async () => {
  const files = await Promise.all(
    (['docx', 'xlsx', 'csv', 'json', 'pdf'] as const).map(async format =>
      bytesOf(await writeInThread(exported, format, made)),
    ),
  );
  const [docx, xlsx, csv, json, pdf] = files;
  assert.deepEqual(
    [docx, xlsx].map(bytes => bytes!.subarray(0, 2).toString()),
    ['PK', 'PK'],
  );
  assert.match(csv!.toString(), /^\uFEFFSection,/);
  assert.equal(JSON.parse(json!.toString()).export, made.export);
  assert.match(pdf!.toString('latin1'), /^%PDF-1\.7[\s\S]*%%EOF\s*$/);
});

test('a fault of the writer is told, and the next file is written all the same', async () => {
  const broken = { ...exported, plans: undefined } as unknown as Exported;
  await assert.rejects(writeInThread(broken, 'csv', made), TypeError);
  assert.ok((await bytesOf(await writeInThread(exported, 'csv', made))).length > 0);
});

test('who leaves before the end holds nobody up', async () => {
  const file = await writeInThread(exported, 'pdf', made);
  file!.destroy();
  assert.ok((await bytesOf(await writeInThread(exported, 'xlsx', made))).length > 0);
});
