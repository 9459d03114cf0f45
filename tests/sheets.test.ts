import test from 'node:test';
import { separatedValuesGiveTheirLines, workbooksGiveTheirLines } from './support/sheet-properties.ts';

/** The same plans each time, so that a change of the rules is what fails. */
const RUNS = { numRuns: 100, seed: 7 };

test('any plan in any layout of a workbook gives its lines, and every word once', () =>
  workbooksGiveTheirLines(RUNS));

test('any plan in separated values gives its lines, and every word once', () =>
  separatedValuesGiveTheirLines(RUNS));
