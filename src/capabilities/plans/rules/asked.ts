import { z } from 'zod';
import type { State } from '../../../reading/reading.ts';
import { isState } from './words.ts';

/** What somebody wants to see of a plan's lines, as its address says it. */
export type Asked = Filter & { order: Order; cursor?: Cursor; page: number };

export type Filter = {
  section?: string;
  /** The owner's key: lower case, at most 100 characters. */
  owner?: string;
  state?: State;
  only?: Only;
  words?: string;
};

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

/** The line after or before which a page of the list goes on: its place in the order, then in the document. */
export type Cursor = { towards: 'after' | 'before'; position: number; key: string };

const LONGEST_SEARCH = 200;
const uuid = z.uuid().toLowerCase();

/** Reads the address. What it says wrongly it does not say: old and mistyped addresses show the list all the same. */
export function readAsked(query: Record<string, string | string[] | undefined>): Asked {
  const given = (name: string) => wordsOf(query[name]);
  const order = keyIn(ORDER_WORDS, given('sort')) ?? 'document';
  const [state, section] = [given('state'), given('section')];
  const cursor = cursorOf(order, given('after'), given('before'));
  return {
    section: section && uuid.safeParse(section).data,
    owner: given('owner'),
    state: isState(state) ? state : undefined,
    only: keyIn(ONLY_WORDS, given('only')),
    words: given('q')?.trim().slice(0, LONGEST_SEARCH) || undefined,
    order,
    cursor,
    page: cursor ? Math.max(1, Math.trunc(Number(given('page'))) || 1) : 1,
  };
}

const wordsOf = (value: string | string[] | undefined): string | undefined =>
  typeof value === 'string' ? value.replaceAll('\0', '') || undefined : undefined;

function keyIn<Key extends string>(words: Record<Key, string>, value: string | undefined): Key | undefined {
  return value && Object.hasOwn(words, value) ? (value as Key) : undefined;
}

const LAST_POSITION = 2 ** 31 - 1;

function cursorOf(order: Order, after: string | undefined, before: string | undefined): Cursor | undefined {
  const [, position, key = ''] = /^(\d{1,10})(?:\.(.*))?$/s.exec(after ?? before ?? '') ?? [];
  if (!position || Number(position) > LAST_POSITION) return undefined;
  if (order === 'changed' && !isInstant(key)) return undefined;
  return { towards: after ? 'after' : 'before', position: Number(position), key };
}

/** Of the years that anything was changed in: Temporal knows years that PostgreSQL does not. */
function isInstant(value: string): boolean {
  if (!/^2\d{3}-/.test(value)) return false;
  try {
    return Temporal.Instant.from(value).toString() === value;
  } catch {
    return false;
  }
}

/** The address of a plan's lines as asked for, with what is to be otherwise. Without a cursor it begins at the first page. */
export function addressOf(plan: string, asked: Partial<Asked>): string {
  const { cursor } = asked;
  const said = {
    q: asked.words,
    section: asked.section,
    owner: asked.owner,
    state: asked.state,
    only: asked.only,
    sort: asked.order === 'document' ? undefined : asked.order,
    ...(cursor && {
      [cursor.towards]: cursor.key ? `${cursor.position}.${cursor.key}` : `${cursor.position}`,
      page: asked.page && asked.page > 1 ? String(asked.page) : undefined,
    }),
  };
  const query = new URLSearchParams(
    Object.entries(said).filter((one): one is [string, string] => Boolean(one[1])),
  );
  return query.size ? `/plans/${plan}?${query}` : `/plans/${plan}`;
}

export const isFiltered = ({ section, owner, state, only, words }: Filter): boolean =>
  Boolean(section || owner || state || only || words);
