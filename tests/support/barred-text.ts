import assert from 'node:assert/strict';
import { readTxt } from '../../src/documents/txt/read.ts';
import { account } from '../../src/reading/accounting.ts';
import { readDocument } from '../../src/reading/read.ts';
import type { Reading } from '../../src/reading/reading.ts';

const TODAY = Temporal.PlainDate.from('2025-04-01');

/** Reads a text in which a bar stands for a tab, and sees to it that no word is lost or said twice. */
export function readBarred(text: string): Reading {
  const document = readTxt(text.trim().replace(/ *\| */g, '\t'));
  const reading = readDocument(document, { today: TODAY });
  const { lost, spare } = account(document, reading);
  assert.deepEqual({ lost, spare }, { lost: [], spare: [] });
  return reading;
}
