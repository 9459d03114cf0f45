import type { Limit, Triggered } from '../drafts/draft.ts';
import {
  as,
  either,
  follows,
  maybe,
  meaning,
  phrase,
  type Recogniser,
  sequence,
  token,
  unless,
} from '../grammar/grammar.ts';
import { count, type Unit, unit } from '../grammar/names.ts';
import { tail } from './tail.ts';

const triggered = (trigger: string | undefined, limit: Limit): Triggered => ({
  kind: 'triggered',
  trigger,
  limit,
});

type Side = 'after' | 'before';
const after = phrase('of|after|from|following|post|since', 'after|from the', 'of the', 'later than?');
const before = phrase(
  'before|pre',
  'prior to?',
  'ahead of?',
  'in advance of?',
  'beforehand|notice|advance',
  "' notice",
  'notice of',
);

const side: Recogniser<Side> = either(
  as(before, () => 'before' as const),
  as(after, () => 'after' as const),
);

const opening = phrase(
  'within|inside|in|after|under|over|during',
  'no|not later than|after',
  'no more than',
  'at least|most',
  'up to',
  'less than',
  'a? minimum|maximum of',
  'approximately|about|around',
);

const kindOfDay = either(
  as(phrase('clear? working|business|school|office', 'clear'), () => true),
  as(phrase('calendar|consecutive|full'), () => false),
);

const amount: Recogniser<number> = either(
  as(sequence(count, phrase('-|to|or'), count), ([, , most]) => most),
  count,
  as(sequence(phrase('the next|first|following?', 'next|first'), count), ([, n]) => n),
  as(phrase('a|an next|first|further?', 'the next|first|further'), () => 1),
  as(sequence(phrase('the'), follows(phrase('hour|day|week|fortnight|month'))), () => 1),
);

/** "5wd", "5 w.d." */
const workingDays = phrase("wd|wds|wd's", 'w . d .?');

const countedUnit: Recogniser<Limit> = either(
  as(sequence(amount, workingDays), ([n]) => ({ amount: n, unit: 'day', working: true })),
  as(
    sequence(amount, maybe(phrase('-')), maybe(phrase('full')), maybe(kindOfDay), unit, maybe(phrase("'"))),
    ([n, , , working, name]) => ({
      amount: n,
      unit: name,
      working: working && name === 'day' ? true : undefined,
    }),
  ),
);

const measure: Recogniser<Limit> = either(
  as(phrase('half an? hour'), (): Limit => ({ amount: 30, unit: 'minute' })),
  countedUnit,
);

/** "day before the event": one day, unsaid. */
const bareUnit: Recogniser<Limit> = meaning<Limit>({
  day: { amount: 1, unit: 'day' },
  'working day': { amount: 1, unit: 'day', working: true },
  week: { amount: 1, unit: 'week' },
  fortnight: { amount: 1, unit: 'fortnight' },
  month: { amount: 1, unit: 'month' },
});

const MOMENTS =
  /^(?:launch|publication|approval|go|live|completion|start|award|receipt|incident|decision|meeting|event|appointment|notification|election|announcement)$/;
/** Without "of", which is no side after a unit alone ("the first week of term"). */
const plainSide: Recogniser<Side> = meaning<Side>({
  'before|preceding': 'before',
  'prior to?': 'before',
  'after|following': 'after',
});

/** The event itself, before "+ 2 weeks". */
const anchor: Recogniser<string> = as(
  sequence(
    token(t => MOMENTS.test(t.word)),
    maybe(
      sequence(
        phrase('-'),
        token(t => MOMENTS.test(t.word)),
      ),
    ),
  ),
  ([first, more]) => (more ? `${first.text}-${more[1].text}` : first.text),
);

/** "16 days of action", "3 months of free parking": what fills the time, and not what it is counted from. */
const ofContents = sequence(
  phrase('of'),
  unless(token(t => MOMENTS.test(t.word) || /^(?:the|an?|each|any|every|request|being)$/.test(t.word))),
);

