import type { Block, Cell, Paragraph, SourceDocument, Table } from '../../documents/document.ts';
import { type Grid, gridOf } from '../grid/grid.ts';
import { turnedCards } from '../tables/cards.ts';
import { type HeadedBlock, headedBlocks } from '../tables/headed-paragraphs.ts';

/** The document as it is read: paragraphs, and tables that really are tables. `order` is the place in the document. */
export type FlowItem = { order: number } & (
  | { kind: 'paragraph'; paragraph: Paragraph }
  | { kind: 'table'; grid: Grid }
);

/** Opens tables that only lay out the page: boxes around one text, frames around other tables. */
export function flowOf(document: SourceDocument): FlowItem[] {
  const blocks = document.blocks.flatMap(unframed);
  const headed = new Map<number, HeadedBlock>();
  for (const one of headedBlocks(blocks)) for (let at = one.from; at <= one.to; at++) headed.set(at, one);
  return blocks.flatMap((block, order): FlowItem[] => {
    const inside = headed.get(order);
    if (inside) return inside.from === order ? [{ order, kind: 'table', grid: inside.grid }] : [];
    if (block.kind === 'paragraph') return [{ order, kind: 'paragraph', paragraph: block }];
    const grid = gridOf(block);
    const cards = grid.rows.some(row => row.identity) ? undefined : turnedCards(grid);
    return (cards ?? [grid]).map(one => ({ order, kind: 'table', grid: one }));
  });
}

function unframed(block: Block): Block[] {
  if (block.kind === 'paragraph') return [block];
  return isFrame(block) ? block.rows.flatMap(row => row.cells.flatMap(inside)) : [block];
}

const inside = (cell: Cell): Block[] => [
  ...(cell.fill ? cell.paragraphs.map(paragraph => ({ ...paragraph, fill: cell.fill })) : cell.paragraphs),
  ...(cell.tables ?? []).flatMap(unframed),
];

/** One column wide, or holding hardly anything but other tables. */
function isFrame(table: Table): boolean {
  if (table.rows.some(row => row.identity)) return false;
  const cells = table.rows
    .flatMap(row => row.cells)
    .filter(cell => cell.paragraphs.length || cell.tables?.length);
  const widest = Math.max(0, ...table.rows.map(row => row.cells.length));
  return widest <= 1 || (cells.length > 0 && cells.every(cell => cell.tables?.length));
}
