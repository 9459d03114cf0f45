import type { GridRow } from '../grid/grid.ts';
import type { Column } from '../headings/columns.ts';
import { isTiming } from '../text/looks.ts';
import { ownerLikeness } from '../text/owners.ts';
import { folded, wordsIn } from '../text/plain.ts';
import { isReference } from '../text/reference.ts';
import { stateOf } from './state-words.ts';

/** By how much a shifted row must fit better than one read from the left before it is believed. */
const CLEARLY = 1.5;

/**
 * The texts of a row on the table's columns. A row with too few cells has lost some, and not always the last ones:
 * its cells keep their order and go where they fit what the columns hold.
 */
export function placeCells(row: GridRow, columns: Column[]): string[] {
  const placed = columns.map((_, column) => row.cells.find(cell => cell.column === column)?.text ?? '');
  const covered = row.cells.reduce((sum, cell) => sum + cell.columns, 0);
  const texts = row.cells.map(cell => cell.text);
  if (covered >= columns.length || texts.length < 2 || columns.length > 12) return placed;
  const best = shifted(texts, columns);
  return best && best.fit >= fitAll(placed, columns) + CLEARLY ? best.cells : placed;
}

const fitAll = (cells: string[], columns: Column[]) =>
  cells.reduce((sum, text, index) => sum + (columns[index] ? fit(text, columns[index]) : 0), 0);

type Placing = { cells: string[]; fit: number };

/** The best of all ways to lay the texts on the columns in their order. */
function shifted(texts: string[], columns: Column[]): Placing | undefined {
  // best[n] is the best laying of the first n texts on the columns looked at so far.
  let best: (Placing | undefined)[] = [{ cells: [], fit: 0 }];
  for (const column of columns) {
    const next: (Placing | undefined)[] = best.map(
      laid => laid && { cells: [...laid.cells, ''], fit: laid.fit },
    );
    best.forEach((laid, count) => {
      const text = texts[count];
      if (!laid || text === undefined) return;
      const placed = { cells: [...laid.cells, text], fit: laid.fit + fit(text, column) };
      const other = next[count + 1];
      if (!other || placed.fit > other.fit) next[count + 1] = placed;
    });
    best = next;
  }
  return best[texts.length];
}

function fit(text: string, column: Column): number {
  if (text === '') return 0;
  const length = wordsIn(text).length;
  const typed = isTiming(text) || isReference(text) || stateOf(text)?.plain === true;
  switch (column.meaning) {
    case 'when':
      return isTiming(text) ? 1.5 : stateOf(text)?.plain ? 0.5 : length > 7 ? -1 : -0.5;
    case 'reference':
      return isReference(text) ? 1.5 : -1.5;
    case 'status':
      return stateOf(text)?.plain ? 1.2 : length > 7 ? 0.3 : 0;
    case 'owner':
    case 'messenger':
      return isTiming(text) ? -1 : ownerLikeness(text) * 1.2 - (length > 12 ? 0.6 : 0);
    case 'budget':
      return /£|budget|^n\/?a$|^nil$/.test(folded(text)) ? 1.2 : isTiming(text) || length > 10 ? -1 : 0;
    case 'what':
    case 'recommendation':
      return typed ? -0.8 : length >= 4 ? 0.6 : 0;
    default:
      return typed ? -0.4 : 0;
  }
}
