import type { Within } from '../../../../platform/database/database.ts';
import type { OwnerChoice } from '../../queries/facts.ts';
import { countMatching, type LinesPage, linesPage, MOST_COUNTED, type Which } from '../../queries/lines.ts';
import { linesWithWords, linesWithWordsInPlans, type PageWanted } from '../../queries/words.ts';
import { type Asked, inDocumentOrder, SELDOM } from '../../rules/asked.ts';
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
  const { which, total, exact = true } = await howMany(within, asked, known);
  return { ...(await linesPage(within, { ...asked, ...which }, cells)), total, exact };
}

type Counted = { which: Which; total: number; exact?: boolean };

/** Kept tallies say it exactly where they can; else lines are counted, up to a thousand. */
async function howMany(within: Within, asked: Asked, known: Known): Promise<Counted> {
  const { owner, words } = asked;
  if (words) return withWords(within, asked, words, known);
  if (SELDOM.some(name => asked[name])) return oneByOne(within, asked, {});
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

async function withWords(within: Within, asked: Asked, words: string, { plans }: Known): Promise<Counted> {
  const { plan, section, owner, state, only, cursor } = asked;
  const alone = !section && !owner && !state && !only && !SELDOM.some(name => asked[name]);
  const page: PageWanted | undefined = alone && inDocumentOrder(asked) ? { cursor } : undefined;
  const { count, ids } = plan
    ? await linesWithWords(within, plan, words, page)
    : await linesWithWordsInPlans(within, plans?.map(({ id }) => id) ?? [], words, page);
  const which = count > MOST_COUNTED ? {} : { among: ids };
  return alone ? { which, total: count, exact: count <= MOST_COUNTED } : oneByOne(within, asked, which);
}
