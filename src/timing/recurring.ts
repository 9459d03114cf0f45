import { clock } from './days.ts';
import { type Recurring, type Rule, weekdayCode } from './draft.ts';
import {
  as,
  either,
  list,
  maybe,
  meaning,
  phrase,
  type Recogniser,
  sequence,
  token,
  unless,
} from './grammar.ts';
import { count, month, ordinal, position, type Season, season, type Unit, unit, weekday } from './names.ts';

const byRule = (rule: Rule, doubt?: string): Recurring => ({ kind: 'recurring', rule, doubt });
const byCount = (times: number, per: string, doubt?: string): Recurring => ({
  kind: 'recurring',
  often: { times, per },
  doubt,
});

const WORKING_DAYS = ['MO', 'TU', 'WE', 'TH', 'FR'];
const workingDays: Rule = { freq: 'WEEKLY', byDay: WORKING_DAYS };

/** Every so many of a unit, as the smallest true rule. */
export function everyUnit(n: number, name: Unit): Rule {
  const rules: Record<Unit, Rule> = {
    minute: { freq: 'MINUTELY', interval: n },
    hour: { freq: 'HOURLY', interval: n },
    day: { freq: 'DAILY', interval: n },
    week: { freq: 'WEEKLY', interval: n },
    fortnight: { freq: 'WEEKLY', interval: 2 * n },
    month: { freq: 'MONTHLY', interval: n },
    quarter: { freq: 'MONTHLY', interval: 3 * n },
    year: { freq: 'YEARLY', interval: n },
  };
  return rules[name];
}

const TWICE = (each: string, per: string) => `every two ${each} or twice a ${per}?`;

const adverb: Recogniser<Recurring> = meaning<Recurring>({
  hourly: byRule({ freq: 'HOURLY' }),
  'daily|nightly': byRule({ freq: 'DAILY' }),
  weekly: byRule({ freq: 'WEEKLY' }),
  'fortnightly|fortnighly': byRule({ freq: 'WEEKLY', interval: 2 }),
  monthly: byRule({ freq: 'MONTHLY' }),
  'quarterly|quaterly|quartely': byRule({ freq: 'MONTHLY', interval: 3 }),
  'annually|annual|yearly|anually': byRule({ freq: 'YEARLY' }),
  'half yearly|annually|annual': byRule({ freq: 'MONTHLY', interval: 6 }),
  'twice|bi yearly': byRule({ freq: 'MONTHLY', interval: 6 }, 'twice a year or every two years?'),
  'semi annual|annually': byRule({ freq: 'MONTHLY', interval: 6 }),
  'bi annual|annually': byRule({ freq: 'MONTHLY', interval: 6 }, 'twice a year or every two years?'),
  'biannual|biannually|biyearly': byRule(
    { freq: 'MONTHLY', interval: 6 },
    'twice a year or every two years?',
  ),
  'biennial|biennially': byRule({ freq: 'YEARLY', interval: 2 }),
  'triennial|triennially': byRule({ freq: 'YEARLY', interval: 3 }),
  'bi monthly': byRule({ freq: 'MONTHLY', interval: 2 }, TWICE('months', 'month')),
  bimonthly: byRule({ freq: 'MONTHLY', interval: 2 }, TWICE('months', 'month')),
  'bi weekly': byRule({ freq: 'WEEKLY', interval: 2 }, TWICE('weeks', 'week')),
  biweekly: byRule({ freq: 'WEEKLY', interval: 2 }, TWICE('weeks', 'week')),
  termly: byCount(1, 'term'),
  'half termly': byCount(1, 'half term'),
  'weekdays|weekday': byRule(workingDays),
  'working days': byRule(workingDays),
  'every|each weekday|workday': byRule(workingDays),
  'every|each working|week|business day': byRule(workingDays),
  'monday friday': byRule(workingDays),
  'monday to friday': byRule(workingDays),
  'mon fri': byRule(workingDays),
});

const LY: Record<string, Unit> = {
  hourly: 'hour',
  daily: 'day',
  weekly: 'week',
  monthly: 'month',
  yearly: 'year',
  annually: 'year',
  quarterly: 'quarter',
};

const ly: Recogniser<Unit> = as(
  token(t => t.word in LY),
  t => LY[t.word],
);

/** "8-weekly", "six monthly", "twice yearly", "thrice-weekly". */
const counted: Recogniser<Recurring> = either(
  as(sequence(count, maybe(phrase('-')), ly), ([n, , name]) => byRule(everyUnit(n, name))),
  as(
    sequence(
      meaning({ twice: 2, thrice: 3, 'two|2 times': 2, 'three|3 times': 3, once: 1 }),
      maybe(phrase('-')),
      ly,
    ),
    ([n, , name]) => often(n, name),
  ),
);

function often(times: number, per: Unit): Recurring {
  return times === 1 ? byRule(everyUnit(1, per)) : byCount(times, per);
}

