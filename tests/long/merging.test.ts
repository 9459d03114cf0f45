import { test } from 'node:test';
import {
  convertedByLibreOffice,
  hasLibreOffice,
  hasSheetsOfLibreOffice,
} from '../support/made-documents/libre-office.ts';
import { PROPERTIES } from '../support/merging/all-properties.ts';
import { resavedComesBack } from '../support/merging/resaved.ts';

/** Over all properties; other plans and edits each time, and the seed is told where one fails. */
const CASES = Number(process.env.MERGE_CASES ?? 20_000);

for (const { says, holds, share } of PROPERTIES)
  test(`thousands of times ${says}`, () => holds({ numRuns: Math.ceil(CASES * share) }));

const RESAVED = [
  { from: 'docx', to: 'docx', here: hasLibreOffice },
  { from: 'docx', to: 'odt', here: hasLibreOffice },
  { from: 'xlsx', to: 'xlsx', here: hasSheetsOfLibreOffice },
  { from: 'xlsx', to: 'ods', here: hasSheetsOfLibreOffice },
] as const;

for (const { from, to, here } of RESAVED)
  if (here())
    test(`plans that LibreOffice saved from ${from} as ${to}: what nobody edited is unchanged, and edits are found`, () =>
      resavedComesBack({ from, to, count: 12, seed: 3 }, convertedByLibreOffice));
  else console.log(`LibreOffice cannot save ${from} as ${to} here, so such files are not tried.`);
