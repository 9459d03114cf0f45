import type { Field, State } from '../../../reading/reading.ts';
import type { Marking } from '../plan.ts';

/** What somebody wants to see of the lines of a plan, or of all plans: which, in which order, which columns of them. */
export type Asked = Filter & {
  order: Order;
  /** In place of those that the list shows by itself. */
  columns?: Field[];
  cursor?: Cursor;
  page: number;
  /** The saved view that the list was opened by. */
  view?: string;
  /** The seldom filters stand open. */
  unfolded?: boolean;
};

export type Filter = {
  /** Without one, the lines of all plans. */
  plan?: string;
  section?: string;
  /** The key of who is accountable: lower case, at most 100 characters. */
  owner?: string;
  state?: State;
  audience?: string;
  channel?: string;
  marking?: Marking;
  tag?: string;
  only?: Only;
  since?: Since;
  timing?: Timing;
  due?: Due;
  /** Only lines that are linked with nothing of the kind. */
  lacks?: Lacks;
  words?: string;
};

/**
 * What is still open and due in a month ("2026-04"); or late, its last day being before `today`, which is there wherever
 * lines are looked for.
 */
export type Due = { month: string } | { late: true; today?: string };

/** Changed on this day or later, which for the organisation begins at that moment. */
export type Since = { day: string; from: Temporal.Instant };

export const ONLY_WORDS = {
  unowned: 'Without owner',
  undated: 'Without date',
  doubtful: 'With doubts',
} as const;
export type Only = keyof typeof ONLY_WORDS;

/** How lines speak of time; `none`: not at all. */
export const TIMING_WORDS = {
  dated: 'Has a date',
  recurring: 'Comes again',
  triggered: 'When something happens',
  continuous: 'All the time',
  undetermined: 'Speaks of time, names none',
  none: 'Says nothing of time',
} as const;
export type Timing = keyof typeof TIMING_WORDS;

export const LACKS_WORDS = {
  audience: 'Linked with no audience',
  channel: 'Linked with no channel',
  priority: 'For no priority or message',
} as const;
export type Lacks = keyof typeof LACKS_WORDS;

export const ORDER_WORDS = {
  document: 'As in the document',
  reference: 'Reference',
  owner: 'Owner',
  state: 'State',
  changed: 'Last changed',
} as const;
export type Order = keyof typeof ORDER_WORDS;

/** The line after or before which a page of the list goes on: its place in the order, then its plan, then in that. */
export type Cursor = { towards: 'after' | 'before'; position: number; plan?: string; key: string };

/** Filters that are seldom used, so that they do not stand in everybody's way. */
export const SELDOM = [
  'audience',
  'channel',
  'marking',
  'tag',
  'since',
  'timing',
  'due',
  'lacks',
] as const satisfies (keyof Filter)[];

/** The plan aside, which is where a list is. */
export const isFiltered = ({ section, owner, state, only, words, ...asked }: Filter): boolean =>
  Boolean(section || owner || state || only || words) || SELDOM.some(name => asked[name]);

export const inDocumentOrder = ({ order }: Pick<Asked, 'order'>): boolean => order === 'document';
