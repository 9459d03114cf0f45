import type { Row } from '../../document.ts';
import { fits, type Measure } from '../prose/breaks.ts';
import type { Vocabulary } from '../prose/vocabulary.ts';
import type { PlacedTable } from '../table/placed-table.ts';
import { joinCutLabel } from './cut-label.ts';
import type { FlowBlock } from './page-flow.ts';
import { headingsAgain } from './repeated-headings.ts';
import { joinSplitRow } from './split-row.ts';

/** Points by which a table may begin or end elsewhere on the next page. */
const SAME_EDGE = 8;

/** The pages one after the other: what a page break parted, a paragraph or a table, is put together again. */
export function acrossPages(
  pages: { blocks: FlowBlock[]; measure: Measure }[],
  vocabulary: Vocabulary,
): FlowBlock[] {
  const all: FlowBlock[] = [];
  for (const { blocks, measure } of pages) {
    const [first, ...rest] = blocks;
    const last = all.at(-1);
    if (!first) continue;
    if (last && joins(last, first, measure, vocabulary)) all.push(...rest);
    else all.push(first, ...rest);
  }
  return all;
}

function joins(last: FlowBlock, first: FlowBlock, measure: Measure, vocabulary: Vocabulary): boolean {
  if ('placed' in last && 'placed' in first) return joinTables(last.placed, first.placed, vocabulary);
  if ('composed' in last && 'composed' in first) return joinParagraphs(last, first, measure);
  return false;
}

function joinTables(above: PlacedTable, below: PlacedTable, vocabulary: Vocabulary): boolean {
  if (!alike(above, below)) return false;
  const headings = headingsAgain(above, below);
  // rows that a page prints again at its head are headings, and are kept once
  for (const row of above.table.rows.slice(0, headings)) row.header = true;
  markMerged(above.table.rows, below.table.rows, headings);
  const isSplit = joinSplitRow(above, below, headings, vocabulary);
  if (!isSplit) joinCutLabel(above, below, headings, vocabulary);
  const from = headings + (isSplit ? 1 : 0);
  above.table.rows.push(...below.table.rows.slice(from));
  above.texts.push(...below.texts.slice(from));
  return true;
}

function alike(above: PlacedTable, below: PlacedTable): boolean {
  const near = (one: number, other: number) => Math.abs(one - other) <= SAME_EDGE;
  if (above.width !== below.width || (above.lefts === undefined) !== (below.lefts === undefined))
    return false;
  if (above.lefts && below.lefts)
    return above.lefts.every((left, index) => near(left, below.lefts?.[index] ?? 0));
  return near(above.x0, below.x0) && near(above.x1, below.x1);
}

/** An empty cell at the head of a page that covers several rows, or stands below one that does, goes on from there. */
function markMerged(above: Row[], below: Row[], headings: number): void {
  const [last, first, second] = [above.at(-1), below[headings], below[headings + 1]];
  if (!last || !first || last.cells.length !== first.cells.length) return;
  first.cells.forEach((cell, index) => {
    const covers = second?.cells.length === first.cells.length && second.cells[index]?.continues;
    const goesOn = covers || last.cells[index]?.continues;
    if (goesOn && cell.paragraphs.length === 0) cell.continues = true;
  });
}

type Paragraphs = Extract<FlowBlock, { composed: unknown }>;

/** A paragraph that filled its last line and goes on small on the next page. */
function joinParagraphs(
  { composed: above }: Paragraphs,
  { composed: below }: Paragraphs,
  measure: Measure,
): boolean {
  const last = above.lines.at(-1);
  const first = below.lines[0];
  if (!last || !first || Math.abs(last.size - first.size) > 0.6) return false;
  const runsOn = /^[\p{Ll}(]/u.test(below.paragraph.text) && !/[.;:!?]$/.test(above.paragraph.text);
  if (!runsOn || below.paragraph.marker !== undefined || fits(first, last, measure)) return false;
  above.paragraph.text = `${above.paragraph.text} ${below.paragraph.text}`;
  above.lines.push(...below.lines);
  return true;
}