const times: Recogniser<number> = either(
  meaning({ once: 1, twice: 2, thrice: 3 }),
  as(
    sequence(
      count,
      maybe(
        either<unknown>(
          phrase('x|times|time|×'),
          sequence(
            token(t => t.kind === 'word' && !t.newLine),
            unless(phrase('before|after|prior|of')),
          ),
        ),
      ),
    ),
    ([n]) => n,
  ),
);

const per = phrase('a|an|per|each|every', '/', 'in|during each|every|a');

/** "twice a month", "2 x per year", "3 issues a year", "once each quarter". */
const timesPer: Recogniser<Recurring> = either(
  as(sequence(times, maybe(phrase('in')), per, unit), ([n, , , name]) =>
    n >= 1 && n <= 366 ? often(n, name) : undefined,
  ),
  as(
    sequence(
      times,
      maybe(phrase('in')),
      per,
      either(
        as(phrase('half term'), () => 'half term'),
        as(phrase('term'), () => 'term'),
      ),
    ),
    ([n, , , name]) => byCount(n, name),
  ),
  as(phrase('per annum', 'p . a .', 'pa'), () => byRule({ freq: 'YEARLY' })),
  as(sequence(phrase('per', 'once per|a'), unit), ([, name]) => byRule(everyUnit(1, name))),
);

const every = phrase('every|each', 'each and every', 'on|in every|each', 'per');
const conjunction = phrase(', and?', 'and|&|/|+');
const weekdayList = list(weekday, conjunction);

const SEASON_MONTH: Record<Season, number> = { spring: 3, summer: 6, autumn: 9, winter: 12 };

const interval: Recogniser<{ least: number; most: number }> = either(
  as(sequence(count, phrase('-|to|or'), count), ([least, , most]) =>
    least < most ? { least, most } : undefined,
  ),
  as(count, n => ({ least: n, most: n })),
  as(phrase('other|second|alternate'), () => ({ least: 2, most: 2 })),
  as(sequence(unless(phrase('first')), ordinal), ([, n]) => ({ least: n, most: n })),
);

const ranged = (least: number, most: number, name: Unit): Recurring =>
  byRule(
    everyUnit(most, name),
    least < most
      ? `every ${least} to ${most} ${name}s: taken as every ${most}, when it is overdue`
      : undefined,
  );

const everySo: Recogniser<Recurring> = either(
  as(sequence(phrase('every|each'), interval, unit), ([, { least, most }, name]) =>
    most > 0 ? ranged(least, most, name) : undefined,
  ),
  as(sequence(interval, unit, phrase('intervals|cycle|basis')), ([{ least, most }, name]) =>
    ranged(least, most, name),
  ),
  as(
    sequence(phrase('every|each', 'on'), phrase('other|second|alternate|alternating'), weekdayList),
    ([, , days]) => byRule({ freq: 'WEEKLY', interval: 2, byDay: days.map(d => weekdayCode(d)) }),
  ),
  as(sequence(phrase('alternate|alternating'), weekdayList), ([, days]) =>
    byRule({ freq: 'WEEKLY', interval: 2, byDay: days.map(d => weekdayCode(d)) }),
  ),
  as(sequence(phrase('alternate|alternating'), unit), ([, name]) => byRule(everyUnit(2, name))),
  as(sequence(every, weekdayList), ([, days]) =>
    byRule({ freq: 'WEEKLY', byDay: days.map(d => weekdayCode(d)) }),
  ),
  as(sequence(every, unit, unless(phrase('before|after|prior'))), ([, name]) => byRule(everyUnit(1, name))),
  as(sequence(every, phrase('half term')), () => byCount(1, 'half term')),
  as(sequence(every, maybe(phrase('school')), phrase('term')), () => byCount(1, 'term')),
  as(
    sequence(phrase('every|each'), maybe(phrase('financial|calendar|academic|municipal')), phrase('year')),
    () => byRule({ freq: 'YEARLY' }),
  ),
  as(sequence(every, list(month, conjunction)), ([, all]) => byRule({ freq: 'YEARLY', byMonth: all })),
  as(sequence(every, list(season, conjunction)), ([, all]) =>
    byRule({ freq: 'YEARLY', byMonth: all.map(s => SEASON_MONTH[s]) }),
  ),
);

const weekdaysNamed = token(t => /^(mon|tues|wednes|thurs|fri|satur|sun)days$/.test(t.word));

/** "Tuesdays", "on Mondays and Thursdays". */
const plural: Recogniser<Recurring> = (tokens, at) =>
  as(sequence(maybe(phrase('on')), weekdayList), ([, days]) =>
    byRule({ freq: 'WEEKLY', byDay: days.map(d => weekdayCode(d)) }),
  )(
    tokens,
    weekdaysNamed(tokens, at) || (tokens[at]?.word === 'on' && weekdaysNamed(tokens, at + 1))
      ? at
      : tokens.length,
  );

const ofMonth = phrase(
  'of|in|every|each the|every|each? month',
  'of|in the|every|each month',
  'every|each|monthly',
  'a|per month',
  'of month',
);
const ofYear = sequence(phrase('of|in|every|each each|every?'), list(month, conjunction));

