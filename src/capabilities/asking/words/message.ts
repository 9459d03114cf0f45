import type { WhyUndelivered } from '../../mail/index.ts';
import type { Why, WhyTold } from '../rules/daily-message.ts';

type Day = Temporal.PlainDate;

/** What a request is about, without what may not leave: so many `kept` in, and so `more` that are not named. */
export type WrittenRecords = {
  titles: string[];
  more: number;
  kept: number;
  /** What counts as done. */
  counts: string[];
  /** What made it due. */
  happened: string[];
};

/** A request as it stands in a message. */
export type WrittenRequest = {
  what: string;
  by: Day;
  /** Of that day, where an hour was promised. */
  hour: Temporal.PlainTime | null;
  why: Why;
  for: string | null;
  records: WrittenRecords;
};

/**
 * What somebody is told of another's request. `named`: whose it is instead, as it was typed; `lost`: why the message to
 * them did not arrive.
 */
export type WrittenTold = {
  what: string;
  of: string;
  by: Day;
  hour: Temporal.PlainTime | null;
  why: WhyTold;
  /** The name that it was asked under means nobody of the directory. */
  unknown: boolean;
  named: string;
  lost: WhyUndelivered | null;
  records: WrittenRecords;
  href: string;
};

/** What somebody is told that asks nothing of them. */
export type WrittenTiding = { title: string; lines: string[]; href: string };

export type WrittenMessage = {
  organisation: string;
  to: string;
  today: Day;
  asked: WrittenRequest[];
  told: WrittenTold[];
  tidings: WrittenTiding[];
  /** Where the answers are given, and until which day. */
  link: string;
  until: Day;
};

/** The messages of a language. A new one is a file of phrases beside `english.ts` and a line in `languages.ts`. */
export type MessageWords = {
  lang: string;
  daily: (message: WrittenMessage) => { subject: string; text: string };
  atOnce: (message: WrittenMessage) => { subject: string; text: string };
  /** Somebody asked for a new link where theirs had run out. */
  newLink: (message: Pick<WrittenMessage, 'organisation' | 'to' | 'link' | 'until'>) => {
    subject: string;
    text: string;
  };
};
