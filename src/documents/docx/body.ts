import type { Block } from '../document.ts';
import type { XmlElement } from '../xml.ts';
import type { Flow } from './flow.ts';
import { readParagraph, readUnfinished } from './paragraph.ts';
import { readTable } from './table.ts';
import { unwrapped } from './unwrapped.ts';

/** Paragraphs and tables in reading order. `where` overrides the place that is told for each paragraph. */
export function readBlocks(parent: XmlElement, flow: Flow, where?: string): Block[] {
  const blocks: Block[] = [];
  for (const node of unwrapped(parent, flow)) {
    if (node.name === 'p') blocks.push(...readParagraph(node, flow, where));
    else if (node.name === 'tbl') blocks.push(readTable(node, flow));
  }
  return [...blocks, ...readUnfinished(flow, where ?? `paragraph ${flow.paragraphs + 1}`)];
}
