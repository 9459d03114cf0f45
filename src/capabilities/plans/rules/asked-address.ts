import { z } from 'zod';
import { FIELDS, type Field } from '../../../reading/reading.ts';
import { MARKINGS } from '../plan.ts';
import {
  type Asked,
  type Cursor,
  type Due,
  LACKS_WORDS,
  ONLY_WORDS,
  ORDER_WORDS,
  type Order,
  type Since,
  TIMING_WORDS,
} from './asked.ts';
import { isState } from './words.ts';

/** The list of the lines of all plans; that of one plan is the plan's own page. */
export const ALL_LINES = '/lines';
export const listOf = (plan: string | undefined): string => (plan ? `/plans/${plan}` : ALL_LINES);

export type Query = Record<string, string | string[] | undefined>;

const LONGEST_SEARCH = 200;
const LONGEST_TAG = 100;
const uuid = z.uuid().toLowerCase();

/**
 * Reads the address. What it says wrongly it does not say: old and mistyped addresses show the list all the same.
 * `zone`: where the days of the organisation begin; `today`: by which what is late is told.
 */
export function readAsked(query: Query, zone: string, today?: Temporal.PlainDate): Asked {
  const given = (name: string) => wordsOf(query[name]);
  const record = (name: string) => uuid.safeParse(given(name)).data;
  const order = keyIn(ORDER_WORDS, given('sort')) ?? 'document';
  const state = given('state');
  const cursor = cursorOf(order, given('after'), given('before'));
  return {
    plan: record('plan'),
    section: record('section'),
    owner: given('owner'),
    state: isState(state) ? state : undefined,
    audience: record('audience'),
    channel: record('channel'),
    marking: MARKINGS.find(marking => marking === given('marking')),
    tag: given('tag')?.trim().slice(0, LONGEST_TAG) || undefined,
    only: keyIn(ONLY_WORDS, given('only')),
    since: sinceOf(given('since'), zone),
    timing: keyIn(TIMING_WORDS, given('timing')),
    due: dueOf(given('due'), today),
    lacks: keyIn(LACKS_WORDS, given('lacks')),
    words: given('q')?.trim().slice(0, LONGEST_SEARCH) || undefined,
    order,
    columns: columnsOf(query.columns),
    cursor,
    page: cursor ? Math.max(1, Math.trunc(Number(given('page'))) || 1) : 1,
    view: record('view'),
    unfolded: given('filters') === 'all' || undefined,
  };
}

const wordsOf = (value: string | string[] | undefined): string | undefined =>
  typeof value === 'string' ? value.replaceAll('\0', '') || undefined : undefined;

function keyIn<Key extends string>(words: Record<Key, string>, value: string | undefined): Key | undefined {
  return value && Object.hasOwn(words, value) ? (value as Key) : undefined;
}

/** Ticked one by one in a form, or told in one word after the other. */
function columnsOf(value: string | string[] | undefined): Field[] | undefined {
  const named = [value ?? []].flat().flatMap(words => words.split(' '));
  const columns = FIELDS.filter(field => named.includes(field));
  return columns.length ? columns : undefined;
}

function sinceOf(day: string | undefined, zone: string): Since | undefined {
  if (!day || !/^(19|20)\d\d-\d\d-\d\d$/.test(day)) return undefined;
  try {
    return { day, from: Temporal.PlainDate.from(day).toZonedDateTime(zone).toInstant() };
  } catch {
    return undefined;
  }
}

const LATE = 'late';

function dueOf(said: string | undefined, today: Temporal.PlainDate | undefined): Due | undefined {
  if (said === LATE) return { late: true, ...(today && { today: today.toString() }) };
  return said && /^(19|20)\d\d-(0[1-9]|1[0-2])$/.test(said) ? { month: said } : undefined;
}

const LAST_POSITION = 2 ** 31 - 1;
const CURSOR = /^(\d{1,10})(?:~([0-9a-f-]{36}))?(?:\.(.*))?$/s;

function cursorOf(order: Order, after: string | undefined, before: string | undefined): Cursor | undefined {
  const [, position, named, key = ''] = CURSOR.exec(after ?? before ?? '') ?? [];
  if (!position || Number(position) > LAST_POSITION) return undefined;
  if (order === 'changed' && !isInstant(key)) return undefined;
  const plan = uuid.safeParse(named).data;
  const at = { towards: after ? ('after' as const) : ('before' as const), position: Number(position), key };
  return plan ? { ...at, plan } : at;
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

/** What is asked in the words of an address, without where in the list one is. */
export function saidOf(asked: Partial<Asked>): Record<string, string> {
  const said = {
    plan: asked.plan,
    q: asked.words,
    section: asked.section,
    owner: asked.owner,
    state: asked.state,
    audience: asked.audience,
    channel: asked.channel,
    marking: asked.marking,
    tag: asked.tag,
    only: asked.only,
    since: asked.since?.day,
    timing: asked.timing,
    due: asked.due && ('month' in asked.due ? asked.due.month : LATE),
    lacks: asked.lacks,
    sort: asked.order === 'document' ? undefined : asked.order,
    columns: asked.columns?.join(' '),
  };
  return Object.fromEntries(Object.entries(said).filter((one): one is [string, string] => Boolean(one[1])));
}

/** The address of lines as asked for. Without a cursor it begins at the first page. `list`: on whose page they stand. */
export function addressOf(list: string, asked: Partial<Asked>): string {
  const { cursor, view, unfolded } = asked;
  const ofPlan = list.startsWith('/plans/');
  const query = new URLSearchParams(saidOf(ofPlan ? { ...asked, plan: undefined } : asked));
  if (view) query.set('view', view);
  if (unfolded) query.set('filters', 'all');
  if (cursor) {
    const plan = cursor.plan && !ofPlan ? `~${cursor.plan}` : '';
    query.set(cursor.towards, `${cursor.position}${plan}${cursor.key && `.${cursor.key}`}`);
    if (asked.page && asked.page > 1) query.set('page', String(asked.page));
  }
  return query.size ? `${list}?${query}` : list;
}
