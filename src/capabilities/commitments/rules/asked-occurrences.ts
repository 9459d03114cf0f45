import { z } from 'zod';
import { type OccurrenceState, STATE_WORDS } from '../occurrence.ts';

/** What becomes of an occurrence counts so long as nothing took it out. */
export const COUNTED = ['met', 'late', 'missed'] as const satisfies OccurrenceState[];
/** Nobody could have kept them, or nobody had to. */
const NOT_COUNTED = ['excused', 'nothing', 'not-triggered', 'postponed'] as const satisfies OccurrenceState[];
const OPEN = ['planned', 'due'] as const satisfies OccurrenceState[];

/** What is asked for by one word; `after-miss`: of those that do not count, the ones that were missed before. */
const GROUPS = { open: OPEN, counted: COUNTED, 'not-counted': NOT_COUNTED, 'after-miss': NOT_COUNTED };

export type StateAsked = OccurrenceState | keyof typeof GROUPS;

export const STATE_ASKED_WORDS: Record<StateAsked, string> = {
  ...STATE_WORDS,
  open: 'Planned or due',
  counted: 'All that count: met, late, missed',
  'not-counted': 'All that do not count',
  'after-miss': 'Taken out after they were missed',
};

export const statesOf = (asked: StateAsked): readonly OccurrenceState[] =>
  Object.hasOwn(GROUPS, asked) ? GROUPS[asked as keyof typeof GROUPS] : [asked as OccurrenceState];

/**
 * Whether of what is asked for, and due after a day, something may be left to do: what is planned or due, and what was missed
 * without anybody saying so, which only what was due before today can be.
 */
export function mayBeLeftAfter(
  { state }: Pick<Filter, 'state'>,
  day: Temporal.PlainDate,
  today: Temporal.PlainDate,
): boolean {
  if (!state) return true;
  const over = Temporal.PlainDate.compare(day, today) < 0;
  return statesOf(state).some(one => one === 'planned' || one === 'due' || (one === 'missed' && over));
}

/** A record by its id, or those that have none. */
export const NONE = 'none';

export type Filter = {
  promise?: string | undefined;
  plan?: string | undefined;
  /** The commitment, or the one whom it is for: a ward, a board, a person. */
  for?: string | undefined;
  owner?: string | undefined;
  audience?: string | undefined;
  channel?: string | undefined;
  /** With whatever is part of it. */
  area?: string | undefined;
  state?: StateAsked | undefined;
  /** By their last day, both ends among them. */
  from?: string | undefined;
  by?: string | undefined;
};

/** Where a page begins: behind, or before, an occurrence in the order of the last days. */
export type Cursor = { towards: 'after' | 'before'; day: string; id: string };

export type Asked = Filter & {
  /** The latest first. */
  latest?: boolean | undefined;
  cursor?: Cursor | undefined;
  page: number;
};

export type Query = Record<string, string | string[] | undefined>;

export const OCCURRENCES = '/occurrences';

const uuid = z.uuid().toLowerCase();

/** Reads the address. What it says wrongly it does not say: a mistyped address shows the list all the same. */
export function readAsked(query: Query): Asked {
  const given = (name: string) => {
    const said = query[name];
    return typeof said === 'string' ? said : undefined;
  };
  const record = (name: string) => uuid.safeParse(given(name)).data;
  const orNone = (name: string) => (given(name) === NONE ? NONE : record(name));
  const cursor = cursorOf(given('after'), given('before'));
  return {
    promise: record('promise'),
    plan: record('plan'),
    for: record('for'),
    owner: orNone('owner'),
    audience: orNone('audience'),
    channel: orNone('channel'),
    area: orNone('area'),
    state: stateOf(given('state')),
    ...daysOf(given('month'), given('from'), given('by')),
    latest: given('sort') === 'latest' || undefined,
    cursor,
    page: cursor ? Math.min(Math.max(1, Math.trunc(Number(given('page'))) || 1), 100_000) : 1,
  };
}

const stateOf = (said: string | undefined): StateAsked | undefined =>
  said && Object.hasOwn(STATE_ASKED_WORDS, said) ? (said as StateAsked) : undefined;

/** A month is another way to say its first and its last day. */
function daysOf(month: string | undefined, from: string | undefined, by: string | undefined) {
  const days = { from: dayOf(from), by: dayOf(by) };
  if (days.from || days.by || !month || !/^\d{4}-\d{2}$/.test(month)) return days;
  const first = dayOf(`${month}-01`);
  return first ? { from: first, by: lastOfMonth(first) } : days;
}

const lastOfMonth = (first: string): string => {
  const day = Temporal.PlainDate.from(first);
  return day.with({ day: day.daysInMonth }).toString();
};

/** Of the years that plans speak of. */
export function dayOf(said: string | undefined): string | undefined {
  if (!said || !/^(19|20|21)\d\d-\d\d-\d\d$/.test(said)) return undefined;
  try {
    return Temporal.PlainDate.from(said).toString();
  } catch {
    return undefined; // the 31st of February
  }
}

function cursorOf(after: string | undefined, before: string | undefined): Cursor | undefined {
  const [day, id] = (after ?? before ?? '').split('~');
  const at = { day: dayOf(day), id: uuid.safeParse(id).data };
  if (!at.day || !at.id) return undefined;
  return { towards: after ? 'after' : 'before', day: at.day, id: at.id };
}

const NAMES = [
  'promise',
  'plan',
  'for',
  'owner',
  'audience',
  'channel',
  'area',
  'state',
  'from',
  'by',
] as const satisfies (keyof Filter)[];

export const isFiltered = (asked: Filter): boolean => NAMES.some(name => asked[name]);

/** "plan=…"; put together by hand, since a calendar has hundreds of addresses. */
export const said = (name: string, value: string | undefined): string[] =>
  value ? [`${name}=${encodeURIComponent(value)}`] : [];

/** The address of occurrences as asked for. `path`: of another page about the same ones, a file of them for one. */
export function addressOf(asked: Partial<Asked>, path = OCCURRENCES): string {
  const query = NAMES.flatMap(name => said(name, asked[name]));
  if (asked.latest) query.push('sort=latest');
  const { cursor, page = 1 } = asked;
  if (cursor) query.push(...said(cursor.towards, `${cursor.day}~${cursor.id}`));
  if (cursor && page > 1) query.push(`page=${page}`);
  return query.length ? `${path}?${query.join('&')}` : path;
}
