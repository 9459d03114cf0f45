import { fileMarkIn } from '../bookmarks.ts';
import type { Block, Paragraph, SourceDocument } from '../document.ts';
import { element, elements, type XmlElement } from '../xml.ts';
import { readBlocks } from './body.ts';
import type { Flow } from './flow.ts';
import { openFlow } from './open-flow.ts';
import { openOdf } from './package.ts';

/** Reads an OpenDocument text (.odt) as it prints with all tracked changes accepted. */
export function readOdt(bytes: Uint8Array): SourceDocument {
  const file = openOdf(bytes, 'text');
  const { body, styles } = file;
  const flow = openFlow(file);
  const blocks = readBlocks(body, flow);
  const identity = file.identity ?? fileMarkIn(body);
  const asides = [...flow.asides.splice(0), ...running(styles, flow)];
  return { format: 'odt', blocks, asides, ...(identity ? { identity } : {}) };
}

/** Headers and footers of all kinds of pages, each wording once. */
function running(styles: XmlElement | undefined, flow: Flow): Paragraph[] {
  const said = new Set<string>();
  return [...elements(element(styles, 'master-styles'), 'master-page')]
    .flatMap(page => [...elements(page)])
    .filter(part => /^(?:header|footer)/.test(part.name) && part.attributes.display !== 'false')
    .flatMap(part => {
      const where = part.name.startsWith('header') ? 'header' : 'footer';
      const paragraphs = readBlocks(part, flow, where).flatMap(flat);
      const words = paragraphs.map(({ text }) => text).join('\n');
      return said.has(words) || !said.add(words) ? [] : paragraphs.map(one => ({ ...one, where }));
    });
}

/** Tables in a page's head lay it out, so each cell gives its paragraphs. */
const flat = (block: Block): Paragraph[] =>
  block.kind === 'paragraph'
    ? [block]
    : block.rows.flatMap(row =>
        row.cells.flatMap(cell => [...cell.paragraphs, ...(cell.tables ?? []).flatMap(flat)]),
      );
