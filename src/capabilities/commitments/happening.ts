import type { Subject } from '../../platform/history/history.ts';
import type { SetOffBy } from './promise.ts';

/** Something that happened, as it is recorded. Everybody here reads it, so it names nobody that it need not. */
export type NewHappening = {
  kind: SetOffBy;
  title: string;
  note: string;
  at: Temporal.Instant;
  /** Known by it as the same thing whoever tells of it again: a form sent twice, an entry of a calendar, a row of figures. */
  source: string | null;
};

export const KIND_WORDS: Record<SetOffBy, string> = {
  decision: 'Decision',
  incident: 'Incident',
  complaint: 'Complaint',
  publication: 'Publication',
  figure: 'Rise or fall in a figure',
  outside: 'Something elsewhere',
  other: 'Something else',
};

/** In characters. */
export const LONGEST_TITLE = 200;
export const LONGEST_NOTE = 5000;

/** What an occurrence is called, among those of its commitment, that something happening made due. */
export const eventKey = (happening: string): string => `event:${happening}`;

export const happeningSubject = (id: string): Subject => ({ kind: 'happening', id });
