import assert from 'node:assert/strict';
import test from 'node:test';
import type { State } from '../reading.ts';
import { statusOf } from './status-words.ts';

/** Sentences of progress, as officers write them. */
const TOLD: [string, State | undefined][] = [
  ['Schedule drafted; goes to Cabinet in April', 'in-progress'],
  ['Second edition at proof stage.', 'in-progress'],
  ['Quotes received, awaiting sign-off', 'in-progress'],
  ['Approval awaited', 'in-progress'],
  ['Still to do', 'not-started'],
  ['Signed 14 January 2025', 'complete'],
  ['Reported to Cabinet 12 March 2025', 'complete'],
  ['Complete - 3/4/25. Leaflet printed', 'complete'],
  ['11 of 23 parishes supplied', 'in-progress'],
  ['All 23 of 23 supplied', undefined],
  ['23 of 23 supplied', 'complete'],
  ['Revised 3/3/25', undefined],
  ['Date of next survey 3 March 2026', undefined],
];
for (const [text, state] of TOLD)
  test(`“${text}” tells ${state ?? 'no state'}`, () => assert.equal(statusOf(text)?.state, state));
