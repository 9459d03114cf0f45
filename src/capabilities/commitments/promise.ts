import type { Subject } from '../../platform/history/history.ts';
import type { Schedule } from '../../timing/schedule.ts';
import type { Series } from '../../timing/series/series.ts';

/** What may set a promise off that waits for something to happen. */
export const SET_OFF_BY = [
  'decision',
  'incident',
  'complaint',
  'publication',
  'figure',
  'outside',
  'other',
] as const;
export type SetOffBy = (typeof SET_OFF_BY)[number];

export const SET_OFF_WORDS: Record<SetOffBy, string> = {
  decision: 'A decision',
  incident: 'An incident',
  complaint: 'A complaint',
  publication: 'A publication',
  figure: 'A rise or fall in a figure',
  outside: 'Something that happens elsewhere',
  other: 'Something else',
};

/**
 * For whom a promise is kept, one commitment each: those that the registers have on the day, so that it follows them.
 * An audience's members are what it is drawn from; a post's are its holders, and those of `posts` hold any post of a title:
 * each department has its own ward sergeant.
 */
export type Spread =
  | { of: 'areas'; kind: string; within?: string }
  | { of: 'bodies'; kind: string; within?: string }
  | { of: 'audience'; audience: string }
  | { of: 'teams'; teams: readonly string[] }
  | { of: 'post'; post: string }
  | { of: 'posts'; titled: string };

/** One for whom a commitment is kept. `''`: the promise is kept once for all. */
export type ForKind = '' | 'area' | 'body' | 'role-holder' | 'person' | 'team' | 'named';
/**
 * Whether whoever does it for one is the post of its area: it was found, there is none, or there are several of the title.
 * Null where somebody said who does it, or no such post is meant.
 */
export type ByArea = 'found' | 'none' | 'several';
export type ForWhom = { kind: ForKind; id: string | null; name: string };

export const FOR_ALL: ForWhom = { kind: '', id: null, name: '' };

/** What a timing of a line, or a clause, promises. */
export type NewPromise = {
  plan: string;
  of: { line: string } | { clause: string };
  about: string;
  phrase: string;
  /** The timing that it was made of; absent where somebody said it apart from the words of the plan. */
  read?: Schedule;
  series: Series;
  conditional: boolean;
  heldOnly: boolean;
  graceDays: number;
  warningDays: number;
  spread: Spread | null;
  owner: string | null;
  setOffBy: SetOffBy | null;
};

/** What people say of a promise and may change; of what it is, its line says. */
export type Terms = Pick<
  NewPromise,
  'series' | 'conditional' | 'heldOnly' | 'graceDays' | 'warningDays' | 'spread' | 'owner' | 'setOffBy'
>;

export const promiseAddress = (id: string): string => `/promises/${id}`;
export const promiseSubject = (id: string): Subject => ({ kind: 'promise', id });

/** In characters. */
export const LONGEST_ABOUT = 300;
/** Of the name of one for whom a promise is kept, in characters. */
export const LONGEST_FOR = 200;
