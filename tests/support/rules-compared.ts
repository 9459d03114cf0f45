import assert from 'node:assert/strict';
import ICAL from 'ical.js';
import { daysOfRule } from '../../src/timing/series/by-rule.ts';
import { daysByBruteForce } from './rule-by-brute-force.ts';

const TEN_YEARS = { years: 10 };

const ours = (rule: string, begins: Temporal.PlainDate): string[] =>
  daysOfRule(rule, begins, { from: begins, by: begins.add(TEN_YEARS) }).map(due => due.key);

export function asTheWordsSay(rule: string, begins: Temporal.PlainDate): void {
  const last = begins.add(TEN_YEARS).toString();
  assert.deepEqual(
    ours(rule, begins),
    daysByBruteForce(rule, begins.toString(), last),
    `${rule} from ${begins}`,
  );
}

/**
 * The library takes the beginning for a day of the rule whatever the rule says, which RFC 5545, 3.8.5.3 leaves open: it is
 * given one that is. Of days of the month in yearly rules it reads some wrongly (30 April for the last of each April).
 */
export function asAnotherReads(rule: string, day: Temporal.PlainDate): void {
  const [first] = ours(rule, day);
  if (!first || (/FREQ=YEARLY/.test(rule) && !/BYDAY/.test(rule))) return;
  const begins = Temporal.PlainDate.from(first);
  const from = readsFrom(rule, begins).toString();
  const since = (days: string[]) => days.filter(found => found >= from);
  assert.deepEqual(since(ours(rule, begins)), since(byIcal(rule, begins)), `${rule} from ${begins}`);
}

/**
 * From which day on the library reads a rule rightly. Of a monthly rule with a fifth weekday and another beside it, it loses
 * what the first month holds: looking for the fifth in later months it goes on with how many days the last of those has
 * (ical.js 2.2, `recur_iterator.js`, `init`), and so passes over 31 October, the last Sunday, where November has a fifth Monday.
 */
function readsFrom(rule: string, begins: Temporal.PlainDate): Temporal.PlainDate {
  const fifthAmongOthers = /FREQ=MONTHLY/.test(rule) && /BYDAY=.*,/.test(rule) && /[=,]5[A-Z]/.test(rule);
  return fifthAmongOthers ? begins.with({ day: 1 }).add({ months: 1 }) : begins;
}

function byIcal(rule: string, begins: Temporal.PlainDate): string[] {
  const last = begins.add(TEN_YEARS).toString();
  const iterator = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateString(begins.toString()));
  const found: string[] = [];
  for (let next = iterator.next(); next && next.toString() <= last; next = iterator.next())
    found.push(next.toString());
  return found;
}
