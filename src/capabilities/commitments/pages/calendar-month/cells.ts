import { count, day as inFull } from '../../../../language/words.ts';
import { escaped } from '../../../../platform/govuk/markup.ts';
import { inWeeks } from '../../rules/calendar-days.ts';
import { calendarAddress } from '../../rules/calendar-span.ts';
import { dayClass, entryMarkup, notesMarkup, numberMarkup } from '../calendar/entry.ts';
import type { CalendarAsked, ShownDay } from '../calendar/load.ts';

/** The rows of a month, written out: a view takes as long for its loops as the database for the month. */
export function weekRows(days: readonly ShownDay[], asked: CalendarAsked): string {
  return inWeeks(days)
    .map(week => `<tr>${weekHead(week, asked)}${week.map(day => cell(day, asked)).join('')}</tr>`)
    .join('\n');
}

function weekHead(week: readonly (ShownDay | undefined)[], { filter }: CalendarAsked): string {
  const { date } = week.find(day => day)!;
  const monday = date.subtract({ days: date.dayOfWeek - 1 });
  const href = calendarAddress('week', { from: monday, by: monday }, filter);
  const number = date.weekOfYear;
  return `<th scope="row" class="cg-month__week"><a class="govuk-link" href="${escaped(href)}"><span class="govuk-visually-hidden">Week </span>${number}<span class="govuk-visually-hidden">, from ${inFull(monday)}</span></a></th>`;
}

function cell(day: ShownDay | undefined, asked: CalendarAsked): string {
  if (!day) return '<td class="cg-day cg-day--outside"></td>';
  return `<td class="${dayClass(day)}"${day.today ? ' aria-current="date"' : ''}>${numberMarkup(day, asked)}${notesMarkup(day)}${list(day, asked)}</td>`;
}

function list(day: ShownDay, { filter }: CalendarAsked): string {
  if (!day.entries.length) return '';
  const entries = day.entries.map(entry => entryMarkup(entry, day, filter)).join('');
  const href = calendarAddress('agenda', { from: day.date, by: day.date }, filter);
  const more = day.more
    ? `<li class="cg-day__entry cg-day__more"><a class="govuk-link" href="${escaped(href)}">and ${count(day.more, 'more', 'more')}<span class="govuk-visually-hidden"> on ${inFull(day.iso)}</span></a></li>`
    : '';
  return `<ul class="cg-day__list">${entries}${more}</ul>`;
}

/** The days of one week beside each other. */
export const weekRow = (days: readonly ShownDay[], asked: CalendarAsked): string =>
  `<tr>${days.map(day => cell(day, asked)).join('')}</tr>`;
