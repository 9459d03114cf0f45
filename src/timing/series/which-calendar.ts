import { nameKey } from '../../language/same-name.ts';
import type { NamedCalendar } from './known.ts';

/** The calendar that words of a plan mean, and which of its entries; `near`: it is called otherwise, and a person looks. */
export type MeantCalendar = { calendar: string; called?: string; near?: true };

/**
 * The calendar that has entries called so, or is called so itself; and for a body the one whose name has all its words. Where
 * two may be meant, neither is: a promise dated by another body's meetings is worse than a question.
 */
export function whichCalendar(per: string, calendars: readonly NamedCalendar[]): MeantCalendar | undefined {
  const name = per.toLowerCase();
  const having = calendars.filter(({ entries }) => entries.some(one => one.title.toLowerCase() === name));
  if (having.length) return only(having.map(({ id }) => ({ calendar: id, called: per })));
  const body = bodyOf(per);
  return body ? ofBody(body, calendars) : calledSo(nameKey(per), calendars);
}

type Body = { words: Set<string>; is: string };

/** What a body is. "Full" says that all of it meets: it tells no body from another. */
const BODIES = new Set(
  'council committee subcommittee cabinet board panel assembly executive forum authority'.split(' '),
);
const SAYS_NOTHING = new Set(
  'full meeting session plenary cycle calendar date timetable of the and for in at our public'.split(' '),
);

/** A body by the words that tell it from others, in whatever order; nothing where the words name none. */
function bodyOf(text: string): Body | undefined {
  const key = nameKey(text.replace(/\bsub[- ]+committee/gi, 'subcommittee'));
  const bare = key.replace(/^(?:(?:calendar|date|timetable|meeting) )+(?:of|for) /, '');
  const is = lastBody(bare.split(/ (?:of|for) /)[0]!) ?? lastBody(bare);
  const words = bare.split(' ').filter(word => !SAYS_NOTHING.has(word));
  return is ? { words: new Set(words), is } : undefined;
}

const lastBody = (words: string): string | undefined => words.split(' ').findLast(word => BODIES.has(word));

function ofBody(body: Body, calendars: readonly NamedCalendar[]): MeantCalendar | undefined {
  const called = (fits: Fits) => calendars.flatMap(calendar => titlesOf(calendar, body, fits));
  const named = calendars.filter(({ name }) => fit(name, body, same)).map(({ id }) => ({ calendar: id }));
  const all = calendars.flatMap(calendar => nearIn(calendar, body));
  return only(called(same)) ?? only(named) ?? near(only(all));
}

/** Its entries of one name where they are the body's; else the calendar, where that is. */
function nearIn(calendar: NamedCalendar, body: Body): MeantCalendar[] {
  const titles = titlesOf(calendar, body, within);
  return titles.length !== 1 && fit(calendar.name, body, within) ? [{ calendar: calendar.id }] : titles;
}

/** The names of entries, each once, that fit a body. */
const titlesOf = ({ id, entries }: NamedCalendar, body: Body, fits: Fits): MeantCalendar[] =>
  [...new Map(entries.map(({ title }) => [title.trim().toLowerCase(), title.trim()])).values()]
    .filter(title => fit(title, body, fits))
    .map(called => ({ calendar: id, called }));

type Fits = (one: Body, other: Body) => boolean;

function fit(name: string, body: Body, fits: Fits): boolean {
  const other = bodyOf(name);
  return other !== undefined && fits(body, other);
}

const same = (one: Body, other: Body): boolean =>
  one.is === other.is && one.words.symmetricDifference(other.words).size === 0;

/** "Authority" within "fire authority", and not "council" within "council tax committee", which is none. */
const within = (one: Body, other: Body): boolean => one.is === other.is && one.words.isSubsetOf(other.words);

function calledSo(key: string, calendars: readonly NamedCalendar[]): MeantCalendar | undefined {
  const found = calendars.filter(({ name }) => ` ${nameKey(name)} `.includes(` ${key} `));
  return only(found.map(({ id }) => ({ calendar: id })));
}

const only = <One extends MeantCalendar>(found: readonly One[]): MeantCalendar | undefined => {
  const [one] = found;
  if (!one || found.length > 1) return undefined;
  return { calendar: one.calendar, ...(one.called !== undefined && { called: one.called }) };
};

const near = (one: MeantCalendar | undefined): MeantCalendar | undefined => one && { ...one, near: true };
