import type { KeptList } from '../plans/index.ts';
import { namesAsked } from './queries/occurrence-choices.ts';
import { addressOf, readAsked } from './rules/asked-occurrences.ts';
import { filterWords } from './rules/calendar-filters.ts';
import { PATHS } from './rules/calendar-span.ts';

/** What of a calendar's address is kept in a view: which promises, not which days, since those go on. */
const said: KeptList['said'] = query => {
  const { from: _, by: __, cursor: ___, latest: ____, ...filter } = readAsked(query);
  return Object.fromEntries(new URL(addressOf(filter), 'http://here').searchParams);
};

/** Views of the calendar, kept where people keep those of lines. */
export const calendarViews: KeptList = {
  path: PATHS.month,
  title: 'Calendar',
  said,
  inWords: async (within, kept) => {
    const filter = readAsked(kept);
    return filterWords(filter, await namesAsked(within, filter)).map(({ text }) => text);
  },
};
