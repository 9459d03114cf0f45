import { test } from 'node:test';
import { convertedByLibreOffice, hasLibreOffice } from '../support/made-documents/libre-office.ts';
import {
  convertedGiveTheirLines,
  documentsGiveTheirLines,
  WRITERS,
} from '../support/made-documents/properties.ts';

/** Other documents each time; the seed is told where one fails. */
const EACH = { numRuns: 400 };

for (const format of Object.keys(WRITERS) as (keyof typeof WRITERS)[])
  test(`hundreds of plans as ${format}: every word once, every row a row`, () =>
    documentsGiveTheirLines(format, EACH));

if (hasLibreOffice()) {
  for (const [format, to] of [
    ['docx', 'odt'],
    ['docx', 'pdf'],
    ['docx', 'docx'],
  ] as const)
    test(`plans that LibreOffice made from ${format} into ${to}: every word once, every row a row`, () =>
      convertedGiveTheirLines({ format, to, count: 6, seed: 3 }, convertedByLibreOffice));
}
