import assert from 'node:assert/strict';
import { test } from 'node:test';
import { monthInitials } from './initials.ts';
import { labelOf } from './labels.ts';
import { monthIn } from './month-in.ts';
import { periodsOf } from './periods.ts';

/** What columns stand for, each given by its headings from the top down with strokes between. */
const periods = (columns: string[], over?: string) =>
  periodsOf(
    columns.map(column => column.split(' / ')),
    over,
  ).map(period => period && (period.from === period.to ? period.from : `${period.from} – ${period.to}`));

const COLUMNS: Record<string, [string[], (string | undefined)[], over?: string]> = {
  'a year once, which goes on': [
    ['Nov 25', 'Dec', 'Jan'],
    ['November 2025', 'December 2025', 'January 2026'],
  ],
  'a financial year over its months': [
    ['2025/26 / Feb', '2025/26 / Mar', '2025/26 / Apr'],
    ['February 2026', 'March 2026', 'April 2025'],
  ],
  quarters: [
    ['Q1 (Apr-Jun)', 'Quarter 2', 'Q3 25/26', 'Jan – Mar 2026'],
    ['Q1', 'Q2', 'Q3 2025/26', 'January 2026 – March 2026'],
  ],
  'weeks under months': [
    ['March / 17', 'March / 24', 'April / 31', 'April / 7'],
    ['w/c 17 March', 'w/c 24 March', 'w/c 31 March', 'w/c 7 April'],
  ],
  'days under a title': [['1', '2', '3'], ['1 March 2025', '2 March 2025', '3 March 2025'], 'March 2025'],
  'days with their weekdays': [
    ['March / M / 3', 'T / 4', 'W / 5'],
    ['3 March', '4 March', '5 March'],
  ],
  'weeks that are counted within months': [
    ['May / Wk 1', 'May / Wk 2', 'June / Wk 1'],
    ['May', 'May', 'June'],
  ],
  'ratings of quarters, which are no times of lines': [
    ['RAG / Q1', 'RAG / Q2', 'RAG / Q3'],
    [undefined, undefined, undefined],
  ],
  'numbers under no month': [
    ['1', '2', '3'],
    [undefined, undefined, undefined],
  ],
  'too few': [
    ['April', 'May', 'Owner'],
    [undefined, undefined, undefined],
  ],
};

for (const [name, [columns, expected, over]] of Object.entries(COLUMNS)) {
  test(`columns of a timetable: ${name}`, () => assert.deepEqual(periods(columns, over), expected));
}

test('words that begin like months, and days that no month has, are no times', () => {
  for (const heading of ['Marketing', 'Mayor', 'March launch', '32', '3/13', 'Week one', 'Decision'])
    assert.equal(labelOf(heading), undefined, heading);
});

test('letters are months only where they stand in the order of the year', () => {
  assert.deepEqual(monthInitials(['Task', 'O', 'N', 'D', 'J', 'F', 'M']), [undefined, 10, 11, 12, 1, 2, 3]);
  assert.deepEqual(monthInitials(['R', 'A', 'G']), [undefined, undefined, undefined]);
});

test('a title names a month where it is about one, not where it says when it was written', () => {
  assert.equal(monthIn('Social media calendar, March 2025'), 'March 2025');
  for (const title of ['Plan updated March 2025', 'Plan of 3 March 2025', 'April 2025 to June 2025'])
    assert.equal(monthIn(title), undefined, title);
});
