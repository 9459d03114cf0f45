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
  words?: string;
};

/** Changed on this day or later, which for the organisation begins at that moment. */
export type Since = { day: string; from: Temporal.Instant };

export const ONLY_WORDS = {
  unowned: 'Without owner',
  undated: 'Without date',
  doubtful: 'With doubts',
} as const;
export type Only = keyof typeof ONLY_WORDS;

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
export const SELDOM = ['audience', 'channel', 'marking', 'tag', 'since'] as const satisfies (keyof Filter)[];

/** The plan aside, which is where a list is. */
export const isFiltered = ({ section, owner, state, only, words, ...asked }: Filter): boolean =>
  Boolean(section || owner || state || only || words) || SELDOM.some(name => asked[name]);

export const inDocumentOrder = ({ order }: Pick<Asked, 'order'>): boolean => order === 'document';
