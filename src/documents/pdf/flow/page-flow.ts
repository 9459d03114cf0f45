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

/** Where the running text of a document stands, over all its pages. */
export function measureOf(pages: Line[][]): Measure {
  const lines = pages.flat();
  return {
    left: Math.min(...lines.map(line => line.x0)),
    right: Math.max(...lines.map(line => line.x1)),
    pitch: pitchOf(pages),
  };
}
