import { nextDates, type Window } from './next.ts';
import { readTimings } from './read.ts';
import type { Schedule, ScheduleKind, TimingFacts } from './schedule.ts';
import { inWords } from './words.ts';

/** What one timing is taken to mean, as a script reads it: what the phrase does not give is null. */
export type TimingAnswer = {
  phrase: string;
  kind: ScheduleKind;
  rule: string | null;
  from: string | null;
  by: string | null;
  /** In words for a person. */
  meaning: string;
  /** A question that a person should settle; null where the words are plain. */
  doubt: string | null;
  next: Window[];
} & Pick<Schedule, 'often' | 'trigger' | 'limit' | 'workingDays'>;

/** The phrase as it was given; where it holds several timings, what is said beside it is said of the first. */
export type PhraseAnswer = TimingAnswer & { timings?: TimingAnswer[] };

/** So many of the next dates show whether a rule was meant. */
const NEXT = 3;
/** Characters. No timing stands deeper in a text than this; what is longer is a page of prose. */
const DEEPEST = 3000;

const NOTHING = 'no time is given';

export function answerPhrase(phrase: string, facts: TimingFacts): PhraseAnswer {
  const [first, ...more] = readTimings(phrase.slice(0, DEEPEST), facts).map(found => answer(found, facts));
  if (!first) return { ...UNSAID, phrase };
  return { ...first, phrase, ...(more.length ? { timings: [first, ...more] } : {}) };
}

const UNSAID: TimingAnswer = {
  phrase: '',
  kind: 'undetermined',
  rule: null,
  from: null,
  by: null,
  meaning: NOTHING,
  doubt: null,
  next: [],
};

function answer(schedule: Schedule, facts: TimingFacts): TimingAnswer {
  const { phrase, kind, rule, from, by, doubt, ...more } = schedule;
  return {
    phrase,
    kind,
    rule: rule ?? null,
    from: from ?? null,
    by: by ?? null,
    meaning: inWords(schedule),
    doubt: doubt ?? null,
    next: nextDates(schedule, facts, NEXT),
    ...more,
  };
}
