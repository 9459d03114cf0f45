import { test } from 'node:test';
import { documentsGiveTheirLines, WRITERS } from './support/made-documents/properties.ts';

/** The same documents each time, so that a change of the rules is what fails. */
const RUNS = { numRuns: 40, seed: 11 };

for (const format of Object.keys(WRITERS) as (keyof typeof WRITERS)[])
  test(`any plan as ${format}: every word once, every row a row`, () =>
    documentsGiveTheirLines(format, RUNS));
