import assert from 'node:assert/strict';
import test from 'node:test';
import { mayTellTime } from './telling.ts';
import { tokenise } from './tokens.ts';

const TELLING =
  'monthly|bi-monthly|Quartely|each issue|at every committee|per annum|2 x pa|three times a term|8-weekly|w/c 9 June|Wensday mornings|' +
  'by 3 March|by 14/7/2025|by 7am|within 5 working days of the decision|in Q2|half-yearly|twice a month|alternate Mondays|2025/26|' +
  'biennially|nightly|24 h before|each spring|Xmas and Easter|year-round|thrice yearly|once every 2 years|on the 1st and 15th';
for (const phrase of TELLING.split('|')) {
  test(`“${phrase}” may tell a time`, () => {
    assert.ok(mayTellTime(tokenise(`We will publish it ${phrase} for all residents`)));
  });
}

for (const text of [
  'Brief the ward team about bins',
  'Newsletter and website',
  'Reach 500 homes in ward 12',
  'ask 30 people',
]) {
  test(`“${text}” tells none`, () => {
    assert.equal(mayTellTime(tokenise(text)), false);
  });
}
