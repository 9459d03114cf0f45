import type { Subject } from '../../platform/history/history.ts';

/** Who says something to a request: somebody by their link, or a colleague who signed in. */
export type Sayer = { person: string | null; name: string; byLink: boolean };

export type UpdateKind = 'answer' | 'not-mine' | 'later';

/** What was said to a request, as it is kept: never changed, only followed by another. */
export type Update = {
  id: string;
  number: number;
  kind: UpdateKind;
  choice: string;
  note: string;
  /** Of the records, those that it is about; null for all of them. */
  picked: string[] | null;
  name: string;
  until: Temporal.PlainDate | null;
  by: string;
  byLink: boolean;
  at: Temporal.Instant;
};

/** What came with an answer as a file is kept with it. */
export const updateSubject = (id: string): Subject => ({ kind: 'request-update', id });

/** As whom somebody acts who has no account: by name, and that it was by link. */
export const actorOf = ({ name, byLink }: Sayer): { id: null; name: string } => ({
  id: null,
  name: byLink ? `${name}, by link` : name,
});
