import type { Subject } from '../../platform/history/history.ts';

/** What shows that something was done. */
export type NewEvidence = {
  note: string;
  /** How many people came; null where nobody counted. */
  attendance: number | null;
  feedback: string;
  /** The answer by which it came, where it was asked for. */
  update?: string;
  /** Files come with it. */
  files?: true;
};

/** Who says something: with an account, by a link, or by telephone to somebody who writes it down. */
export type SaidBy = { name: string; account: string | null };

export const saysSomething = ({ note, attendance, feedback, update, files }: NewEvidence): boolean =>
  note !== '' || feedback !== '' || attendance !== null || update !== undefined || files === true;

/** Photos and other files stand with it. */
export const evidenceSubject = (id: string): Subject => ({ kind: 'evidence', id });

/** In characters. */
export const LONGEST_NOTE = 5000;
export const MOST_WHO_CAME = 1_000_000;
