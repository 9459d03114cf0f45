import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { knownCalendars } from '../../../tests/support/known-calendars.ts';
import { madeDays, madeRules } from '../../../tests/support/made-rules.ts';
import { dueDates } from './due-dates.ts';
import { SHIFTS } from './known.ts';
import { type Length, type Series, UNITS } from './series.ts';

const lengths: fc.Arbitrary<Length> = fc.record({
  count: fc.integer({ min: 1, max: 9 }),
  unit: fc.constantFrom(...UNITS),
});
const bounds = fc
  .tuple(madeDays, fc.option(fc.integer({ min: 0, max: 1500 }), { nil: undefined }))
  .map(([from, days]) => ({
    from: from.toString(),
    ...(days === undefined ? {} : { until: from.add({ days }).toString() }),
  }));
const places = fc.constantFrom('during', 'first-day', 'last-day', 'first-week', 'last-week');

const madeSeries: fc.Arbitrary<Series> = fc.oneof(
  fc.tuple(madeRules, bounds).map(([rule, held]) => ({ kind: 'rule', rule, ...held }) as const),
  fc
    .tuple(lengths, fc.integer({ min: 1, max: 5 }), bounds)
    .map(([period, times, held]) => ({ kind: 'each', period, times, ...held }) as const),
  fc.tuple(lengths, bounds).map(([look, held]) => ({ kind: 'continuous', look, ...held }) as const),
  bounds.map(
    held => ({ kind: 'occasions', occasions: ['Halloween', 'summer', 'Easter Sunday'], ...held }) as const,
  ),
  fc
    .tuple(places, bounds)
    .map(([at, held]) => ({ kind: 'beside', calendar: 'terms', days: { at }, ...held }) as const),
);

test('a series sets the same days under the same keys, for whatever stretches one asks', () => {
  fc.assert(
    fc.property(
      madeSeries,
      fc.constantFrom(...SHIFTS),
      madeDays,
      fc.integer({ min: 1, max: 400 }),
      (series, shift, from, days) => {
        const known = knownCalendars({ shift });
        const by = from.add({ days: 800 });
        const cut = from.add({ days });
        const said = (a: Temporal.PlainDate, b: Temporal.PlainDate) =>
          dueDates(series, { from: a, by: b }, known).map(
            due => [due.key, `${due.from}..${due.by} ${due.pace ?? ''}`] as const,
          );
        const whole = said(from, by);
        const pieces = new Map([...said(from, cut), ...said(cut.add({ days: 1 }), by)]);
        assert.equal(new Set(whole.map(([key]) => key)).size, whole.length, 'one key for each');
        assert.deepEqual([...new Map(whole)].sort(), [...pieces].sort());
      },
    ),
    { numRuns: 150 },
  );
});
