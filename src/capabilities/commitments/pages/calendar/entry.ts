import { monthOf } from '../../../../language/words.ts';
import { squareOnce } from '../../../../platform/govuk/drawings/promise-strip.ts';
import { escaped } from '../../../../platform/govuk/markup.ts';
import { addressOf, type Filter } from '../../rules/asked-occurrences.ts';
import { calendarAddress } from '../../rules/calendar-span.ts';
import { markOf, standingWords } from '../../rules/day-entry.ts';
import type { CalendarAsked, ShownDay } from './load.ts';

type Entry = ShownDay['entries'][number];

/** What ends on a day of one promise: its mark, its name, and how many stand how. Leads to the occurrences. */
export function entryMarkup(entry: Entry, day: ShownDay, filter: Filter): string {
  const state = markOf(entry, entry.begun);
  const words = standingWords(entry, entry.begun);
  const href = addressOf({ ...filter, promise: entry.promise, from: day.iso, by: day.iso });
  const seen = [entry.all > 1 && words, entry.window && LAST_DAY].filter(Boolean).join(', ');
  const said = `<span class="govuk-visually-hidden">, ${entry.all > 1 ? '' : `${words}${seen && ', '}`}</span>${seen && `<span class="cg-day__count">${seen}</span>`}`;
  return `<li class="cg-day__entry"><span class="cg-strip">${squareOnce(state)}</span><a class="govuk-link cg-day__about" href="${escaped(href)}">${escaped(entry.about)}</a>${said}</li>`;
}

/** Of a window, behind its name: "by" before it made "by 9: Service bulletin", an hour, of a line with a number. */
const LAST_DAY = 'last day';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const weekdayOf = (date: Temporal.PlainDate): string => WEEKDAYS[date.dayOfWeek - 1]!;

/** A day's number, which leads to everything that ends on it; its weekday and month are seen where it stands alone. */
export function numberMarkup({ date, iso, today }: ShownDay, { filter }: CalendarAsked): string {
  const href = calendarAddress('agenda', { from: date, by: date }, filter);
  return `<p class="cg-day__number"><a class="govuk-link" href="${escaped(href)}"><time datetime="${iso}"><span class="cg-day__rest">${weekdayOf(date)} </span>${date.day}<span class="cg-day__rest"> ${monthOf(iso)}</span></time></a>${today ? ' <span class="cg-day__today">today</span>' : ''}</p>`;
}

/** Why nobody works on a day, and which election is near. */
export function notesMarkup({ off, quiet }: ShownDay): string {
  const notes = [
    ...(off?.name ? [off.name] : []),
    ...(quiet?.begins.map(title => `Pre-election period begins: ${title}`) ?? []),
    ...(quiet?.polls.map(title => `Poll: ${title}`) ?? []),
  ];
  const said = notes.map(note => `<p class="cg-day__note">${escaped(note)}</p>`).join('');
  return quiet && !quiet.begins.length
    ? `${said}<span class="govuk-visually-hidden">Pre-election period</span>`
    : said;
}

/** The classes that a day's look hangs on. */
export const dayClass = ({ today, off, quiet, entries }: ShownDay): string =>
  [
    'cg-day',
    today && 'cg-day--today',
    off && 'cg-day--off',
    quiet && 'cg-day--quiet',
    !entries.length && !off?.name && !today && 'cg-day--empty',
  ]
    .filter(Boolean)
    .join(' ');
