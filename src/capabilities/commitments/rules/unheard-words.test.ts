import assert from 'node:assert/strict';
import { test } from 'node:test';
import { overInWords, promisedInWords, silenceInWords } from './unheard-words.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const series = { kind: 'each', times: 1, period: { count: 1, unit: 'quarter' }, from: '2025-01-01' } as const;
const silence = { last: null, due: day('2025-04-30'), phrase: '', series };

test('since when nothing was heard, and what was promised', () => {
  assert.equal(silenceInWords(silence), 'nothing yet');
  assert.equal(silenceInWords({ ...silence, last: day('2025-03-03') }), 'nothing since 3 March 2025');
  assert.equal(promisedInWords(silence), 'once in each quarter');
  assert.equal(promisedInWords({ ...silence, phrase: ' Every\n quarter ' }), 'Every quarter');
  assert.equal(promisedInWords({ ...silence, phrase: 'x'.repeat(300) }).length, 80);
});

test('how long it is over is said in days, then in weeks', () => {
  assert.equal(overInWords(day('2025-07-15'), day('2025-07-16')), '1 day');
  assert.equal(overInWords(day('2025-07-03'), day('2025-07-16')), '13 days');
  assert.equal(overInWords(day('2025-04-30'), day('2025-07-16')), '11 weeks');
});
