import type { Within } from '../../platform/database/database.ts';
import type { Subject } from '../../platform/history/history.ts';
import type { FieldSaid } from './request.ts';

/** By which way an answer was given that a colleague writes down. */
export const WAYS = ['telephone', 'person', 'other'] as const;
export type Way = (typeof WAYS)[number];
export const WAY_WORDS: Record<Way, string> = {
  telephone: 'by telephone',
  person: 'in person',
  other: 'by another way',
};

/** That somebody did not say it here themselves: who wrote it down, by which way it was given, and on which day. */
export type WrittenDown = { by: string; byId: string | null; way: Way; on: Temporal.PlainDate };

/** Who says something to a request: somebody by their link, or whose words a colleague who signed in writes down. */
export type Sayer = { person: string | null; name: string; byLink: boolean; written?: WrittenDown };

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
  /** On which day it was done, where they were asked that. */
  day: Temporal.PlainDate | null;
  said: FieldSaid[];
  by: string;
  byLink: boolean;
  written: Omit<WrittenDown, 'byId'> | null;
  at: Temporal.Instant;
};

/** What came with an answer as a file is kept with it. */
export const UPDATE = 'request-update';

export const updateSubject = (id: string): Subject => ({ kind: UPDATE, id });

/** As whom somebody acts who has no account: by name, and that it was by link, or who wrote it down. */
export const actorOf = ({ name, byLink, written }: Sayer): { id: null; name: string } => ({
  id: null,
  name: byLink ? `${name}, by link` : written ? `${name}, written down by ${written.by}` : name,
});

/** In whose name a request changes: of whoever has the link, or of the colleague who writes an answer down. */
export const actingAs = (within: Within, by: Sayer): Within =>
  by.byLink ? { ...within, actor: actorOf(by) } : within;
