import assert from 'node:assert/strict';
import { test } from 'node:test';
import { published, publishedOver, SHIPPED } from './bank-holidays.ts';
import { lastPublished, runsOut } from './running-out.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

test('the last year is that of the division which is known for the shortest', () => {
  const shipped = lastPublished();
  const later = { division: 'scotland' as const, day: `${shipped + 1}-01-01`, name: 'New Year’s Day' };
  const more = publishedOver(SHIPPED, published([later]));
  assert.equal(lastPublished(more), shipped);
  assert.equal(lastPublished(more, ['scotland']), shipped + 1);
});

test('it is asked for half a year before, and until it is done', () => {
  assert.equal(runsOut(2028, day('2028-06-30')), false);
  for (const late of ['2028-07-01', '2028-12-31', '2029-01-01', '2031-03-01'])
    assert.equal(runsOut(2028, day(late)), true, late);
});
