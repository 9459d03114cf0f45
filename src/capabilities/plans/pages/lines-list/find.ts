import type { Within } from '../../../../platform/database/database.ts';
import type { OwnerChoice } from '../../queries/facts.ts';
import {
  countMatching,
  countSensitive,
  type LinesPage,
  linesPage,
  MOST_COUNTED,
  type Which,
} from '../../queries/lines.ts';
import { fewLinked } from '../../queries/linked-lines.ts';
import { linesWithWords, linesWithWordsInPlans, type PageWanted } from '../../queries/words.ts';
import { type Asked, inDocumentOrder, isFiltered, SELDOM } from '../../rules/asked.ts';
import type { Tallies } from '../../rules/tallies.ts';
import type { Listing } from './tables.ts';

/** What is known around the lines: of one plan, or of all in their order. */
export type Known = { tallies: Tallies; owners: OwnerChoice[]; plans?: { id: string }[] };

/** `exact`: not so of "1,000+". */
export type FoundLines = LinesPage & { total: number; exact: boolean };

/** A page of the lines that are asked for, and how many there are. */
export async function findLines(
  within: Within,
  asked: Asked,
  known: Known,
  cells: Listing['cells'],
): Promise<FoundLines> {
  const { which, total, exact = true } = await howMany(within, asked, known, pageOf(asked));
  return { ...(await linesPage(within, { ...asked, ...which }, cells)), total, exact };
}

/** `left`: how many of the lines that are asked for the reader may not see. */
export type OpenLines = FoundLines & { left: number };

/** The same for readers who may not see what is marked OFFICIAL-SENSITIVE. */
export async function findOpenLines(
  within: Within,
  asked: Asked,
  known: Known,
  cells: Listing['cells'],
): Promise<OpenLines> {
  const all = await howMany(within, asked, known);
  const which = { ...asked, ...all.which };
  const left = await countSensitive(within, which);
  const open = { ...which, sensitive: false };
  const exact = (all.exact ?? true) && left <= MOST_COUNTED;
  const total = exact ? all.total - left : left ? await countMatching(within, open) : all.total;
  return { ...(await linesPage(within, open, cells)), total, left, exact: exact || total <= MOST_COUNTED };
}

type Counted = { which: Which; total: number; exact?: boolean };

/** Kept tallies say it exactly where they can; else lines are counted, up to a thousand. */
async function howMany(within: Within, asked: Asked, known: Known, page?: PageWanted): Promise<Counted> {
  const { owner, words } = asked;
  const few = await fewLinked(within, asked, MOST_COUNTED);
  if (words) return withWords(within, asked, { words, few, page }, known);
  if (SELDOM.some(name => asked[name])) return oneByOne(within, asked, { few });
  if (!owner) return { which: {}, total: known.tallies.matching };
  const { section, state, only } = asked;
  const alone = !section && !state && !only;
  const total = alone ? known.owners.find(one => one.key === owner)?.lines : undefined;
  return total === undefined ? oneByOne(within, asked, {}) : { which: {}, total };
}

async function oneByOne(within: Within, asked: Asked, which: Which): Promise<Counted> {
  const total = await countMatching(within, { ...asked, ...which });
  return { which, total, exact: total <= MOST_COUNTED };
}

type Searched = { words: string; few: Which['few']; page: PageWanted | undefined };

async function withWords(
  within: Within,
  asked: Asked,
  { words, few, page }: Searched,
  { plans }: Known,
): Promise<Counted> {
  const { plan } = asked;
  const { count, ids } = plan
    ? await linesWithWords(within, plan, words, page)
    : await linesWithWordsInPlans(within, plans?.map(({ id }) => id) ?? [], words, page);
  const which = ids ? { among: ids } : { few };
  if (!hasOnlyWords(asked)) return oneByOne(within, asked, which);
  return { which, total: count, exact: count <= MOST_COUNTED };
}

/** The page of a search in the document's order and no other filter, of which alone the lines are looked at. */
const pageOf = (asked: Asked): PageWanted | undefined =>
  hasOnlyWords(asked) && inDocumentOrder(asked) ? { cursor: asked.cursor } : undefined;

const hasOnlyWords = ({ words, ...asked }: Asked): boolean => Boolean(words) && !isFiltered(asked);
