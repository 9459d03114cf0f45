import assert from 'node:assert/strict';
import { test } from 'node:test';
import { published, publishedOver, SHIPPED } from './bank-holidays.ts';
import { lastPublished, runsOut } from './running-out.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

const shippedUntil = 2028;
const newYear = (year: number) => ({
  division: 'scotland' as const,
  day: `${year}-01-01`,
  name: 'New Year’s Day',
});
const known = (...years: number[]) => publishedOver(SHIPPED, published(years.map(newYear)));

test('the last year is that of the division which is known for the shortest', () => {
  const today = day('2026-11-22');
  assert.equal(lastPublished(SHIPPED, today), shippedUntil);
  assert.equal(lastPublished(known(2029), today), shippedUntil);
  assert.equal(lastPublished(known(2029), today, ['scotland']), 2029);
});

test('a year that nobody published ends what is known, however many come after it', () => {
  const last = (from: string, ...years: number[]) => lastPublished(known(...years), day(from), ['scotland']);
  assert.equal(last('2026-11-22', 2030, 2031), 2028);
  assert.equal(last('2029-02-01', 2030, 2031), 2028);
  assert.equal(last('2030-02-01', 2030, 2031), 2031);
  assert.equal(last('1970-01-01'), 2018);
});

test('it is asked for half a year before, and until it is done', () => {
  assert.equal(runsOut(2028, day('2028-06-30')), false);
  for (const late of ['2028-07-01', '2028-12-31', '2029-01-01', '2031-03-01'])
    assert.equal(runsOut(2028, day(late)), true, late);
});
