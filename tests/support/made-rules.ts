import fc from 'fast-check';

const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const some = <T>(values: readonly T[], most = 3) =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: most });
const months = some(
  Array.from({ length: 12 }, (_, n) => n + 1),
  4,
).map(list => `BYMONTH=${list.join()}`);
const monthDays = some([1, 2, 10, 13, 15, 28, 29, 30, 31, -1, -2, -7], 3).map(
  list => `BYMONTHDAY=${list.join()}`,
);
const weekdays = some(CODES, 5).map(list => `BYDAY=${list.join()}`);
const numbered = fc
  .uniqueArray(fc.tuple(fc.constantFrom(1, 2, 3, 4, 5, -1, -2), fc.constantFrom(...CODES)), {
    minLength: 1,
    maxLength: 2,
    selector: ([n, code]) => `${n}${code}`,
  })
  .map(list => `BYDAY=${list.map(([n, code]) => `${n}${code}`).join()}`);
const picked = fc.tuple(weekdays, fc.constantFrom(1, 2, -1, -2)).map(([days, n]) => `${days};BYSETPOS=${n}`);
const nothing = fc.constant('');
const interval = fc.oneof(
  nothing,
  fc.integer({ min: 2, max: 8 }).map(n => `INTERVAL=${n}`),
);

const rule = (freq: string, ...parts: fc.Arbitrary<string>[]) =>
  fc.tuple(...parts).map(said => [`FREQ=${freq}`, ...said].filter(Boolean).join(';'));

/** Rules to the day, of every form that words of plans are read as, and of some that none has used yet. */
export const madeRules = fc.oneof(
  rule('DAILY', interval, fc.oneof(nothing, weekdays)),
  rule('WEEKLY', interval, fc.oneof(nothing, weekdays)),
  rule('MONTHLY', interval, fc.oneof(nothing, monthDays, numbered, weekdays, picked)),
  rule('YEARLY', interval, fc.oneof(nothing, months), fc.oneof(nothing, monthDays)),
  rule('YEARLY', interval, months, fc.oneof(numbered, weekdays)),
  rule('YEARLY', nothing, numbered),
);

/** Days of four years, leap days among them. */
export const madeDays = fc
  .integer({ min: 0, max: 1460 })
  .map(n => Temporal.PlainDate.from('2024-01-01').add({ days: n }));
