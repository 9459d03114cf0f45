import { escaped } from '../../../../platform/govuk/markup.ts';
import { percent, thousands } from '../../../../platform/govuk/words.ts';
import { MOST_OWNERS, type OwnerChoice, type Section } from '../../queries/facts.ts';
import { type LinesPage, MOST_COUNTED, PAGE_SIZE } from '../../queries/lines.ts';
import { type Asked, addressOf, isFiltered, ONLY_WORDS, ORDER_WORDS } from '../../rules/asked.ts';
import type { Tallies } from '../../rules/tallies.ts';
import { choicesOf, STATE_WORDS } from '../../rules/words.ts';

/** The five numbers that decide what to do next; each opens onto its lines. */
export function factBar(plan: string, tallies: Tallies): object[] {
  const { lines, complete, unowned, undated, doubtful } = tallies;
  const asks = (number: number) => (number ? { kind: 'ask' } : {});
  return [
    { number: thousands(lines), words: lines === 1 ? 'line' : 'lines', href: addressOf(plan, {}) },
    {
      number: lines ? percent(complete, lines) : '–',
      words: 'complete',
      detail: `${thousands(complete)} of ${thousands(lines)}`,
      href: addressOf(plan, { state: 'complete' }),
    },
    {
      number: thousands(unowned),
      words: 'without owner',
      href: addressOf(plan, { only: 'unowned' }),
      ...asks(unowned),
    },
    {
      number: thousands(undated),
      words: 'without date',
      href: addressOf(plan, { only: 'undated' }),
      ...asks(undated),
    },
    {
      number: thousands(doubtful),
      words: 'with doubts',
      href: addressOf(plan, { only: 'doubtful' }),
      ...asks(doubtful),
    },
  ];
}

export type Choices = { sections: Section[]; owners: OwnerChoice[] };

/** What stands in the form that filters, and what of it is on. */
export function filterFacts(plan: string, asked: Asked, { sections, owners }: Choices): object {
  const titled = sections.filter(section => section.title);
  return {
    action: `/plans/${plan}`,
    clearHref: addressOf(plan, { order: asked.order }),
    sections: titled.length > 1 ? [{ value: '', text: 'All' }, ...sectionChoices(titled)] : [],
    owners: ownerOptions(owners.slice(0, MOST_OWNERS), asked.owner),
    moreOwners: owners.length > MOST_OWNERS,
    states: [{ value: '', text: 'Any' }, ...choicesOf(STATE_WORDS)],
    only: [{ value: '', text: 'All lines' }, ...choicesOf(ONLY_WORDS)],
    orders: choicesOf(ORDER_WORDS).map(one => (one.value === 'document' ? { ...one, value: '' } : one)),
    active: activeFilters(plan, asked, { sections, owners }),
  };
}

/** Written out here, because a loop of the view takes as long for two hundred owners as for half of the lines. */
const ownerOptions = (owners: OwnerChoice[], chosen: string | undefined): string =>
  owners
    .map(({ key, owner, lines }) => {
      const selected = key === chosen ? ' selected' : '';
      return `<option value="${escaped(key)}"${selected}>${escaped(owner)} (${lines})</option>`;
    })
    .join('');

function sectionChoices(sections: Section[]) {
  return sections.map(({ id, title }, index) => {
    const again = sections.slice(0, index).some(one => one.title === title);
    return { value: id, text: again ? `${title} (continued)` : title };
  });
}

function activeFilters(plan: string, asked: Asked, { sections, owners }: Choices) {
  const without = (part: Partial<Asked>) => addressOf(plan, { ...asked, cursor: undefined, ...part });
  const { section, owner, state, only, words } = asked;
  const titled = sections.find(one => one.id === section)?.title ?? 'unknown';
  const named = owners.find(one => one.key === owner)?.owner ?? owner;
  return [
    words && { text: `Words: ${words}`, href: without({ words: undefined }) },
    section && { text: `Section: ${titled}`, href: without({ section: undefined }) },
    owner && { text: `Owner: ${named}`, href: without({ owner: undefined }) },
    state && { text: `State: ${STATE_WORDS[state]}`, href: without({ state: undefined }) },
    only && { text: ONLY_WORDS[only], href: without({ only: undefined }) },
  ].filter(Boolean);
}

/** Under the list: which lines these are, and the ways on and back. The words of a long search stop at "1,000+". */
export function pagingFacts(plan: string, asked: Asked, { lines, more }: LinesPage, total: number): object {
  const [first, last] = [lines[0], lines.at(-1)];
  const page = more.before ? Math.max(2, asked.page) : 1;
  const from = (page - 1) * PAGE_SIZE + 1;

  const at = (line: typeof first, towards: 'after' | 'before', number: number) =>
    line &&
    addressOf(plan, {
      ...asked,
      cursor: { towards, position: line.position, key: String(line.key) },
      page: number,
    });
  const to = from + lines.length - 1;
  const counted = total <= MOST_COUNTED || !asked.words;
  const all = counted ? thousands(total) : `${thousands(MOST_COUNTED)}+`;
  const numbered = (more.before || more.after) && (to <= total || !counted); // an address may name any page
  const firstPage = addressOf(plan, { ...asked, cursor: undefined });
  return {
    words: numbered ? `${thousands(from)} to ${thousands(to)} of ${all}` : all,
    previous: more.before && (page === 2 ? firstPage : at(first, 'before', page - 1)),
    next: more.after && at(last, 'after', page + 1),
    filtered: isFiltered(asked),
  };
}
