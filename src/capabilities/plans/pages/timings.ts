import { inShort, nextDates } from '../../../timing/next.ts';
import type { Schedule, ScheduleKind, TimingFacts } from '../../../timing/schedule.ts';
import { inWords } from '../../../timing/words.ts';

/** Enough to see whether the rhythm is the one that was meant. */
const SHOWN = 3;

/** A timing as a page shows it: the plan's words, what they were taken to mean, when that is next or why it is not. */
export function shownTiming(schedule: Schedule, facts: TimingFacts): object {
  const next = nextDates(schedule, facts, SHOWN).map(window => inShort(window, facts.today));
  const { phrase, doubt, kind } = schedule;
  return { phrase, means: inWords(schedule), next, none: WHY_NONE[kind], doubt };
}

const WHY_NONE: Record<ScheduleKind, string> = {
  dated: 'in the past',
  recurring: 'dates need a calendar of their own',
  triggered: 'no dates: it begins when somebody says so',
  continuous: 'no dates: it goes on',
  undetermined: 'no date yet',
};
