import { escaped } from '../../../../platform/govuk/markup.ts';
import { MOST_OWNERS, type OwnerChoice, type Section } from '../../queries/facts.ts';
import type { SeldomChoices } from '../../queries/seldom-choices.ts';
import {
  type Asked,
  isFiltered,
  LACKS_WORDS,
  ONLY_WORDS,
  ORDER_WORDS,
  SELDOM,
  TIMING_WORDS,
} from '../../rules/asked.ts';
import { ALL_LINES, addressOf } from '../../rules/asked-address.ts';
import { choicesOf, MARKING_WORDS, STATE_WORDS } from '../../rules/words.ts';
import { chipsOf, dueWords } from './chips.ts';
import type { Choices } from './choices.ts';
import { columnChoices } from './listing.ts';
import type { Listing } from './tables.ts';

/** Whether the seldom filters stand open: where they were asked for, and where one is on. */
export const isUnfolded = (asked: Asked): boolean =>
  Boolean(asked.unfolded || asked.columns) || SELDOM.some(name => asked[name]);

/** What stands in the form that filters, and what of it is on. */
export function filterFacts({ list, asked, shown }: Listing, choices: Choices): object {
  const { plans, sections, owners, seldom } = choices;
  const titled = sections.filter(section => section.title);
  const open = isUnfolded(asked);
  const active = chipsOf(list, asked, choices);
  return {
    action: list,
    label: list === ALL_LINES ? 'Filter the lines of all plans' : 'Filter the lines',
    clearHref: addressOf(list, { order: asked.order, columns: asked.columns }),
    kept: {
      view: asked.view,
      columns: open ? undefined : asked.columns?.join(' '),
      filters: asked.unfolded && 'all',
    },
    plans:
      plans &&
      options(
        plans.map(({ id, title }) => ({ value: id, text: title })),
        asked.plan,
      ),
    sections: titled.length > 1 ? [{ value: '', text: 'All' }, ...sectionChoices(titled)] : [],
    owners: options(owners.slice(0, MOST_OWNERS).map(ownerChoice), asked.owner),
    moreOwners: owners.length > MOST_OWNERS,
    states: [{ value: '', text: 'Any' }, ...choicesOf(STATE_WORDS)],
    only: [{ value: '', text: 'All lines' }, ...choicesOf(ONLY_WORDS)],
    orders: ordersOf(list),
    active,
    gone: active.some(chip => chip.gone),
    ...(open
      ? { seldom: seldom && seldomFacts(seldom, shown, asked) }
      : { unfoldHref: unfolding(list, asked) }),
    filtered: isFiltered(asked),
  };
}

const unfolding = (list: string, asked: Asked) =>
  `${addressOf(list, { ...asked, cursor: undefined, unfolded: true })}#filters`;

const ordersOf = (list: string) =>
  choicesOf(ORDER_WORDS).map(one => {
    if (one.value !== 'document') return one;
    return { value: '', text: list === ALL_LINES ? 'Plan by plan' : one.text };
  });

const ownerChoice = ({ key, owner, lines }: OwnerChoice) => ({ value: key, text: `${owner} (${lines})` });

/** Written out here, because a loop of the view takes as long for two hundred owners as for half of the lines. */
const options = (items: { value: string; text: string }[], chosen: string | undefined): string =>
  items
    .map(({ value, text }) => {
      const selected = value === chosen ? ' selected' : '';
      return `<option value="${escaped(value)}"${selected}>${escaped(text)}</option>`;
    })
    .join('');

function sectionChoices(sections: Section[]) {
  return sections.map(({ id, title }, index) => {
    const again = sections.slice(0, index).some(one => one.title === title);
    return { value: id, text: again ? `${title} (continued)` : title };
  });
}

function seldomFacts({ audiences, channels, tags }: SeldomChoices, shown: Listing['shown'], { due }: Asked) {
  const named = (items: { id: string; name: string }[]) =>
    items.map(({ id, name }) => ({ value: id, text: name }));
  const any = { value: '', text: 'Any' };
  return {
    audiences: [any, ...named(audiences)],
    channels: [any, ...named(channels)],
    markings: [any, ...choicesOf(MARKING_WORDS)],
    timings: [any, ...choicesOf(TIMING_WORDS)],
    dues: [any, ...duesOf(due)],
    lacks: [any, ...choicesOf(LACKS_WORDS)],
    tags: [any, ...tags.map(tag => ({ value: tag, text: tag }))],
    columns: columnChoices(shown),
  };
}

/** A month is chosen in the overview of a plan, and stays chosen here. */
const duesOf = (due: Asked['due']) => [
  { value: 'late', text: 'Late' },
  ...(due && 'month' in due ? [{ value: due.month, text: dueWords(due) }] : []),
];
