import { inShort, nextDates } from '../../../timing/next.ts';
import type { Schedule } from '../../../timing/schedule.ts';
import { inWords } from '../../../timing/words.ts';

/** Enough to see whether the rhythm is the one that was meant. */
const SHOWN = 3;

/** A timing as a page shows it: the plan's words, what they were taken to mean, and when that is next. */
export type ShownTiming = { phrase: string; means: string; next: string[]; none?: string; doubt?: string };

export function shownTiming(schedule: Schedule, today: Temporal.PlainDate): ShownTiming {
  const next = nextDates(schedule, { today }, SHOWN).map(window => inShort(window, today));
  const { phrase, doubt } = schedule;
  return { phrase, means: inWords(schedule), next, none: next.length ? undefined : whyNone(schedule), doubt };
}

function whyNone({ kind }: Schedule): string {
  switch (kind) {
    case 'dated':
      return 'in the past';
    case 'recurring':
      return 'dates need a calendar of their own';
    case 'triggered':
      return 'no dates: it begins when somebody says so';
    case 'continuous':
      return 'no dates: it goes on';
    case 'undetermined':
      return 'no date yet';
  }
}
