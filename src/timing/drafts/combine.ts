import { parts } from '../events/tail.ts';
import type { Token } from '../grammar/tokens.ts';
import {
  datedThenYearly,
  fromThenRecurring,
  lasting,
  periodicInSeasons,
  recurringThenDated,
  sameDay,
  sameDays,
  yearlyInPart,
} from './beside-dates.ts';
import type { Draft, Piece, Triggered } from './draft.ts';
import { type Join, saidTwice, sameRecurrence } from './recurrences.ts';

const standing: Join = (first, second) => {
  if (first.kind === 'continuous' && second.kind === 'continuous')
    return { ...second, ...first, bounds: first.bounds ?? second.bounds };
  if (first.kind === 'continuous' && first.manner && second.kind === 'recurring') return second;
  if (first.kind === 'continuous' && second.kind === 'undetermined' && second.length) return first;
  if (first.kind === 'recurring' && second.kind === 'continuous') {
    if (second.manner) return first;
    return second.during ? { ...first, doubt: first.doubt ?? HOW_LONG } : undefined;
  }
  if (first.kind === 'continuous' && second.kind === 'triggered' && second.during) return first;
  if (first.kind === 'continuous' && second.kind === 'dated' && lasting(second)) {
    return { ...first, bounds: first.bounds ?? second };
  }
  return undefined;
};

const UNSETTLED = 'the plan marks this as not settled: has it been?';

/** "immediately after the meeting": a bare "immediately" gives way to what names the event. */
const sameTrigger = (first: Triggered, second: Triggered): Draft | undefined =>
  first.trigger === undefined && first.limit === undefined ? second : undefined;

const HOW_LONG = 'from which day to which?';

/** "weekly during the consultation", "annually at the AGM". */
const recurringAtEvent: Join = (first, second) => {
  if (first.kind !== 'recurring' || second.kind !== 'triggered') return undefined;
  if (second.at || (second.beside && first.rule?.freq === 'YEARLY')) return first;
  if (second.beside) return { ...first, doubt: first.doubt ?? HOW_LONG };
  return second.during ? { ...first, doubt: first.doubt ?? HOW_LONG } : undefined;
};

/** A softening or weakening word gives way to the time beside it. */
const givingWay: Join = (first, second) => {
  if (second.kind === 'triggered' && second.condition) return first;
  if (
    first.kind === 'triggered' &&
    first.day &&
    (second.kind === 'dated' || (second.kind === 'recurring' && /\bday$/.test(first.trigger ?? '')))
  )
    return second;
  if (first.kind === 'dated' && second.kind === 'triggered' && second.day) return first;
  if (
    first.kind === 'undetermined' &&
    first.unsure &&
    second.kind === 'triggered' &&
    second.trigger &&
    !second.condition
  )
    return { ...second, doubt: second.doubt ?? UNSETTLED };
  if (first.kind === 'triggered' && second.kind === 'triggered') return sameTrigger(first, second);
  if (first.kind === 'triggered' && second.kind === 'undetermined' && second.length) return first;
  if (
    first.kind === 'undetermined' &&
    first.vague &&
    second.kind === 'triggered' &&
    second.limit &&
    !second.trigger
  )
    return second;
  if (first.kind === 'undetermined' && second.kind === 'undetermined') return { ...first, ...second };
  if (first.kind === 'undetermined' && second.kind === 'triggered' && second.at) return first;
  if (first.kind === 'recurring' && second.kind === 'undetermined' && second.length) {
    return { ...first, doubt: first.doubt ?? HOW_LONG };
  }
  const [weak, time] = first.kind === 'undetermined' ? [first, second] : [second, first];
  if (weak.kind === 'undetermined' && (weak.holiday || weak.length) && time.kind === 'dated') return time;
  if (weak.kind !== 'undetermined' || time.kind === 'undetermined' || time.kind === 'triggered')
    return undefined;
  if (weak.step === 'year' && time.kind === 'dated' && time.start.year === undefined) return weak;
  if (weak.vague) return time.kind === 'continuous' ? undefined : time;
  const settles = time.kind === 'dated' || time.kind === 'recurring';
  return weak.unsure && settles ? { ...time, doubt: time.doubt ?? UNSETTLED } : undefined;
};

const JOINS: Join[] = [
  sameRecurrence,
  recurringThenDated,
  fromThenRecurring,
  datedThenYearly,
  sameDay,
  sameDays,
  yearlyInPart,
  saidTwice,
  periodicInSeasons,
  recurringAtEvent,
  standing,
  givingWay,
];

const CONNECTS = /^(?:[,:(\-)]|and|of|with|updates?|in|on|at)$/;

/** The last of several months that are said of every year ("June/December annually"). */
const inNamedMonths = ({ draft }: Piece): boolean => draft.kind === 'recurring' && draft.promised === 0;

/** A capital after plain words starts another timing: cells often hold several with nothing between. */
function apart(tokens: readonly Token[], first: Piece, second: Piece): boolean {
  for (let at = first.end; at <= second.start; at++) if (parts(tokens, at)) return true;
  const here = tokens[second.start];
  const before = tokens[second.start - 1];
  const both = first.draft.kind === second.draft.kind;
  if (/^[/+&]$/.test(before?.word ?? ''))
    return (
      second.draft.kind !== 'dated' &&
      !(both && second.draft.kind === 'undetermined') &&
      !inNamedMonths(second)
    );
  const named =
    second.draft.kind === 'dated' || (second.draft.kind === 'undetermined' && second.draft.unsure);
  return here?.capital === true && !named && !CONNECTS.test(before?.word ?? '');
}

const open = ({ draft }: Piece): boolean => draft.kind === 'continuous' && !draft.bounds && !draft.during;

/** "Ongoing (monthly)", "weekly all year": the rhythm of what has no end, where no other word stands between or behind. */
function rhythmOf(tokens: readonly Token[], first: Piece, second: Piece): Piece | undefined {
  const between = tokens.slice(first.end, second.start).map(({ word }) => word);
  const whole = (draft: Draft): Piece => ({ start: first.start, end: second.end, draft });
  if (first.draft.kind === 'recurring' && open(second) && !between.length) return whole(first.draft);
  const next = tokens[second.end];
  const closes = !next || next.word === ')' || parts(tokens, second.end);
  return open(first) && second.draft.kind === 'recurring' && /^[(-]$/.test(between.join()) && closes
    ? whole(second.draft)
    : undefined;
}

function joined(tokens: readonly Token[], first: Piece, second: Piece): Piece | undefined {
  const rhythm = rhythmOf(tokens, first, second);
  if (rhythm) return rhythm;
  for (const join of JOINS) {
    const draft = join(first.draft, second.draft);
    if (draft) return { start: first.start, end: second.end, draft };
  }
  return undefined;
}

/** Timings that stand together and mean one are made one; what that makes may join what stands before it. */
export function combine(tokens: readonly Token[], pieces: Piece[]): Piece[] {
  const done: Piece[] = [];
  for (const piece of pieces) {
    let here = piece;
    for (let last = done.at(-1); last && !apart(tokens, last, here); last = done.at(-1)) {
      const whole = joined(tokens, last, here);
      if (!whole) break;
      done.pop();
      here = whole;
    }
    done.push(here);
  }
  return done;
}
