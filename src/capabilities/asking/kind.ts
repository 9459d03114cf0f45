import type { Within } from '../../platform/database/database.ts';
import type { AnyJob } from '../../platform/jobs/job.ts';

/** What happens with an answer: a job of whoever declares the kind, asked for in the transaction that keeps the answer. */
export type AnsweredJob = Pick<AnyJob, 'name' | 'payload'>;

/**
 * How a record that is asked about is called by now; nothing is said of one that is gone. `counts`: what counts as done,
 * where somebody said so, and `happened`: what made it due, and when. Both are kept in with the title of what is marked. `short`: what tells it
 * apart from others whose title begins with the same `beginning`, which a list of them says once.
 */
export type RecordNow = {
  title: string;
  href: string;
  sensitive: boolean;
  counts?: string;
  happened?: string;
  short?: { beginning: string; rest: string };
};

/** A kind of request. Whoever asks declares it in its capability, with what an answer does. */
export type RequestKind = {
  kind: string;
  /** On the list of what was asked: "How a line is going". */
  title: string;
  /** Its payload is `{ update }`: the answer, which `answerGiven` reads. */
  answered?: AnsweredJob;
  /** May go at once, in a message of its own. The named exceptions, each with its reason. */
  urgent?: string;
  /** What it asks, in Welsh, by what it asks in English; numbers as {number}. */
  inWelsh?: Readonly<Record<string, string>>;
  /** Its choices say who else it may be; nothing is passed on by the page. */
  ownNotMine?: true;
  /** Those of the records that are still there, as they are called by now, for all requests of a run at once. */
  recordsNow?: (within: Within, ids: string[]) => Promise<Map<string, RecordNow>>;
};
