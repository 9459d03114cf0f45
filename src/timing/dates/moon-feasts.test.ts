import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FACTS } from '../../../tests/support/timings.ts';
import { readTimings } from '../read.ts';

/** First days as published for the United Kingdom; feasts of the moon may be a day apart from one community to the next. */
const PUBLISHED: [string, string][] = [
  ['Ramadan 2024', '2024-03-11'],
  ['Ramadan 2025', '2025-03-01'],
  ['Eid al-Fitr 2026', '2026-03-20'],
  ['Eid ul-Adha 2025', '2025-06-06'],
  ['Diwali 2023', '2023-11-12'],
  ['Diwali 2025', '2025-10-20'],
  ['Diwali 2026', '2026-11-08'],
  ['Chinese New Year 2025', '2025-01-29'],
  ['Lunar New Year 2026', '2026-02-17'],
  ['Rosh Hashanah 2025', '2025-09-23'],
  ['Yom Kippur 2025', '2025-10-02'],
  ['Hanukkah 2025', '2025-12-15'],
  ['Passover 2025', '2025-04-13'],
];

for (const [phrase, first] of PUBLISHED) {
  test(`${phrase} begins on ${first}, and the reader is asked`, () => {
    const [found] = readTimings(phrase, FACTS);
    assert.equal(found?.from, first);
    assert.match(found?.doubt ?? '', /from the moon/);
  });
}

test('a feast whose own date stands beside it needs no reckoning', () => {
  const [found, ...more] = readTimings('Diwali (20 October 2025)', FACTS);
  assert.deepEqual([found?.from, found?.doubt, more.length], ['2025-10-20', undefined, 0]);
});
