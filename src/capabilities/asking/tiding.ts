/** What somebody is told in their next daily message that asks nothing of them. */
export type NewTiding = {
  person: string;
  /** Stands in the subject of a message that has nothing else to say, and so names no record. */
  title: string;
  /** Leave by mail: they name nothing that is marked OFFICIAL-SENSITIVE. */
  lines: readonly string[];
  /** Where all of it is: an address of ours, "/today". */
  href: string;
  /** After this day it is stale, and not told any more. */
  until: Temporal.PlainDate;
  /** The same thing is told once, whoever tells it how often. */
  once: string;
};

export type Tiding = { id: string; person: string; title: string; lines: string[]; href: string };

export const MOST_LINES = 40;
