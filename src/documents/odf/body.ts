import type { Block, Paragraph } from '../document.ts';
import { elements, type XmlElement } from '../xml.ts';
import type { Flow } from './flow.ts';
import { isDrawn, readInline, tidy } from './inline.ts';
import { OUTLINE } from './numbering.ts';
import { readTable } from './table.ts';

type Item = { marker: string | undefined; depth: number };

/** Wrappers that print what they hold. */
const WRAPPERS = new Set([
  'index-body',
  'index-title',
  'table-of-content',
  'illustration-index',
  'table-index',
  'alphabetical-index',
  'user-index',
  'bibliography',
  'numbered-paragraph',
]);

/** Paragraphs and tables in reading order. `where` overrides the place that is told for each paragraph. */
export function readBlocks(parent: XmlElement, flow: Flow, where?: string): Block[] {
  return [...elements(parent)].flatMap((node): Block[] => {
    if (node.name === 'p' || node.name === 'h') return readParagraph(node, flow, where);
    if (node.name === 'list') return readList(node, flow, where);
    if (node.name === 'table') return [readTable(node, flow)];
    if (node.name === 'section')
      return node.attributes.display === 'none' ? [] : readBlocks(node, flow, where);
    if (WRAPPERS.has(node.name)) return readBlocks(node, flow, where);
    // A frame or a shape that is anchored to the page and not to a paragraph.
    if (isDrawn(node)) return readParagraph({ name: 'p', attributes: {}, children: [node] }, flow, where);
    return [];
  });
}

function readParagraph(node: XmlElement, flow: Flow, where?: string, item?: Item): Block[] {
  const style = flow.styles('paragraph', node.attributes['style-name']);
  if (style.hidden) return [];
  const inline = readInline(node, flow, style.bold ?? false);
  const text = tidy(inline.text);
  const level = node.name === 'h' ? Number(node.attributes['outline-level'] ?? 1) || 1 : undefined;
  const marker = item ? item.marker : level && text && flow.numbering.next(OUTLINE, level - 1);
  const boxed = inline.apart.flatMap(apart => setApart(apart.node, apart.where, flow));
  if (!text && !marker) return boxed;
  if (!where) flow.paragraphs++;
  const paragraph: Paragraph = {
    kind: 'paragraph',
    text,
    where: where ?? `paragraph ${flow.paragraphs}`,
    ...(level === undefined ? {} : { level }),
    ...(marker ? { marker, depth: item?.depth ?? 0 } : {}),
    ...(!marker && !item && style.indented ? { indented: true as const } : {}),
    ...(style.role === undefined ? {} : { role: style.role }),
    ...(inline.bold && /[\p{L}\p{N}]/u.test(text) ? { bold: true as const } : {}),
  };
  return [paragraph, ...boxed];
}

/** Tables of text boxes stay in the flow, as they do in Word documents; their words and all notes stand aside. */
function setApart(node: XmlElement, where: string, flow: Flow): Block[] {
  const blocks = flow.readInside(node, flow, where);
  for (const block of blocks) if (block.kind === 'paragraph') flow.asides.push(block);
  return blocks.filter(block => block.kind === 'table');
}

/** A list; one inside another is deeper, and takes its style where it names none. */
function readList(
  node: XmlElement,
  flow: Flow,
  where?: string,
  above?: { style: string; depth: number },
): Block[] {
  const style = node.attributes['style-name'] ?? above?.style ?? '';
  const depth = above ? above.depth + 1 : 0;
  const goesOn =
    node.attributes['continue-numbering'] === 'true' || node.attributes['continue-list'] !== undefined;
  if (!above && !goesOn) flow.numbering.begin(style);
  return [...elements(node)].flatMap(item => {
    let counted = item.name === 'list-header';
    return [...elements(item)].flatMap((child): Block[] => {
      if (child.name === 'list') return readList(child, flow, where, { style, depth });
      if (child.name !== 'p' && child.name !== 'h')
        return readBlocks({ ...item, children: [child] }, flow, where);
      // Only the first paragraph of an item has its number.
      const start = item.attributes['start-value'];
      const marker = counted
        ? undefined
        : flow.numbering.next(style, depth, start === undefined ? undefined : Number(start));
      counted = true;
      return readParagraph(child, flow, where, { marker, depth });
    });
  });
}
