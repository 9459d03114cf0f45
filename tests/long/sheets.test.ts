import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { openDocument, Unreadable } from '../../src/documents/open.ts';
import { readDocument } from '../../src/reading/read.ts';
import { type Harm, harmed, harms } from '../support/harm.ts';
import { separatedOf, sheetSettings, workbookOf } from '../support/plan-sheets.ts';
import { madePlans } from '../support/plan-texts.ts';
import { separatedValuesGiveTheirLines, workbooksGiveTheirLines } from '../support/sheet-properties.ts';

const MANY = { numRuns: 2000 };
/** Milliseconds. */
const LONGEST = 10_000;

test('thousands of plans in workbooks give their lines', () => workbooksGiveTheirLines(MANY));
test('thousands of plans in separated values give their lines', () => separatedValuesGiveTheirLines(MANY));

/** It opens and is read, or is refused in a sentence; and soon. */
async function survives(bytes: Uint8Array, name: string): Promise<void> {
  const begun = performance.now();
  try {
    readDocument(await openDocument(bytes, name), { today: Temporal.PlainDate.from('2025-04-01') });
  } catch (fault) {
    assert.ok(fault instanceof Unreadable, `threw ${fault}`);
  }
  assert.ok(performance.now() - begun < LONGEST, 'took too long');
}

/** Harms the text of one part of an archive and packs it again. */
function harmedInside(bytes: Uint8Array, part: number, harm: Harm[]): Uint8Array {
  const parts = unzipSync(bytes);
  const name = Object.keys(parts)[part % Object.keys(parts).length] ?? '';
  return zipSync({ ...parts, [name]: harmed(parts[name] ?? new Uint8Array(), harm) });
}

test('harmed workbooks are read or refused', async () => {
  await fc.assert(
    fc.asyncProperty(madePlans, sheetSettings, fc.nat(20), harms, async (plan, setting, part, harm) => {
      await survives(harmedInside(await workbookOf(plan, setting), part, harm), 'plan.xlsx');
    }),
    MANY,
  );
});

test('harmed separated values are read or refused', async () => {
  await fc.assert(
    fc.asyncProperty(madePlans, sheetSettings, harms, async (plan, setting, harm) => {
      const bytes = new TextEncoder().encode(separatedOf(plan, setting, ','));
      await survives(harmed(bytes, harm), 'plan.csv');
    }),
    MANY,
  );
});
