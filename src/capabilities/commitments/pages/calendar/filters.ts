import type { Choices } from '../../queries/occurrence-choices.ts';
import { addressOf, type Filter, STATE_ASKED_WORDS } from '../../rules/asked-occurrences.ts';
import { filterWords, KINDS } from '../../rules/calendar-filters.ts';
import { calendarAddress, PATHS } from '../../rules/calendar-span.ts';
import type { CalendarAsked, Loaded, SavedView } from './load.ts';

const STATES = ['open', 'due', 'planned', 'missed', 'late', 'met', 'not-counted'] as const;

/** The filters of a calendar: what is on, each with the way to take it away, and the form where it was asked for. */
export function filterFacts({ asked, choices, named, views }: Loaded): object {
  const { view, span, filter, unfolded } = asked;
  const on = filterWords(filter, named).map(({ name, text }) => ({
    text,
    href: calendarAddress(view, span, { ...filter, [name]: undefined }, keptOpen(asked)),
  }));
  return {
    on,
    everythingHref: calendarAddress(view, span, {}),
    unfoldHref: `${calendarAddress(view, span, filter, { filters: 'all' })}#filters`,
    foldHref: calendarAddress(view, span, filter),
    ...(views && { saved: viewFacts(views, filter) }),
    ...(unfolded && choices && { form: formFacts(asked, choices) }),
  };
}

const keptOpen = ({ unfolded }: CalendarAsked) => (unfolded ? { filters: 'all' } : {});

function formFacts({ view, span, filter }: CalendarAsked, choices: Choices): object {
  const days = new URL(calendarAddress(view, span, {}), 'http://here').searchParams;
  return {
    action: PATHS[view],
    kept: { ...Object.fromEntries(days), promise: filter.promise, for: filter.for, filters: 'all' },
    fields: [
      ...KINDS.map(({ name, text, from }) => ({
        name,
        label: text,
        value: filter[name] ?? '',
        items: [
          { value: '', text: 'Any' },
          ...choices[from].map(({ id, name: said }) => ({ value: id, text: said })),
        ],
      })),
      {
        name: 'state',
        label: 'State',
        value: filter.state ?? '',
        items: [
          { value: '', text: 'Any' },
          ...STATES.map(value => ({ value, text: STATE_ASKED_WORDS[value] })),
        ],
      },
    ],
  };
}

/** The saved views of the calendar, and where what is seen now is saved as one. */
function viewFacts(views: SavedView[], filter: Filter): object {
  const said = new URL(addressOf({ ...filter, from: undefined, by: undefined }), 'http://here').searchParams;
  const kept = (asked: Record<string, string>) => new URLSearchParams(asked).toString();
  return {
    list: views.map(({ id, name, asked }) => ({
      text: name,
      href: `${PATHS.month}?${new URLSearchParams({ ...asked, view: id })}`,
      current: kept(asked) === said.toString(),
      changeHref: `/views/${id}/edit`,
    })),
    ...(said.size && {
      saveHref: `/views/new?${new URLSearchParams({ list: PATHS.month, said: said.toString() })}`,
    }),
  };
}
