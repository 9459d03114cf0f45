import type { Subject } from '../../platform/history/history.ts';

export const REQUEST_STATES = ['open', 'answered', 'not-theirs', 'withdrawn', 'ended', 'unanswered'] as const;
/**
 * `not-theirs`: somebody said that it is another one's, and the lead decides whose. `withdrawn`: nobody needs it any more.
 * `ended`: it is over by itself, with what it was about. `unanswered`: nobody answered for months after somebody was told; what it was about stands.
 */
export type RequestState = (typeof REQUEST_STATES)[number];

export const STATE_WORDS: Record<RequestState, string> = {
  open: 'Waiting for an answer',
  answered: 'Answered',
  'not-theirs': 'Not theirs: say whose it is',
  withdrawn: 'Withdrawn',
  ended: 'Over',
  unanswered: 'Never answered',
};

/** One way to answer, as it stands on the page. `text` is what the person chooses; the rest says what goes with it. */
export type Choice = {
  key: string;
  text: string;
  hint?: string;
  /** A sentence of theirs must come with it. */
  note?: 'needed';
  /** They tick which of the records it is about; or, of the most of them, the few that it is not about. */
  picks?: true | 'except';
  /** They may say whose it is instead, by name. */
  name?: true;
  /** They say on which day it was done. */
  day?: true;
};

/** What an answer is made of besides its choice: a number, some sentences, or several things, one to a line. */
export type AnswerField = { name: string; label: string; hint?: string; as: 'number' | 'text' | 'lines' };

/** What was put into one of them. */
export type FieldSaid = { name: string; value: string };

/**
 * A record that is asked about, as it was called then. `sensitive`: its title leaves for nobody who has not signed in.
 * `of`: the line, or the plan, whose words the title shows, where it is another record.
 */
export type Asked = {
  kind: string;
  id: string;
  title: string;
  href: string;
  sensitive?: boolean;
  of?: string | null;
};

/** Of a person, or of an owner of the register: then of whoever is meant by that name on the day. */
export type Of = { person: string } | { owner: string };

export type NewRequest = {
  kind: string;
  of: Of;
  /** One sentence: "How is the flood leaflet going?" */
  what: string;
  about?: Asked[];
  /** An answer is needed by the end of this day; or, where an hour was promised, by a moment of it. */
  by: Temporal.PlainDate;
  byAt?: Temporal.Instant | null;
  choices: Choice[];
  /** What may come with an answer, besides a note and a file. */
  fields?: AnswerField[];
  urgent?: boolean;
  /** The same thing is asked once, whoever asks it how often. */
  once?: string;
};

/** In characters. */
export const LONGEST_WHAT = 300;
export const LONGEST_NOTE = 5000;
export const LONGEST_NAME = 120;

export const REQUEST = 'request';

export const requestSubject = (id: string): Subject => ({ kind: REQUEST, id });
