import { thousands } from '../../../language/words.ts';
import { pageLinks } from '../../govuk/page-links.ts';
import { type Answer, mayAs, page, type SignedInVisit } from '../../http/visit.ts';
import {
  countEntries,
  ENTRIES_ON_A_PAGE,
  type EntriesAsked,
  type EntryCounts,
  facetValues,
  listEntries,
} from '../queries.ts';
import { addressOf, type Entry, type Figure, type Register } from '../register.ts';
import { listAddress, readAsked } from './which.ts';

/** A register: what it lacks, and its entries by name or by how many lines use them. */
export const listPage =
  (register: Register) =>
  async (visit: SignedInVisit): Promise<Answer> => {
    const asked = readAsked(register, visit.query);
    const found = await visit.within(async within => ({
      counts: await countEntries(within, register, asked),
      entries: await listEntries(within, register, asked),
      facets: await facetValues(within, register),
      figures: (await register.figures?.(within)) ?? [],
    }));
    return page('registers/list.njk', factsOf(visit, register, asked, found), { title: register.title });
  };

type FoundEntries = {
  counts: EntryCounts;
  entries: Entry[];
  facets: { value: string; text: string }[];
  figures: Figure[];
};

function factsOf(
  visit: SignedInVisit,
  register: Register,
  asked: EntriesAsked,
  { counts, entries, facets, figures }: FoundEntries,
): object {
  const gap = register.gaps.find(one => one.name === asked.gap);
  return {
    register: wordsOf(register),
    here: addressOf(register),
    asked,
    gap,
    counts,
    facts: counts.all ? factBar(register, counts, figures) : [],
    entries: entries.map(entry => shown(register, entry)),
    columns: columns(register, asked),
    facets: facets.map(one => ({ ...one, text: itemText(register, one.value) ?? one.text })),
    facet: register.facet,
    filtered: Boolean(asked.words || asked.gap || asked.facet),
    active: activeFilters(register, asked, gap?.words, facets),
    hrefs: {
      all: addressOf(register),
      ended: listAddress(register, { ended: !asked.ended }),
    },
    paging: pageLinks({ total: counts.found, page: asked.page, size: ENTRIES_ON_A_PAGE }, number =>
      listAddress(register, { ...asked, page: number }),
    ),
    mayEdit: mayAs(visit.who.role, 'editor'),
  };
}

const wordsOf = ({ one, many, title, about, empty }: Register) => ({ one, many, title, about, empty });

function factBar(register: Register, counts: EntryCounts, more: Figure[]): object[] {
  const own = register.gaps.map(({ name, words }) => ({
    number: thousands(counts[name] ?? 0),
    words,
    href: listAddress(register, { gap: name }),
    ...(counts[name] ? { kind: 'ask' } : {}),
  }));
  const all = {
    number: thousands(counts.all),
    words: counts.all === 1 ? register.one : register.many,
    href: addressOf(register),
  };
  return [all, ...own, ...more.map(one => ({ ...one, ...(one.number !== '0' && { kind: 'ask' }) }))];
}

function activeFilters(
  register: Register,
  asked: EntriesAsked,
  gap: string | undefined,
  facets: { value: string; text: string }[],
): object[] {
  const chosen = facets.find(one => one.value === asked.facet)?.text;
  const without = (name: keyof EntriesAsked, text: string | undefined) =>
    text ? [{ text, href: listAddress(register, { ...asked, [name]: undefined, page: 1 }) }] : [];
  return [
    ...without('words', asked.words),
    ...without('gap', gap),
    ...without('facet', asked.facet && (itemText(register, asked.facet) ?? chosen ?? asked.facet)),
  ];
}

function columns(register: Register, asked: EntriesAsked): object[] {
  const sort = (order: EntriesAsked['order'], direction: string) => ({
    href: listAddress(register, { ...asked, order, page: 1 }),
    ...(asked.order === order && { direction }),
  });
  const name = register.title.replace(/s$/, '');
  return [
    { text: name, sort: sort('name', 'ascending'), width: 'wide' },
    ...register.listed.map(({ heading }) => ({ text: heading })),
    { text: 'Lines', number: true, sort: sort('lines', 'descending') },
  ];
}

const shown = (register: Register, entry: Entry) => ({
  href: addressOf(register, entry.id),
  name: register.titleOf(entry),
  alsoCalled: entry.alsoCalled,
  cells: register.listed.map(({ field }) => shownValue(register, entry, field)),
  lines: entry.lines,
});

/** The value of a field in the words of its choices. */
export function shownValue(register: Register, entry: Entry, name: string): string {
  const field = register.fields.find(one => one.name === name);
  const value = entry.values[name] ?? '';
  if (field?.kind === 'owner') return entry.owner ?? '';
  return field?.items?.find(item => item.value === value)?.text ?? value;
}

function itemText({ fields, facet }: Register, value: string): string | undefined {
  const items = fields.find(field => field.name === facet?.field)?.items;
  return items?.find(item => item.value === value)?.text;
}
