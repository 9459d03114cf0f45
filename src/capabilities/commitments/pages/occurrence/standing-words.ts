import { count, day } from '../../../../language/words.ts';
import type { OccurrenceState as Square } from '../../../../platform/govuk/drawings/promise-strip.ts';
import type { ShownOccurrence } from '../../queries/occurrence.ts';
import { gapWords, squareOf, whatBecame } from '../../rules/what-became.ts';

/** How it stands on a day, and what happens next. */
export type Standing = { state: string; square: Square; next: string };

export function standingWords(one: ShownOccurrence, today: Temporal.PlainDate): Standing {
  if (!one.outcome && !one.stands)
    return {
      state: 'Not due',
      square: 'not-triggered',
      next: 'What it was promised for is not there any more, so nobody is asked for it.',
    };
  return {
    state: whatBecame({ ...one, settled: one.outcome !== null }),
    square: squareOf(one.state),
    next: nextWords(one, today),
  };
}

function nextWords(one: ShownOccurrence, today: Temporal.PlainDate): string {
  const grace = one.graceDays ? ` With ${count(one.graceDays, 'day')} of grace after it.` : '';
  switch (one.state) {
    case 'planned':
      return one.from.equals(one.by)
        ? `It is due on ${day(one.by)}, in ${count(daysFrom(today, one.by), 'day')}.${grace}`
        : `It can be done on any day from ${day(one.from)} to ${day(one.by)}.${grace}`;
    case 'due':
      return `${lastDay(one, today)}${grace}`;
    case 'missed':
      return one.outcome
        ? 'If it is done after all, take back what was said and say when: it then counts as late.'
        : `Its last day was ${day(one.by)}. Say what became of it: done after that day, it counts as late.`;
    case 'postponed':
      return 'The whole promise is postponed. It is open again where that is taken back before its last day.';
    default:
      return one.outcome ? gapSentence(one) : '';
  }
}

function lastDay({ by }: ShownOccurrence, today: Temporal.PlainDate): string {
  const left = daysFrom(today, by);
  if (left < 0) return `Its last day was ${day(by)}.`;
  return left ? `Its last day is ${day(by)}, in ${count(left, 'day')}.` : 'Today is its last day.';
}

/** A gap that was closed stays one. */
function gapSentence(one: ShownOccurrence): string {
  const gap = gapWords({ ...one, settled: true });
  return gap && `It ${gap}.`;
}

const daysFrom = (today: Temporal.PlainDate, by: Temporal.PlainDate): number => today.until(by).days;
