import { filled, type GridRow } from '../grid/grid.ts';
import { wordsIn } from '../text/plain.ts';

/** "2. Strategic issues" alone in its row, in a section that is "1. Quick wins": the title of the next one. */
export function titlesNext(row: GridRow, section: string | undefined): boolean {
  const [only, ...more] = filled(row);
  if (!only || more.length || !section || wordsIn(only.text).length > 20) return false;
  const number = numberOf(only.text);
  return number !== undefined && number - 1 === numberOf(section);
}

const numberOf = (text: string): number | undefined => {
  const found = /^\(?(\d{1,2})[.):]\s+\p{Lu}/u.exec(text)?.[1];
  return found === undefined ? undefined : Number(found);
};
