import type { Within } from '../../../../platform/database/database.ts';
import { historyOf } from '../../../../platform/history/history.ts';
import {
  type Answer,
  mayAs,
  notFound,
  page,
  type SignedInVisit,
  timesOf,
} from '../../../../platform/http/visit.ts';
import { financialYear } from '../../../../timing/calendar.ts';
import { type Calendar, calendarSubject, KIND_WORDS } from '../../calendar.ts';
import { areaWords } from '../../queries/areas.ts';
import { calendarById } from '../../queries/calendars.ts';
import { preElectionPeriods } from '../../queries/elections.ts';
import { entriesIn, missingEntries, type PlacedEntry, reachOf } from '../../queries/entries.ts';
import { daysInWords } from '../../rules/entry-words.ts';
import type { PreElection } from '../../rules/pre-elections.ts';
import { calendarAddress, entryAddress, idOf, PLACE, trailOf } from '../addresses.ts';
import { historyWords } from '../history.ts';
import { quartersOf, yearInWords, yearOf } from './years.ts';

/** One calendar, a financial year at a time under its quarters, with what hangs on it. */
export async function calendarPage(visit: SignedInVisit): Promise<Answer> {
  const id = idOf(visit, 'calendar');
  const found = id && (await visit.within(within => load(visit, within, id)));
  if (!found) return notFound;
  const { calendar, entries, elections, missing, history, reach, year, place, promises } = found;
  const times = timesOf(visit);
  const here = calendarAddress(calendar.id);
  const facts = {
    calendar,
    kind: KIND_WORDS[calendar.kind] === calendar.name ? '' : KIND_WORDS[calendar.kind],
    place,
    here,
    year: yearInWords(year, times),
    quarters: quartersOf(year, entries, times).map(quarter => ({
      ...quarter,
      entries: quarter.entries.map(entry => shown(entry, elections)),
    })),
    ...yearsBeside(
      here,
      year,
      reach && { first: yearOf(reach.from, times), last: yearOf(reach.by, times) },
      number => yearInWords(number, times),
    ),
    everAny: reach !== undefined,
    missing: missing.map(entry => ({ id: entry.id, title: entry.title, when: daysInWords(entry) })),
    promises,
    entries: history.flatMap(historyWords),
    zone: visit.who.organisation.timeZone,
    mayEdit: mayAs(visit.who.role, 'editor'),
    knownDays: calendar.kind === 'festivals',
  };
  return page('calendars/pages/calendar/calendar.njk', facts, {
    title: calendar.name,
    trail: trailOf({ text: calendar.name }),
    place: PLACE,
  });
}

async function load(visit: SignedInVisit, within: Within, id: string) {
  const calendar = await calendarById(within, id);
  if (!calendar) return undefined;
  const times = timesOf(visit);
  const reach = await reachOf(within, id);
  const year = yearAsked(visit) ?? yearOf(times.today, times);
  const span = financialYear(year, times);
  return {
    calendar,
    reach,
    year,
    entries: await entriesIn(within, id, span),
    elections: await electionsOf(within, calendar, span),
    missing: await missingEntries(within, calendar, times.today),
    place: await areaWords(within, calendar.area),
    history: await historyOf(within, calendarSubject(id), 50),
    promises: await visit.panel(within, 'promises of a calendar', { calendar: id }),
  };
}

async function electionsOf(
  within: Within,
  { id, kind }: Calendar,
  span: { from: Temporal.PlainDate; by: Temporal.PlainDate },
): Promise<PreElection[]> {
  if (kind !== 'elections') return [];
  return (await preElectionPeriods(within, span)).filter(({ calendar }) => calendar === id);
}

/** As an address says it: no further than dates are kept. */
function yearAsked({ query }: SignedInVisit): number | undefined {
  const year = Number(typeof query.year === 'string' ? query.year : Number.NaN);
  return Number.isInteger(year) && year >= 1900 && year <= 2200 ? year : undefined;
}

function shown(entry: PlacedEntry, elections: PreElection[]) {
  const period = elections.find(one => one.entry === entry.id);
  return {
    href: entryAddress(entry),
    title: entry.title,
    when: daysInWords(entry),
    cancelled: entry.cancelledAt !== null,
    place: entry.place,
    before: period && `Pre-election period from ${daysInWords({ from: period.from, by: period.from })}`,
  };
}

/** The years before and after, as long as there is something in that direction. */
function yearsBeside(
  here: string,
  year: number,
  reach: { first: number; last: number } | undefined,
  words: (year: number) => string,
) {
  const link = (number: number) => ({ text: words(number), href: `${here}?year=${number}` });
  return {
    earlier: reach && reach.first < year ? link(Math.min(year - 1, reach.last)) : undefined,
    later: reach && year < reach.last ? link(Math.max(year + 1, reach.first)) : undefined,
  };
}
