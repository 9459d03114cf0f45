import type { Ruling } from '../page/marks.ts';
import type { Vocabulary } from '../prose/vocabulary.ts';
import type { WordPage } from '../words/read-words.ts';
import type { Word } from '../words/word.ts';
import { ruledTable } from './cell-boxes.ts';
import { filledTable, partedBy } from './from-rulings.ts';
import { netsOf } from './nets.ts';
import type { PlacedTable } from './placed-table.ts';
import { wholeRulings } from './rulings.ts';

/** The tables that lines close off on a page, and the words that stand in none. */
export function ruledTables(
  page: WordPage,
  vocabulary: Vocabulary,
  where: string,
): { tables: PlacedTable[]; words: Word[]; rulings: Ruling[] } {
  const rulings = wholeRulings(page.rulings);
  const ruled = netsOf(rulings)
    .nets.flatMap(net => ruledTable(net) ?? [])
    .sort((a, b) => areaOf(a) - areaOf(b));
  const tables: PlacedTable[] = [];
  let words = page.words;
  for (const one of ruled) {
    const { inside, outside } = partedBy(one, words);
    const table = filledTable(one, { words: inside, fills: page.fills }, vocabulary, where);
    if (!table) continue;
    tables.push(table);
    words = outside;
  }
  return { tables, words, rulings };
}

const areaOf = (box: { x0: number; x1: number; y0: number; y1: number }) =>
  (box.x1 - box.x0) * (box.y1 - box.y0);
