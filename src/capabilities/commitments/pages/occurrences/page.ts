import { count, thousands } from '../../../../language/words.ts';
import type { Within } from '../../../../platform/database/database.ts';
import { type Answer, mayAs, page, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { namesAsked, occurrenceChoices } from '../../queries/occurrence-choices.ts';
import {
  countOccurrences,
  cursorAt,
  type ListedOccurrence,
  MOST_COUNTED,
  occurrencesPage,
  PAGE_SIZE,
} from '../../queries/occurrences.ts';
import { type Asked, addressOf, isFiltered, readAsked } from '../../rules/asked-occurrences.ts';
import { FILE } from './file.ts';
import { filterFacts } from './filters.ts';
import { rowOf } from './rows.ts';

/** What is due and what became of it, as many as are asked for; every figure opens onto its part of this list. */
export async function occurrencesList(visit: SignedInVisit): Promise<Answer> {
  const asked = readAsked(visit.query);
  const loaded = await visit.within(within => load(within, asked, visit.today()));
  for (const { line, plan } of loaded.occurrences) visit.shown.add(line ?? plan);
  return show(visit, asked, loaded);
}

async function load(within: Within, asked: Asked, today: Temporal.PlainDate) {
  const [found, total, choices, named] = await Promise.all([
    occurrencesPage(within, asked, today),
    countOccurrences(within, asked, today),
    occurrenceChoices(within),
    namesAsked(within, asked),
  ]);
  return { ...found, total, choices, named };
}

type Loaded = Awaited<ReturnType<typeof load>>;

function show(visit: SignedInVisit, asked: Asked, loaded: Loaded): Answer {
  const { occurrences, total, choices, named } = loaded;
  const settles = mayAs(visit.who.role, 'owner') || visit.who.rights.parts;
  const facts = {
    any: total > 0 || isFiltered(asked),
    asked,
    words: total > MOST_COUNTED ? `More than ${count(MOST_COUNTED, 'date')}` : count(total, 'date'),
    filters: filterFacts(asked, choices, named),
    rows: occurrences.map(rowOf),
    picks: settles && occurrences.some(({ settled }) => !settled),
    turned: addressOf({ ...asked, cursor: undefined, latest: !asked.latest }),
    paging: pagingFacts(asked, loaded),
    fileHref: addressOf({ ...asked, cursor: undefined }, FILE),
    here: addressOf(asked),
  };
  return page('commitments/pages/occurrences/occurrences.njk', facts, { title: 'What was promised when' });
}

/** Under the list: which these are, and the ways on and back. */
function pagingFacts(asked: Asked, { occurrences, ends, more, total }: Loaded): object {
  const number = more.before ? Math.max(2, asked.page) : 1;
  const from = (number - 1) * PAGE_SIZE + 1;
  const to = from + occurrences.length - 1;
  const at = (one: ListedOccurrence | undefined, towards: 'after' | 'before', page: number) =>
    one && addressOf({ ...asked, cursor: { towards, ...cursorAt(one) }, page });
  const all = total > MOST_COUNTED ? `${thousands(MOST_COUNTED)}+` : thousands(total);
  const first = addressOf({ ...asked, cursor: undefined });
  return {
    words: more.before || more.after ? `${thousands(from)} to ${thousands(to)} of ${all}` : all,
    ...(more.before && {
      previous: { href: number === 2 ? first : at(ends[0], 'before', number - 1) },
    }),
    ...(more.after && { next: { href: at(ends.at(-1), 'after', number + 1) } }),
    items: [],
  };
}
