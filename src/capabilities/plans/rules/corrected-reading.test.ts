import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTimings } from '../../../timing/read.ts';
import { inWords } from '../../../timing/words.ts';
import { correctedReading, otherReadings } from './corrected-reading.ts';

const FACTS = { today: Temporal.PlainDate.from('2026-02-01') };
const read = (cell: string) => readTimings(cell, FACTS);

test('a misread timing is read from what a person says, and keeps the words of the plan', () => {
  const [first, second] = read('03/04/2026; monthly');
  const done = correctedReading(
    [first!, second!],
    '03/04/2026; monthly',
    { misread: 0, said: { words: 'by 4 March 2026' } },
    FACTS,
  );
  assert.ok('schedules' in done);
  assert.equal(done.schedules.length, 2);
  const { phrase, meant, by } = done.schedules[0]!;
  assert.deepEqual([phrase, meant, by], ['03/04/2026', 'by 4 March 2026', '2026-03-04']);
  assert.equal(inWords(done.schedules[0]!), 'by Wednesday 4 March 2026');
  assert.deepEqual(done.schedules[1], second);
});

test('all timings of a cell can be replaced, and a cell can be no timing at all', () => {
  const all = read('Jan; Feb');
  const whole = correctedReading(all, 'Jan; Feb', { misread: 'all', said: { words: 'Quarterly' } }, FACTS);
  assert.ok('schedules' in whole);
  assert.deepEqual(
    whole.schedules.map(one => [one.phrase, one.meant, one.kind]),
    [['Jan; Feb', 'Quarterly', 'recurring']],
  );
  assert.deepEqual(correctedReading(all, 'Jan; Feb', { misread: 'all', said: 'no-timing' }, FACTS), {
    schedules: [],
  });
});

test('words that say no time, or leave a question, are not taken', () => {
  for (const words of ['purple', '', 'bi-monthly'])
    assert.ok(
      'wrong' in correctedReading(read('May'), 'May', { misread: 'all', said: { words } }, FACTS),
      words,
    );
});

test('the same print is offered as the days that it could mean', () => {
  assert.deepEqual(otherReadings(read('by 03/04/2026')[0]!), [
    'by 4 March 2026',
    'by 3 April 2027',
    'by 3 April 2025',
  ]);
  assert.deepEqual(otherReadings(read('30 June 2026')[0]!), ['30 June 2027', '30 June 2025']);
  assert.deepEqual(otherReadings(read('Monthly')[0]!), []);
});
