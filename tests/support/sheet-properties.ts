import assert from 'node:assert/strict';
import fc from 'fast-check';
import { openDocument } from '../../src/documents/open.ts';
import { account } from '../../src/reading/accounting.ts';
import { readDocument } from '../../src/reading/read.ts';
import { FIELDS } from '../../src/reading/reading.ts';
import { separatedOf, sheetSettings, workbookOf } from './plan-sheets.ts';
import { type MadePlan, madePlans } from './plan-texts.ts';

const TODAY = Temporal.PlainDate.from('2025-04-01');
const plain = (text: string) =>
  text
    .replace(/[:*?/\\[\]]/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 31)
    .trim();

const wanted = (plan: MadePlan) =>
  plan.sections.flatMap(section =>
    section.lines.map(line => ({ section: plain(section.title), state: line.state, ...line.fields })),
  );

async function lines(bytes: Uint8Array, name: string) {
  const document = await openDocument(bytes, name);
  const reading = readDocument(document, { today: TODAY });
  const { lost, spare } = account(document, reading);
  assert.deepEqual({ lost, spare }, { lost: [], spare: [] });
  return reading.lines.map(line => ({
    section: plain(line.section),
    state: line.state,
    ...Object.fromEntries(FIELDS.flatMap(field => (line[field] === undefined ? [] : [[field, line[field]]]))),
  }));
}

/** How many plans, and from which seed. */
type Runs = { numRuns: number; seed?: number };

/** Any plan in any layout of a workbook gives its lines, and every word once. */
export const workbooksGiveTheirLines = (runs: Runs): Promise<void> =>
  fc.assert(
    fc.asyncProperty(madePlans, sheetSettings, async (plan, setting) => {
      assert.deepEqual(await lines(await workbookOf(plan, setting), 'plan.xlsx'), wanted(plan));
    }),
    runs,
  );

/** And so it does in separated values. */
export const separatedValuesGiveTheirLines = (runs: Runs): Promise<void> =>
  fc.assert(
    fc.asyncProperty(
      madePlans,
      sheetSettings,
      fc.constantFrom(',', ';', '\t', '|'),
      async (plan, setting, separator) => {
        const text = separatedOf(plan, setting, separator);
        assert.deepEqual(await lines(new TextEncoder().encode(text), 'plan.csv'), wanted(plan));
      },
    ),
    runs,
  );