/** "in the 6 weeks before launch": beside a recurrence it says for how long. */
const inThe = either<unknown>(
  sequence(phrase('in|over|during|for the last|final'), follows(count)),
  sequence(phrase('in|over|during|for the'), follows(count)),
  sequence(phrase('in|over|during'), follows(phrase('the'))),
  phrase('for'),
);

/** The day or hour from which planners count: "T-4 weeks", "D+1". */
const countdown: Recogniser<string> = as(
  token(t => /^[td]$/.test(t.word)),
  ({ text, capital }) => (capital ? text : undefined),
);
/** Any letter, where a length with its unit follows: "L-6 weeks". */
const someDay: Recogniser<string> = as(
  token(t => /^[a-z]$/.test(t.word)),
  ({ text, capital }) => (capital ? text : undefined),
);
const sign: Recogniser<Side> = meaning<Side>({ '+': 'after', '-': 'before' });
const measureOrDays: Recogniser<Limit> = either(
  measure,
  as(count, (n): Limit => ({ amount: n, unit: 'day' })),
);

const signed = (limit: Limit, which: Side): Limit =>
  which === 'before' ? { ...limit, amount: -limit.amount } : limit;

/** "within 2 hours of an incident", "four weeks before works begin", "within 28 days". */
export const limited: Recogniser<Triggered> = either(
  as(sequence(inThe, measure, side, maybe(tail)), ([, limit, which, trigger]) => ({
    ...triggered(trigger, signed(limit, which)),
    during: true,
  })),
  as(sequence(opening, measure, side, maybe(tail)), ([, limit, which, trigger]) =>
    triggered(trigger, signed(limit, which)),
  ),
  as(sequence(measure, unless(ofContents), side, maybe(tail)), ([limit, , which, trigger]) =>
    triggered(trigger, signed(limit, which)),
  ),
  as(sequence(bareUnit, plainSide, maybe(tail)), ([limit, which, trigger]) =>
    triggered(trigger, signed(limit, which)),
  ),
  as(sequence(opening, measure), ([, limit]) => triggered(undefined, limit)),
  as(sequence(maybe(phrase('at|on|from')), anchor, phrase('+|plus'), measure), ([, trigger, , limit]) =>
    triggered(trigger, limit),
  ),
  as(sequence(maybe(phrase('at|on|from')), anchor, phrase('minus|less'), measure), ([, trigger, , limit]) =>
    triggered(trigger, signed(limit, 'before')),
  ),
  as(sequence(anchor, phrase('-'), measure), ([trigger, , limit]) => ({
    ...triggered(trigger, signed(limit, 'before')),
    doubt: `before “${trigger}”, or for how long?`,
  })),
  as(sequence(someDay, sign, measure), ([letter, which, limit]) => triggered(letter, signed(limit, which))),
  as(sequence(countdown, sign, measureOrDays), ([letter, which, limit]) =>
    triggered(letter, signed(limit, which)),
  ),
  as(
    sequence(phrase('on? the? same working|business? day'), maybe(phrase('as|of')), maybe(tail)),
    ([, , trigger]) => triggered(trigger, { amount: 0, unit: 'day' }),
  ),
);

const ISO: Record<Unit, [string, string, number]> = {
  minute: ['PT', 'M', 1],
  hour: ['PT', 'H', 1],
  day: ['P', 'D', 1],
  week: ['P', 'W', 1],
  fortnight: ['P', 'W', 2],
  month: ['P', 'M', 1],
  quarter: ['P', 'M', 3],
  year: ['P', 'Y', 1],
};

/** An ISO 8601 duration, with a sign before it for what must happen before the trigger. */
export function limitText({ amount: n, unit: name }: Limit): string {
  const [prefix, letter, factor] = ISO[name];
  return `${n < 0 ? '-' : ''}${prefix}${Math.abs(n) * factor}${letter}`;
}
