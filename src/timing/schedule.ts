/** The five ways in which plans speak of time. */
export type ScheduleKind = 'recurring' | 'dated' | 'triggered' | 'continuous' | 'undetermined';

/**
 * One timing as a plan states it, and what it was taken to mean.
 * Days are ISO calendar days ("2025-06-30") so that a schedule can be stored as it is.
 */
export type Schedule = {
  /** The words of the plan, as printed. */
  phrase: string;
  kind: ScheduleKind;
  /** An RFC 5545 recurrence rule, only where it is true; "termly" has none. */
  rule?: string;
  /** First and last day of a dated timing; `from` is absent for a bare deadline. */
  from?: string;
  by?: string;
  /** What sets a triggered timing off, in the plan's words ("an incident"). */
  trigger?: string;
  /** How long after (or, negative, before) the trigger, as an ISO 8601 duration. */
  limit?: string;
  /** A question that a person should settle ("every two months or twice a month?"). */
  doubt?: string;
};

/** What a phrase cannot say for itself and the document or the organisation must. */
export type TimingFacts = {
  today: Temporal.PlainDate;
  /** The document's own date or period, which gives a missing year. */
  documentYear?: number;
  /** Month and day on which the financial year begins; 1 April in the United Kingdom. */
  financialYearStart?: { month: number; day: number };
};
