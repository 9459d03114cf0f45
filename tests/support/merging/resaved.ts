import fc from 'fast-check';
import { fileEdits } from './file-edits.ts';
import { heldPlans } from './held-plans.ts';
import { changesNothing, edited } from './merged-plans.ts';
import { checkFound } from './properties.ts';
import { bytesOf, readFile } from './written-and-read.ts';

type Convert = (files: Uint8Array[], from: string, to: string) => Uint8Array[];
export type Resaving = {
  from: 'docx' | 'xlsx';
  to: 'docx' | 'xlsx' | 'odt' | 'ods';
  count: number;
  seed: number;
};

/** Plans given out, saved again by another program, and read: unchanged ones change nothing, edits come as they are. */
export async function resavedComesBack({ from, to, count, seed }: Resaving, convert: Convert): Promise<void> {
  const plans = fc.sample(heldPlans, { numRuns: count, seed });
  const edits = fc.sample(fileEdits, { numRuns: count, seed });
  const cases = plans.flatMap((plan, index) => [
    { plan, done: edited(plan, [], true), edits: undefined, known: true },
    { plan, done: edited(plan, [], false), edits: undefined, known: false },
    { plan, done: edited(plan, edits[index]!, true), edits: edits[index], known: true },
  ]);
  const files = await Promise.all(cases.map(({ done }) => bytesOf(done.document, from)));
  const saved = convert(files, from, to);
  for (const [index, { plan, done, edits: own }] of cases.entries()) {
    const reading = await readFile(saved[index]!, to);
    if (own) checkFound(plan, done, reading);
    else changesNothing(plan, reading);
  }
}