/** "first Monday of every month", "first and third Tuesday of the month", "last Wednesday in May". */
const nthWeekday: Recogniser<Recurring> = either(
  as(
    sequence(maybe(phrase('on? the|every?')), list(position, conjunction), weekday, ofMonth),
    ([, places, w]) => byRule({ freq: 'MONTHLY', byDay: places.map(n => weekdayCode(w, n)) }),
  ),
  as(
    sequence(
      maybe(phrase('on? the|every?')),
      position,
      weekday,
      ofYear,
      unless(
        sequence(
          maybe(phrase(',')),
          token(t => /^(19|20)\d\d$/.test(t.word)),
        ),
      ),
    ),
    ([, n, w, [, all]]) => byRule({ freq: 'YEARLY', byMonth: all, byDay: [weekdayCode(w, n)] }),
  ),
);

/** "the 15th of each month", "last working day of the month", "1st of every month". */
const nthDay: Recogniser<Recurring> = either(
  as(sequence(maybe(phrase('on|by? the')), position, phrase('working|business day'), ofMonth), ([, n]) =>
    byRule({ freq: 'MONTHLY', byDay: WORKING_DAYS, bySetPos: n }),
  ),
  as(sequence(maybe(phrase('on|by? the')), position, maybe(phrase('day')), ofMonth), ([, n]) =>
    byRule({ freq: 'MONTHLY', byMonthDay: [n] }),
  ),
  as(phrase('at? the? end of every|each month', 'every|each month end', 'month end'), () =>
    byRule({ freq: 'MONTHLY', byMonthDay: [-1] }),
  ),
);

const BODIES =
  'council|committee|cabinet|board|panel|meeting|assembly|executive|forum|cycle|subcommittee|congress|agm|plenary|session';
const bodyName = token(
  t => BODIES.split('|').includes(t.word) || BODIES.split('|').includes(t.word.replace(/s$/, '')),
);
const described = token(
  t => t.kind === 'word' && !/^(and|or|the|of|at|in|for|to|by|on|with|stage|event)$/.test(t.word),
);

/** "each full council", "at every committee cycle": as often as the body meets. */
const eachMeeting: Recogniser<Recurring> = (tokens, at) => {
  const opening = phrase(
    'at? each|every',
    'per',
    'in each|every',
    'to each|every',
    'for each|every',
  )(tokens, at);
  if (!opening) return undefined;
  let end = opening.end;
  let named = -1;
  for (let n = 0; n < 6; n++) {
    const found = either(bodyName, described)(tokens, end);
    if (!found) break;
    end = found.end;
    if (bodyName(tokens, end - 1)) named = end;
  }
  if (named < 0) return undefined;
  return {
    value: byCount(
      1,
      tokens
        .slice(opening.end, named)
        .map(t => t.word)
        .join(' '),
    ),
    end: named,
  };
};

/** "each issue", "in every edition": as often as the publication comes out. */
const eachIssue: Recogniser<Recurring> = as(
  sequence(
    phrase('in|for|with? each|every', 'per'),
    maybe(described),
    token(t => /^(issue|edition|bulletin|newsletter|publication|magazine)$/.test(t.word)),
  ),
  ([, before, t]) => byCount(1, before ? `${before.word} ${t.word}` : t.word),
);

const monthsExcept: Recogniser<Recurring> = as(
  sequence(
    phrase('monthly', 'every|each month'),
    maybe(phrase('(|,')),
    phrase('except|excluding|bar|but not|apart from? for? in?', 'not|except in|for|during'),
    list(month, conjunction),
    maybe(phrase(')')),
  ),
  ([, , , not]) =>
    byRule({
      freq: 'MONTHLY',
      byMonth: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].filter(m => !not.includes(m)),
    }),
);

const floor = maybe(
  phrase(
    'at least',
    'at a minimum',
    'no less than',
    'minimum of?',
    'on a|an',
    'a minimum of',
    'not less than',
    'no fewer than',
  ),
);
const CAP = 'the most that is allowed rather than a promise?';
const cap = phrase('up to', 'no|not more than', 'maximum of?', 'a maximum of', 'at most');
const suffix = maybe(
  either<unknown>(
    phrase(
      'basis',
      '( minimum )',
      'as a minimum',
      '( as a minimum )',
      'minimum',
      'basis ( minimum )',
      'at least',
      '( at least )',
    ),
    sequence(maybe(phrase('(|,|-')), clock, maybe(phrase(')'))),
  ),
);

const core = either(
  monthsExcept,
  nthWeekday,
  nthDay,
  everySo,
  timesPer,
  counted,
  adverb,
  plural,
  eachMeeting,
  eachIssue,
);

/** A recurrence, with what stands close around it. */
export const recurrence: Recogniser<Recurring> = either(
  as(sequence(cap, core), ([, found]) => ({ ...found, doubt: found.doubt ?? CAP })),
  as(sequence(floor, core, suffix), ([, found]) => found),
);
