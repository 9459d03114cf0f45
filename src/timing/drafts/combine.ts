import { parts } from '../events/tail.ts';
import type { Token } from '../grammar/tokens.ts';
import type { Dated, Draft, Piece, Triggered } from './draft.ts';
import { inMonths, namedMonths } from './in-months.ts';
import { type Join, plainRule, saidTwice, sameRecurrence } from './recurrences.ts';

/** It can say for how long something goes on, and not only when something else falls ("ongoing, review May 2026"). */
const lasting = ({ edge, start, end }: Dated): boolean =>
  edge === 'from' ||
  edge === 'until' ||
  edge === 'after' ||
  (edge === 'in' && (end !== undefined || start.whole === true));

const bounding = (second: Dated): boolean =>
  lasting(second) ||
  (second.edge === 'in' && (second.start.year !== undefined || second.start.season !== undefined));

const recurringThenDated: Join = (first, second) => {
  if (first.kind !== 'recurring' || second.kind !== 'dated') return undefined;
  const months =
    first.rule?.freq === 'YEARLY' && (first.rule.interval ?? 1) > 1 ? undefined : inMonths(first, second);
  if (months && (second.edge === 'in' || second.edge === 'by')) return months;
  const often = first.rule?.freq === 'DAILY' || first.rule?.freq === 'WEEKLY';
  const inside = bounding(second) || (often && second.edge === 'in') || second.next;
  if (first.bounds || !inside) return undefined;
  return { ...first, bounds: second.next ? { ...second, edge: 'from', end: undefined } : second };
};

/** "World Mental Health Day (10 October)": the same day said twice. */
const sameDay: Join = (first, second) =>
  first.kind === 'dated' &&
  second.kind === 'dated' &&
  first.start.dayOfMonth !== undefined &&
  first.start.dayOfMonth === second.start.dayOfMonth &&
  first.start.months?.join() === second.start.months?.join() &&
  !first.end &&
  !second.end
    ? { ...first, start: { ...first.start, ...second.start, year: second.start.year ?? first.start.year } }
    : undefined;

const WHEN_IN_IT = 'on which of its days, each time?';

/** "annually in Q4": the part of the year has no months of its own that a rule could say. */
const yearlyInPart: Join = (first, second) =>
  first.kind === 'recurring' &&
  first.rule?.freq === 'YEARLY' &&
  plainRule(first.rule) &&
  second.kind === 'dated' &&
  second.edge === 'in' &&
  second.start.year === undefined &&
  !second.start.whole &&
  !second.start.months
    ? { ...first, doubt: first.doubt ?? WHEN_IN_IT }
    : undefined;

/** "30 June each year", "June and December each year". */
const datedThenYearly: Join = (first, second) =>
  first.kind === 'dated' &&
  second.kind === 'recurring' &&
  (second.promised === 0 || (second.rule?.freq === 'YEARLY' && plainRule(second.rule)))
    ? inMonths(second, first)
    : undefined;

/** "Periodic: summer, autumn, winter": in each of them, every year. */
const periodicInSeasons: Join = (first, second) =>
  first.kind === 'undetermined' &&
  first.vague &&
  !first.step &&
  second.kind === 'dated' &&
  (namedMonths(second)?.length ?? 0) > 1
    ? inMonths({ kind: 'recurring', rule: { freq: 'YEARLY' } }, second)
    : undefined;

const standing: Join = (first, second) => {
  if (first.kind === 'continuous' && second.kind === 'continuous')
    return { ...second, ...first, bounds: first.bounds ?? second.bounds };
  if (first.kind === 'recurring' && second.kind === 'continuous' && second.manner) return first;
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
  if (second.at) return first;
  return second.during ? { ...first, doubt: first.doubt ?? HOW_LONG } : undefined;
};

/** A softening or weakening word gives way to the time beside it. */
const givingWay: Join = (first, second) => {
  if (second.kind === 'triggered' && second.condition) return first;
  if (first.kind === 'triggered' && first.day && second.kind === 'dated') return second;
  if (first.kind === 'triggered' && second.kind === 'triggered') return sameTrigger(first, second);
  if (first.kind === 'undetermined' && second.kind === 'undetermined') return { ...first, ...second };
  if (first.kind === 'undetermined' && second.kind === 'triggered' && second.at) return first;
  if (first.kind === 'recurring' && second.kind === 'undetermined' && second.length) {
    return { ...first, doubt: first.doubt ?? HOW_LONG };
  }
  const [weak, time] = first.kind === 'undetermined' ? [first, second] : [second, first];
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
  datedThenYearly,
  sameDay,
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

function joined(first: Piece, second: Piece): Piece | undefined {
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
      const whole = joined(last, here);
      if (!whole) break;
      done.pop();
      here = whole;
    }
    done.push(here);
  }
  return done;
}
