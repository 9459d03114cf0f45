import type { Choice, Choices } from '../../queries/occurrence-choices.ts';
import { type Filter, NONE, STATE_ASKED_WORDS } from '../../rules/asked-occurrences.ts';
import { calendarAddress, PATHS } from '../../rules/calendar-span.ts';
import type { CalendarAsked, Loaded } from './load.ts';

const KINDS = [
  { name: 'plan', text: 'Plan', from: 'plans' },
  { name: 'audience', text: 'Audience', from: 'audiences' },
  { name: 'channel', text: 'Channel', from: 'channels' },
  { name: 'area', text: 'Area', from: 'areas' },
  { name: 'owner', text: 'Who does it', from: 'owners' },
] as const satisfies { name: keyof Filter; text: string; from: keyof Choices }[];

const STATES = ['open', 'due', 'planned', 'missed', 'late', 'met', 'not-counted'] as const;

/** The filters of a calendar: what is on, each with the way to take it away, and the form where it was asked for. */
export function filterFacts({ asked, choices, named }: Loaded): object {
  const { view, span, filter, unfolded } = asked;
  const without = (name: keyof Filter) =>
    calendarAddress(view, span, { ...filter, [name]: undefined }, keptOpen(asked));
  const on = [
    ...KINDS.flatMap(({ name, text, from }) =>
      filter[name]
        ? [{ text: `${text}: ${nameIn(choices?.[from], filter[name])}`, href: without(name) }]
        : [],
    ),
    ...(filter.promise ? [{ text: `Promise: ${named?.promise ?? GONE}`, href: without('promise') }] : []),
    ...(filter.for ? [{ text: `For: ${named?.for ?? GONE}`, href: without('for') }] : []),
    ...(filter.state ? [{ text: `State: ${STATE_ASKED_WORDS[filter.state]}`, href: without('state') }] : []),
  ];
  return {
    on,
    everythingHref: calendarAddress(view, span, {}),
    unfoldHref: `${calendarAddress(view, span, filter, { filters: 'all' })}#filters`,
    foldHref: calendarAddress(view, span, filter),
    ...(unfolded && choices && { form: formFacts(asked, choices) }),
  };
}

const keptOpen = ({ unfolded }: CalendarAsked) => (unfolded ? { filters: 'all' } : {});

const GONE = 'no longer there';

const nameIn = (from: Choice[] | undefined, id: string): string =>
  id === NONE ? 'none' : (from?.find(one => one.id === id)?.name ?? GONE);

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
