import { count } from '../../../../language/words.ts';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { fieldProblem } from '../../../../platform/http/form.ts';
import {
  type Answer,
  notFound,
  page,
  redirect,
  type SignedInVisit,
  timesOf,
} from '../../../../platform/http/visit.ts';
import { addKnownDays } from '../../actions/add-known-days.ts';
import type { Calendar } from '../../calendar.ts';
import type { CalendarParts } from '../../follows.ts';
import { calendarById } from '../../queries/calendars.ts';
import { daysInWords } from '../../rules/entry-words.ts';
import { KNOWN_DAYS, knownDays, MOST_YEARS } from '../../rules/known-days.ts';
import { calendarAddress, calendarStep, idOf, PLACE, trailOf } from '../addresses.ts';

/** Days that come every year, to choose from. */
export async function showKnownDays(visit: SignedInVisit): Promise<Answer> {
  const calendar = await festivals(visit);
  return calendar ? show(visit, calendar, {}) : notFound;
}

export const postKnownDays =
  (parts: CalendarParts) =>
  async (visit: SignedInVisit): Promise<Answer> => {
    const calendar = await festivals(visit);
    if (!calendar) return notFound;
    const days = [visit.form.days ?? []].flat().map(String);
    const names = KNOWN_DAYS.filter(name => days.includes(name));
    const years = Number(visit.form.years);
    const errors = [
      ...(names.length ? [] : fieldProblem('days', 'Tick the days that you want')),
      ...(YEARS.includes(years) ? [] : fieldProblem('years', 'Choose for how many years')),
    ];
    if (errors.length) return show(visit, calendar, { names, years: String(years), errors });
    const times = timesOf(visit);
    const found = knownDays(names, { first: times.today.year, count: years }, times);
    const added = await visit.within(within => addKnownDays(within, calendar.id, found, parts, visit.now()));
    return redirect(
      calendarAddress(calendar.id),
      added ? `${count(added, 'entry is', 'entries are')} added.` : 'All of them were there already.',
    );
  };

const YEARS = Array.from({ length: MOST_YEARS }, (_, at) => at + 1);

/** A calendar of another kind has no such days. */
async function festivals(visit: SignedInVisit): Promise<Calendar | undefined> {
  const id = idOf(visit, 'calendar');
  const calendar = id && (await visit.within(within => calendarById(within, id)));
  return calendar && calendar.kind === 'festivals' ? calendar : undefined;
}

type Shown = { names?: string[]; years?: string; errors?: PageError[] };

function show(
  visit: SignedInVisit,
  calendar: Calendar,
  { names = [], years = '3', errors = [] }: Shown,
): Answer {
  const times = timesOf(visit);
  const title = 'Add known days';
  const facts = {
    title,
    days: knownDays(KNOWN_DAYS, { first: times.today.year, count: 1 }, times).map(({ values }) => ({
      value: values.title,
      text: values.title,
      hint: daysInWords(values),
    })),
    names,
    years,
    choices: YEARS.map(value => ({ value: String(value), text: yearsInWords(times.today.year, value) })),
    errors,
    here: `${calendarAddress(calendar.id)}/known-days`,
    back: calendarAddress(calendar.id),
  };
  const frame = { title, trail: trailOf(calendarStep(calendar), { text: title }), place: PLACE };
  return page('calendars/pages/known-days/known-days.njk', facts, frame, errors.length ? 422 : 200);
}

const yearsInWords = (first: number, years: number): string =>
  years === 1 ? `${first} only` : `${first} to ${first + years - 1}`;
