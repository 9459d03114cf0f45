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
  /** An RFC 5545 recurrence rule, only where it is true; "termly" and "twice a month" have none. */
  rule?: string;
  /** A recurrence that no rule can say: so many times in each period or at each such occasion ("term", "full council"). */
  often?: { times: number; per: string };
  /**
   * First and last day of a dated timing, or of the period in which a recurring or continuous one holds.
   * `from` is absent for a bare deadline, `by` where the plan names only a beginning.
   */
  from?: string;
  by?: string;
  /** What sets a triggered timing off, in the plan's words ("an incident"). */
  trigger?: string;
  /** How long after (or, negative, before) the trigger, as an ISO 8601 duration. */
  limit?: string;
  /** The days of `limit` are working days, which ISO 8601 cannot say. */
  workingDays?: true;
  /** What a person said that the words mean, where these had been misread; the rest of the schedule is read from it. */
  meant?: string;
  /** A question that a person should settle ("every two months or twice a month?"). */
  doubt?: string;
};

/** How a body divides its year; as most in the United Kingdom do where it does not say. */
export type YearFacts = {
  /** Month and day on which the financial year begins; 1 April in the United Kingdom. */
  financialYearStart?: { month: number; day: number };
  /** The month in which spring begins, 1 for January; the other seasons follow, three months each. March as meteorologists count. */
  springMonth?: number;
};

/** What a phrase cannot say for itself and the document or the organisation must. */
export type TimingFacts = YearFacts & {
  today: Temporal.PlainDate;
  /** The document's own date or period, which gives a missing year. */
  documentYear?: number;
  /** The period that the document covers, as ISO days; where known it places a date without a year better than `documentYear`. */
  documentPeriod?: { from: string; by: string };
};
