import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentsGiveTheirLines, shareReadRight, WRITERS } from './support/made-documents/properties.ts';

/** The same documents each time, so that a change of the rules is what fails. */
const RUNS = { numRuns: 40, seed: 11 };

for (const format of Object.keys(WRITERS) as (keyof typeof WRITERS)[])
  test(`any plan as ${format}: every word once, every row a row`, () =>
    documentsGiveTheirLines(format, RUNS));

/** What is drawn around cells, where they stand in their rows, and the share that must be read right. */
const LOOKS = [
  { drawn: 'grid', stands: 'middle', bar: 1 },
  { drawn: 'rules', stands: 'top', bar: 0.95 },
  { drawn: 'rules', stands: 'middle', bar: 0.9 },
  { drawn: 'nothing', stands: 'top', bar: 0.85 },
  { drawn: 'nothing', stands: 'middle', bar: 0.85 },
] as const;

for (const { drawn, stands, bar } of LOOKS)
  test(`plans as pdf with ${drawn} drawn around cells at the ${stands} of their rows`, async () => {
    const share = await shareReadRight({ drawn, stands }, RUNS);
    assert.ok(share >= bar, `${share} of the plans were read right`);
  });
