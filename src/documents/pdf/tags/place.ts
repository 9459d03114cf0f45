import type { Vocabulary } from '../prose/vocabulary.ts';
import type { PlacedTable } from '../table/placed-table.ts';
import { type Line, linesOf } from '../words/line.ts';
import type { WordPage } from '../words/read-words.ts';
import { composedTable } from './compose.ts';
import type { PageTags, TaggedRows } from './structure.ts';
import { wholeTables } from './tables.ts';

/** A page as read, with the tables that the file's own structure tells of. */
export type ReadPage = WordPage & { tagged: TaggedRows[]; where: string };

/** Puts what tags say of a page to its words. */
export function withTags(page: WordPage, tags: PageTags | undefined, where: string): ReadPage {
  for (const word of tags?.headings.size ? page.words : []) {
    const level = word.content === undefined ? undefined : tags?.headings.get(word.content);
    if (level) word.heading = level;
  }
  return { ...page, tagged: tags?.tables ?? [], where };
}

/** `placed` are the tables that begin on the page, `stood` the heights at which some stood that are taken out of its words. */
export type PartedPage = ReadPage & { placed: PlacedTable[]; stood: number[] };

/** Takes the tables that tags tell of out of the pages, each whole to the page where it begins. */
export function taggedTables(pages: ReadPage[], vocabulary: Vocabulary): PartedPage[] {
  const lined = pages.map(page => ({ ...page, lines: page.tagged.length ? linesOf(page.words) : [] }));
  const found = wholeTables(lined).flatMap(table => {
    const placed = composedTable(table, lined, vocabulary);
    return placed ? [{ placed, taken: table.taken, page: table.pages[0] ?? 0 }] : [];
  });
  return lined.map(({ lines, ...page }, index) => {
    const taken = found.map(one => lines.filter(line => one.taken.has(line))).filter(some => some.length > 0);
    return {
      ...page,
      words: without(page.words, taken.flat()),
      placed: found.filter(one => one.page === index).map(one => one.placed),
      stood: taken.map(some => Math.min(...some.map(line => line.y0))),
    };
  });
}

function without<Word>(words: Word[], lines: Line[]): Word[] {
  const taken = new Set<unknown>(lines.flatMap(line => line.words));
  return taken.size ? words.filter(word => !taken.has(word)) : words;
}
