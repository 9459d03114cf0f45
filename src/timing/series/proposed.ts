import type { Schedule, YearFacts } from '../schedule.ts';
import type { NamedCalendar } from './known.ts';
import type { Length, Series } from './series.ts';

/** What a proposal cannot take from the words of a plan. */
export type ProposalFacts = {
  /** The first day on which it would be promised, and the last where the plan has one. */
  begins: string;
  until?: string;
  year: YearFacts;
  calendars: readonly NamedCalendar[];
  /** What the organisation has agreed that "as soon as practicable" means. */
  soon?: { limit: string; workingDays?: true };
  /** How often somebody looks whether what goes on all the time still does. */
  look: Length;
};

/** What a person must say before there is a series. */
export type Asked = 'when' | 'calendar' | 'limit' | 'date';

export type Proposal = { series: Series; question?: string } | { asks: Asked; question: string };

/** The schedule's own days, else those of the plan. */
export const boundsOf = (schedule: Schedule, facts: ProposalFacts): { from: string; until?: string } => ({
  from: schedule.from ?? facts.begins,
  ...(schedule.by || facts.until ? { until: schedule.by ?? facts.until } : {}),
});

/** What the reader of the words was unsure of. */
export const questionOf = ({ doubt }: Schedule): { question?: string } => (doubt ? { question: doubt } : {});
