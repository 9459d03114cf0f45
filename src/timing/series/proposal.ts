import type { Window } from '../next.ts';
import type { Schedule } from '../schedule.ts';
import { isOccasion } from './occasions.ts';
import { boundsOf, type Proposal, type ProposalFacts, questionOf } from './proposed.ts';
import { seriesOfRecurring } from './proposed-recurring.ts';
import type { Series } from './series.ts';
import { limitInWords } from './words.ts';

/** "if applicable": nothing to say is an answer of one tap, and no miss. */
export const isConditional = (phrase: string): boolean =>
  /\b(if|where|when|as)( and when)? (applicable|appropriate|necessary|needed|required|relevant|available)\b/i.test(
    phrase,
  );

/** The series that the words of a plan most likely promise, and what of it a person should look at; or what to ask them. */
export function proposeSeries(schedule: Schedule, facts: ProposalFacts): Proposal {
  switch (schedule.kind) {
    case 'recurring':
      return seriesOfRecurring(schedule, facts);
    case 'dated':
      return dated(schedule, facts);
    case 'triggered':
      return triggered(schedule, facts);
    case 'continuous':
      return {
        series: { kind: 'continuous', look: facts.look, ...boundsOf(schedule, facts) },
        question: 'How often does somebody look whether it still goes on?',
      };
    case 'undetermined':
      return { asks: 'when', question: schedule.doubt ?? 'When is it meant to happen?' };
  }
}

const SEPARATOR = /\s*(?:[,;/\n]|\band\b|&)\s*/;

function dated(schedule: Schedule, facts: ProposalFacts): Proposal {
  const named = schedule.phrase.split(SEPARATOR).filter(Boolean);
  if (named.length && named.every(words => isOccasion(words, facts.year)))
    return {
      series: occasions(named, facts),
      question: 'Every year, or this once?',
    };
  const window = windowOf(schedule, facts);
  return window
    ? { series: { kind: 'days', windows: [window] }, ...questionOf(schedule) }
    : { asks: 'when', question: 'Which day is it due?' };
}

const occasions = (names: string[], facts: ProposalFacts): Series => ({
  kind: 'occasions',
  occasions: names,
  from: facts.begins,
  ...untilOf(facts),
});

/** A bare deadline can be met from the first day on; a bare beginning is its own day. */
function windowOf({ from, by }: Schedule, { begins }: ProposalFacts): Window | undefined {
  if (!by) return from ? { from, by: from } : undefined;
  return { from: from ?? (begins < by ? begins : by), by };
}

function triggered(schedule: Schedule, facts: ProposalFacts): Proposal {
  const { limit, workingDays, trigger = schedule.phrase } = schedule;
  const { soon } = facts;
  // "when the clocks go back" waits for nothing that anybody records
  if (!limit && isOccasion(trigger, facts.year)) return { series: occasions([trigger], facts) };
  if (limit?.startsWith('-')) return beforeSomething(trigger, `It is due ${before(schedule)} “${trigger}”`);
  if (limit)
    return {
      series: { kind: 'triggered', trigger, limit, ...(workingDays ? { workingDays } : {}) },
      ...questionOf(schedule),
    };
  return soon
    ? {
        series: { kind: 'triggered', trigger, ...soon },
        question: 'The plan gives no limit. Is the organisation’s own right here?',
      }
    : { asks: 'limit', question: 'Within how long, once it has happened?' };
}

/** What happens again and again has its days in a calendar; what happens once has one. */
const beforeSomething = (trigger: string, due: string): Proposal =>
  /^(each|every|any)\b/i.test(trigger)
    ? { asks: 'calendar', question: `${due}: which calendar has these days?` }
    : { asks: 'date', question: `${due}: on which day is that?` };

const before = ({ limit = '', workingDays }: Schedule): string =>
  `${limitInWords(limit.replace('-', ''), workingDays)} before`;

const untilOf = ({ until }: ProposalFacts) => (until ? { until } : {});
