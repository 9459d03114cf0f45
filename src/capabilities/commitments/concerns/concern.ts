import type { Subject } from '../../../platform/history/history.ts';

/** Where something that people were worried about stands: nobody answered, nobody told the answer back, or both were done. */
export type ConcernState = 'open' | 'answered' | 'told';

export const CONCERN_STATE_WORDS: Record<ConcernState, string> = {
  open: 'Waits for an answer',
  answered: 'Answered, and to be told back',
  told: 'Told back',
};

export const CONCERN = 'concern';
export const concernSubject = (id: string): Subject => ({ kind: CONCERN, id });
export const concernHref = (id: string): string => `/concerns/${id}`;

/** In characters. */
export const LONGEST_CONCERN = 2000;
export const LONGEST_ANSWER = 5000;
export const LONGEST_HOW = 300;

/** Who says something of one: their name as it is kept, and their entry in the directory where there is one. */
export type ConcernSayer = { name: string; person: string | null };
