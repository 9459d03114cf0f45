import { type Measure, pitchOf } from '../prose/breaks.ts';
import { type Composed, paragraphsOf } from '../prose/paragraphs.ts';
import type { Vocabulary } from '../prose/vocabulary.ts';
import type { PlacedTable } from '../table/placed-table.ts';
import type { Line } from '../words/line.ts';

/** What stands on a page, from top to bottom: paragraphs with their lines, and tables. */
export type FlowBlock = { y: number } & ({ composed: Composed } | { placed: PlacedTable });

/** Puts a page's tables between the paragraphs that its other lines make. */
export function flowOfPage(
  lines: Line[],
  tables: PlacedTable[],
  measure: Measure,
  vocabulary: Vocabulary,
  where: string,
): FlowBlock[] {
  const ordered = [...tables].sort((a, b) => a.y0 - b.y0 || a.x0 - b.x0);
  const parts = Map.groupBy(lines, line => ordered.filter(table => table.y0 < line.y).length);
  const blocks: FlowBlock[] = [];
  for (let part = 0; part <= ordered.length; part++) {
    const above = ordered[part - 1];
    if (above) blocks.push({ y: above.y0, placed: above });
    for (const composed of paragraphsOf(parts.get(part) ?? [], measure, vocabulary, where, true))
      blocks.push({ y: composed.lines[0]?.y ?? 0, composed });
  }
  return blocks;
}

/** As many lines that end at about the same place show where lines end. */
const ENOUGH_LINES = 3;
const ABOUT = 0.03;

/** Where running text stands on pages of one width, and where its lines end: at their longest, or where the tables do. */
export function measureOf(pages: { lines: Line[]; tables: PlacedTable[]; width: number }[]): Measure {
  const lines = pages.flatMap(page => page.lines);
  const left = Math.min(...lines.map(line => line.x0));
  const longest = Math.max(...lines.map(line => line.x1));
  const full = lines.filter(line => line.x1 > longest * (1 - ABOUT)).length;
  const tables = pages.flatMap(page => page.tables.map(table => table.x1));
  const margin = (pages[0]?.width ?? 0) - left;
  const right = full >= ENOUGH_LINES ? longest : Math.max(longest, ...(tables.length ? tables : [margin]));
  return { left, right, pitch: pitchOf(pages.map(page => ({ lines: page.lines, right }))) };
}
