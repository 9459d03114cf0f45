import type { Schedule } from '../../../timing/schedule.ts';

const SAID = ['kind', 'rule', 'often', 'from', 'by', 'trigger', 'limit', 'workingDays'] as const;

/** Whether two readings of a timing mean the same days; in which words, and how sure, does not matter. */
export const sameReading = (one: Schedule, other: Schedule): boolean =>
  SAID.every(part => JSON.stringify(one[part]) === JSON.stringify(other[part]));
