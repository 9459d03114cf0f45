import { count } from '../../../../language/words.ts';
import { escaped } from '../../../../platform/govuk/markup.ts';
import { calendarAddress } from '../../rules/calendar-span.ts';
import { dayClass, entryMarkup, notesMarkup, numberMarkup } from '../calendar/entry.ts';
import type { CalendarAsked, ShownDay } from '../calendar/load.ts';

/** Day after day; those on which nothing is due and nothing is to be known are left out. */
export const dayItems = (days: readonly ShownDay[], asked: CalendarAsked): string =>
  days
    .filter(day => day.entries.length || day.off?.name || day.quiet?.begins.length || day.quiet?.polls.length)
    .map(day => item(day, asked))
    .join('\n');

function item(day: ShownDay, asked: CalendarAsked): string {
  const { filter } = asked;
  const entries = day.entries.map(entry => entryMarkup(entry, day, filter)).join('');
  const href = calendarAddress('agenda', { from: day.date, by: day.date }, filter);
  const more = day.more
    ? `<li class="cg-day__entry"><a class="govuk-link" href="${escaped(href)}">and ${count(day.more, 'more', 'more')}</a></li>`
    : '';
  const list = entries ? `<ul class="cg-day__list">${entries}${more}</ul>` : '';
  return `<li class="cg-days__day ${dayClass(day)}"><div>${numberMarkup(day, asked)}${notesMarkup(day)}</div><div>${list}</div></li>`;
}
