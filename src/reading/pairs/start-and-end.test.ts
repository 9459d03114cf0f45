import assert from 'node:assert/strict';
import test from 'node:test';
import { timingsUnder } from '../lines/timings.ts';
import type { ReadLine } from '../reading.ts';
import { endsBeforeItStarts, withStart } from './start-and-end.ts';

const timings = timingsUnder({ today: Temporal.PlainDate.from('2025-04-01') });
const called = (field: string) => (field === 'when' ? '“End date”' : `“${field.replace('other:', '')}”`);

/** A line of a table with the columns Start date and End date. */
function line(start: string, when: string): ReadLine {
  return {
    at: { table: 0, row: 1 },
    section: '',
    when,
    other: { 'Start date': start },
    state: 'unknown',
    schedules: timings.read(when),
    suggestions: [],
    doubts: [],
    printed: [],
  } as unknown as ReadLine;
}

const started = (start: string, when: string) => {
  const here = line(start, when);
  return withStart(here.schedules, here, timings, called).map(({ kind, from, by }) => [kind, from, by]);
};

test('a column of starts opens the time that the column of ends closes', () => {
  assert.deepEqual(started('May 2025', 'July 2025'), [['dated', '2025-05-01', '2025-07-31']]);
  assert.deepEqual(started('04/25', '03/26'), [['dated', '2025-04-01', '2026-03-31']]);
  assert.deepEqual(started('June 2025', 'Monthly'), [['recurring', '2025-06-01', undefined]]);
  assert.deepEqual(started('June 2025', 'Ongoing'), [['continuous', '2025-06-01', undefined]]);
  assert.deepEqual(started('June 2025', 'TBC'), [['undetermined', undefined, undefined]]);
  assert.deepEqual(started('12 June 2025', ''), [['dated', '2025-06-12', '2025-06-12']]);
  assert.deepEqual(started('1 September 2025', '1 June 2025'), [['dated', '2025-06-01', '2025-06-01']]);
});

test('an end before the start, and a start on no day, are doubts', () => {
  const doubts = (start: string, when: string) =>
    endsBeforeItStarts(line(start, when), timings, called).map(({ reason }) => reason);
  assert.deepEqual(doubts('01/09/2025', '01/06/2025'), [
    '“01/09/2025” under “Start date”, but “01/06/2025” under “End date”, which is earlier: which is true?',
  ]);
  assert.deepEqual(doubts('31/6/25', '30/7/25'), ['31/6/25: the calendar has no such day: which is meant?']);
  assert.deepEqual(doubts('May 2025', 'May 2025'), []);
  assert.deepEqual(doubts('May 2025', 'Monthly'), []);
});
