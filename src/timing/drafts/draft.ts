import type { Moment } from '../dates/moment.ts';
import type { Season, Unit } from '../grammar/names.ts';

/** A recurrence rule while it is still being put together. */
export type Rule = {
  freq: 'MINUTELY' | 'HOURLY' | 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  interval?: number;
  byMonth?: number[];
  byMonthDay?: number[];
  byDay?: string[];
  bySetPos?: number;
};

/** How a dated timing stands to the moments that it names. */
export type Edge = 'in' | 'by' | 'until' | 'before' | 'from' | 'after';

export type Dated = {
  kind: 'dated';
  edge: Edge;
  start: Moment;
  end?: Moment;
  /** Every month that a window names, where it names more than its ends. */
  months?: number[];
  seasons?: Season[];
  /** A neighbour in the same list, whose year it shares. */
  beside?: { moment: Moment; side: 'before' | 'after' };
  /** When a recurrence falls next, and not the whole of the time in which it holds. */
  next?: true;
  doubt?: string;
};
export type Bounds = Pick<Dated, 'edge' | 'start' | 'end' | 'beside'>;

export type Recurring = {
  kind: 'recurring';
  rule?: Rule;
  often?: { times: number; per: string };
  /** So many times a year, before its months were named. */
  promised?: number;
  seasons?: Season[];
  byMonth?: number[];
  bounds?: Bounds;
  /** Its months are those in which the quarters of a year from April begin or end. */
  quarters?: true;
  /** A word that has two meanings ("bi-monthly"). */
  ambiguous?: true;
  /** It may not recur at all ("Friday"). */
  unsure?: true;
  doubt?: string;
};

export type Limit = { amount: number; unit: Unit; working?: boolean };

export type Triggered = {
  kind: 'triggered';
  trigger?: string;
  limit?: Limit;
  /** It only softens the timing before it ("daily posts if applicable"). */
  condition?: true;
  /** It says how long the timing before it goes on ("weekly during the consultation"). */
  during?: true;
  /** It says at what the timing before it happens ("annually at the AGM"). */
  at?: true;
  /** It follows right behind another time, and not behind "and" ("annually after budget setting"). */
  beside?: true;
  /** It is a day with a name ("polling day"), and gives way to the date of that day. */
  day?: true;
  doubt?: string;
};

export type Continuous = {
  kind: 'continuous';
  bounds?: Bounds;
  /** It says how the timing beside it goes on ("rolling monthly", "weekly, BAU"). */
  manner?: true;
  /** It lasts as long as something that the words name ("for the duration of the incident"). */
  during?: true;
  doubt?: string;
};

export type Undetermined = {
  kind: 'undetermined';
  /** It only weakens the timing beside it ("summer 2025 (TBC)"). */
  unsure?: true;
  /** It says only that there is no fixed interval, and gives way to one beside it ("regular weekly updates"). */
  vague?: true;
  /** It names a step of the work ("phase 2", "year 1"), counted from a day that the plan does not give. */
  step?: 'year' | 'other';
  /** It names days that only the authority’s own calendar gives, and gives way to their dates ("half term (26-30 May)"). */
  holiday?: true;
  /** It says only how long ("six months"). */
  length?: true;
  doubt?: string;
};

export type Draft = Dated | Recurring | Triggered | Continuous | Undetermined;

/** A draft with the tokens that it came from. */
export type Piece = { start: number; end: number; draft: Draft };

const PARTS: [keyof Rule, string][] = [
  ['interval', 'INTERVAL'],
  ['byMonth', 'BYMONTH'],
  ['byMonthDay', 'BYMONTHDAY'],
  ['byDay', 'BYDAY'],
  ['bySetPos', 'BYSETPOS'],
];

/** As RFC 5545 writes it. */
export function ruleText(rule: Rule): string {
  const parts = PARTS.flatMap(([key, name]) => {
    const value = rule[key];
    return value === undefined || (key === 'interval' && value === 1) ? [] : [`${name}=${value}`];
  });
  return [`FREQ=${rule.freq}`, ...parts].join(';');
}

export const WEEKDAY_CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
export const weekdayCode = (weekday: number, position?: number): string =>
  `${position ?? ''}${WEEKDAY_CODES[weekday - 1]}`;
