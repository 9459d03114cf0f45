import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lastWeeks, periodInWords, periodsToChoose } from './periods.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const chosen = (today: string, start = { month: 4, day: 1 }) =>
  periodsToChoose(day(today), start).map(({ text, from, by }) => `${text}: ${from} to ${by}`);

test('thirteen weeks are this one from its Monday and twelve whole ones before', () => {
  const { from, by } = lastWeeks(day('2025-07-16'));
  assert.equal(`${from} ${by}`, '2025-04-21 2025-07-16');
  assert.equal(lastWeeks(day('2025-07-14')).from.toString(), '2025-04-21');
});

test('quarters and years are those of the organisation, whenever its year begins', () => {
  assert.deepEqual(chosen('2026-01-15').slice(1), [
    'This quarter: 2026-01-01 to 2026-03-31',
    'Last quarter: 2025-10-01 to 2025-12-31',
    'This financial year: 2025-04-01 to 2026-03-31',
    'Last financial year: 2024-04-01 to 2025-03-31',
  ]);
  assert.deepEqual(chosen('2025-04-05', { month: 4, day: 6 }).slice(1, 4), [
    'This quarter: 2025-01-06 to 2025-04-05',
    'Last quarter: 2024-10-06 to 2025-01-05',
    'This financial year: 2024-04-06 to 2025-04-05',
  ]);
});

test('a period is told by its ends', () => {
  assert.equal(periodInWords({ from: day('2025-04-21'), by: day('2025-07-16') }), '21 Apr to 16 July 2025');
  assert.equal(
    periodInWords({ from: day('2025-04-01'), by: day('2026-03-31') }),
    '1 April 2025 to 31 March 2026',
  );
});
