import assert from 'node:assert/strict';
import { test } from 'node:test';
import { yearFrom } from './calendar-options.ts';
import { NotPossible } from './command-line.ts';

test('a month is given as month and day, as a number or by its name', () => {
  for (const text of ['04-01', '4-1', '4', '04', 'April', 'apr', ' APRIL '])
    assert.deepEqual(
      yearFrom({ 'financial-year-starts': text }),
      { financialYearStart: { month: 4, day: 1 } },
      text,
    );
  assert.deepEqual(yearFrom({ 'spring-starts': 'February' }), { springMonth: 2 });
  assert.deepEqual(yearFrom({}), {});
});

const refused: [string, string, RegExp][] = [
  [
    'financial-year-starts',
    '13-01',
    /^"13-01" is not a month\. Give --financial-year-starts as month and day/,
  ],
  ['financial-year-starts', '00-01', /is not a month/],
  ['financial-year-starts', '', /^"" is not a month/],
  ['financial-year-starts', 'ma', /is not a month/],
  ['financial-year-starts', '2025-04-01', /is not a month/],
  ['financial-year-starts', '04-06', /^"04-06" is not the first day of a month.* as 04-01\.$/],
  [
    'spring-starts',
    '07-01',
    /^Spring does not begin in July\. Give --spring-starts as 02-01, 03-01 or 04-01\.$/,
  ],
];

for (const [option, text, says] of refused)
  test(`--${option} ${text || '(empty)'} is refused in a sentence`, () => {
    assert.throws(
      () => yearFrom({ [option]: text }),
      (fault: Error) => fault instanceof NotPossible && says.test(fault.message),
    );
  });
