import { clock } from '../dates/days.ts';
import type { Recurring } from '../drafts/draft.ts';
import {
  as,
  beginning,
  either,
  list,
  maybe,
  phrase,
  type Recogniser,
  remembered,
  sequence,
} from '../grammar/grammar.ts';
import { month } from '../grammar/names.ts';
import type { Token } from '../grammar/tokens.ts';
import { fixedDays } from './fixed-days.ts';
import { frequency } from './frequency.ts';
import { byOccasion } from './meetings.ts';

const floor = maybe(
  phrase(
    'at least|minimum',
    'at a minimum',
    'no|not less|fewer than',
    'a? minimum of',
    'minimum|min .? of?',
    'on a|an',
    'usually|normally|typically|approximately|approx|roughly|about|around',
  ),
);
const cap = phrase('up to', 'no|not more than', 'a? maximum|max .? of?', 'at most');
const CAP = 'the most that is allowed rather than a promise?';

const suffix = maybe(
  either<unknown>(
    phrase('on the hour'),
    phrase('basis? (? as? a? minimum )?', 'basis? (? at least )?', 'basis'),
    sequence(maybe(phrase('(|,|-')), clock, maybe(phrase(')'))),
  ),
);

const except = phrase(
  'except|excluding|excl|exc|ex|bar|not|without .?',
  'with the exception of',
  'not including',
  'except|excluding in|for|during',
  'but not in?',
  'apart|aside from in?',
  'not in',
  'other than',
);
const ALL = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** "(except August and December)". */
const monthsLeft: Recogniser<number[]> = as(
  sequence(maybe(phrase('(|,')), except, list(month, phrase(', and?', 'and|&|or')), maybe(phrase(')'))),
  ([, , out]) => ALL.filter(m => !out.includes(m)),
);

/** "£2,000 a year" says how much and not how often. */
function moneyBefore(tokens: readonly Token[], at: number): boolean {
  let before = at - 1;
  while (partOfNumber(tokens, before)) before--;
  return /^[£€$]$/.test(tokens[before]?.word ?? '');
}

const partOfNumber = (tokens: readonly Token[], at: number): boolean => {
  const here = tokens[at];
  if (here?.kind === 'number') return true;
  return (
    /^[km]$/.test(here?.word ?? '') || (/^[,.-]$/.test(here?.word ?? '') && tokens[at + 1]?.kind === 'number')
  );
};

const often = either(fixedDays, frequency, byOccasion);
const core = beginning(often, (tokens, at) => (moneyBefore(tokens, at) ? undefined : often(tokens, at)));

const TERM_TIME = 'only in term: in which weeks, by the authority’s own term dates?';
const termTime = phrase(
  '(? during|in term time|times? only? )?',
  '(? term time only? )?',
  '(? during the? school? term )?',
  'in term time only?',
);

const described: Recogniser<Recurring> = either(
  as(sequence(cap, core), ([, found]) => ({ ...found, doubt: found.doubt ?? CAP })),
  as(sequence(floor, core, suffix), ([, found]) => found),
);

/** A recurrence, with what stands close around it. */
export const recurrence: Recogniser<Recurring> = remembered(
  as(sequence(described, maybe(monthsLeft), maybe(termTime)), ([found, byMonth, term]) => ({
    ...found,
    rule: found.rule && byMonth ? { ...found.rule, byMonth } : found.rule,
    doubt: term ? TERM_TIME : found.doubt,
  })),
);
