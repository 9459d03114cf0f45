import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bankHolidaysIn, published, publishedOver, SHIPPED } from './bank-holidays.ts';
import { holidaysByRule, isWeekend } from './by-rule.ts';
import { DIVISIONS, type Division } from './division.ts';

const YEARS = Array.from({ length: 10 }, (_, index) => 2019 + index);

/** What was proclaimed besides the rules: instead of a day of theirs, or besides them all. */
const PROCLAIMED: Record<number, { division?: Division; gone?: string; come: string[] }[]> = {
  2020: [{ gone: '2020-05-04', come: ['2020-05-08'] }],
  2022: [{ gone: '2022-05-30', come: ['2022-06-02', '2022-06-03', '2022-09-19'] }],
  2023: [{ come: ['2023-05-08'] }],
  2026: [{ division: 'scotland', come: ['2026-06-15'] }],
};

function expected(year: number, division: Division): string[] {
  const days = new Set(holidaysByRule(year, division).keys());
  for (const one of PROCLAIMED[year] ?? []) {
    if (one.division && one.division !== division) continue;
    if (one.gone) assert.ok(days.delete(one.gone));
    for (const day of one.come) days.add(day);
  }
  return [...days].sort();
}

for (const division of DIVISIONS)
  test(`the shipped days of ${division} are what the rules and the proclamations make`, () => {
    for (const year of YEARS) {
      const { days, known } = bankHolidaysIn(year, division);
      assert.equal(known, 'published');
      assert.deepEqual([...days.keys()].sort(), expected(year, division));
    }
    assert.deepEqual([...SHIPPED[division].keys()].sort(), YEARS);
  });

test('the shipped names are those of the rules, substitute days among them', () => {
  for (const division of DIVISIONS)
    for (const year of YEARS) {
      const { days } = bankHolidaysIn(year, division);
      const away = new Set(PROCLAIMED[year]?.flatMap(({ come }) => come));
      for (const [day, name] of holidaysByRule(year, division))
        if (days.has(day) && !away.has(day)) assert.equal(days.get(day), name, `${division} ${day}`);
    }
});

test('a substitute day is told as one, and no bank holiday is on a weekend', () => {
  assert.equal(bankHolidaysIn(2026, 'scotland').days.get('2026-12-28'), 'Boxing Day (substitute day)');
  assert.equal(bankHolidaysIn(2023, 'scotland').days.get('2023-01-02'), '2nd January');
  for (const division of DIVISIONS)
    for (let year = 1980; year < 2150; year++)
      for (const day of bankHolidaysIn(year, division).days.keys())
        assert.ok(!isWeekend(Temporal.PlainDate.from(day)), day);
});

test('every year has as many days as the rules have: eight, nine in Scotland, ten in Northern Ireland', () => {
  for (let year = 2029; year < 2150; year++)
    assert.deepEqual(
      DIVISIONS.map(division => bankHolidaysIn(year, division).days.size),
      [8, 9, 10],
    );
});

const BY_RULE: [string, Division, string][] = [
  ['2029-03-19', 'northern-ireland', 'St Patrick’s Day (substitute day)'],
  ['2029-04-02', 'england-and-wales', 'Easter Monday'],
  ['2030-04-19', 'scotland', 'Good Friday'],
  ['2031-07-14', 'northern-ireland', 'Battle of the Boyne (Orangemen’s Day) (substitute day)'],
  ['2033-01-03', 'scotland', 'New Year’s Day (substitute day)'],
  ['2033-01-04', 'scotland', '2nd January (substitute day)'],
  ['2033-12-26', 'england-and-wales', 'Boxing Day'],
  ['2033-12-27', 'england-and-wales', 'Christmas Day (substitute day)'],
];

for (const [day, division, name] of BY_RULE)
  test(`beyond what is published, ${day} is kept by rule, and said to be so`, () => {
    const { days, known } = bankHolidaysIn(Number(day.slice(0, 4)), division);
    assert.equal(days.get(day), name);
    assert.equal(known, 'by-rule');
  });

test('a year that was published anew stands instead of the shipped one, and the others stay', () => {
  const anew = published([{ division: 'scotland', day: '2028-06-05', name: 'A day of joy' }]);
  const both = publishedOver(SHIPPED, anew);
  assert.deepEqual([...bankHolidaysIn(2028, 'scotland', both).days], [['2028-06-05', 'A day of joy']]);
  assert.equal(bankHolidaysIn(2027, 'scotland', both).days.size, 9);
  assert.equal(bankHolidaysIn(2028, 'england-and-wales', both).days.size, 8);
});
