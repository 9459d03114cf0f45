import type { Vocabulary } from '../prose/vocabulary.ts';
import type { PlacedTable } from '../table/placed-table.ts';
import type { Line } from '../words/line.ts';
import { composedTable } from './compose.ts';
import { type TaggedPage, wholeTables } from './tables.ts';

/** A page with the tables that begin on it, without the lines that these are made of. */
export type WithTagged<Page> = Page & { tables: PlacedTable[]; parts: Line[][] };

/**
 * The tables that a tagged document tells of, each whole on the page where it begins; `parts` are the lines left over on
 * each page, parted where tables stood.
 */
export function taggedTables<Page extends TaggedPage & { tables: PlacedTable[] }>(
  pages: Page[],
  vocabulary: Vocabulary,
): WithTagged<Page>[] {
  const found = wholeTables(pages).flatMap(table => {
    const placed = composedTable(table, pages, vocabulary);
    return placed ? [{ placed, taken: table.taken, page: table.pages[0] ?? 0 }] : [];
  });
  const taken = new Map(found.flatMap(one => [...one.taken].map(line => [line, one] as const)));
  return pages.map((page, index) => ({
    ...page,
    tables: [...page.tables, ...found.filter(one => one.page === index).map(({ placed }) => placed)],
    lines: page.lines.filter(line => !taken.has(line)),
    parts: partsBetween(page.lines, line => taken.has(line)),
  }));
}

function partsBetween(lines: Line[], isTaken: (line: Line) => boolean): Line[][] {
  const parts: Line[][] = [[]];
  for (const line of lines) {
    if (!isTaken(line)) parts.at(-1)?.push(line);
    else if (parts.at(-1)?.length) parts.push([]);
  }
  return parts.filter(part => part.length > 0);
}
