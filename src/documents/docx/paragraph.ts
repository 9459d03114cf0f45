import type { Block, Paragraph } from '../document.ts';
import { element, isOn, val, type XmlElement } from '../xml.ts';
import type { Flow } from './flow.ts';
import { readInline } from './inline.ts';
import { indentOf } from './styles.ts';

/**
 * One paragraph, and the tables of text boxes anchored in it. Empty paragraphs are left out,
 * except where Word prints a list number on them: that is how "No." columns are often filled.
 */
export function readParagraph(node: XmlElement, flow: Flow, where?: string): Block[] {
  const properties = element(node, 'pPr');
  const style = flow.styles(val(properties, 'pStyle'));
  const inline = readInline(node, flow, style.bold ?? false);
  const raw = flow.unfinished + inline.text;
  const text = tidy(raw);
  flow.unfinished = '';
  for (const prompt of inline.prompts) aside(flow, prompt, 'content control');
  const boxed = inline.boxes.flatMap(box => readBox(box, flow));
  if (isOn(element(properties, 'rPr'), 'del')) {
    flow.unfinished = raw;
    return boxed;
  }
  // A hidden paragraph mark alone takes the number away with it, as Word does.
  const list =
    isOn(element(properties, 'rPr'), 'vanish') && !text ? undefined : listOf(properties, style.list);
  const marker = list && flow.numbering(list.id, list.depth);
  if (!text && !marker) return boxed;
  if (!where) flow.paragraphs++;
  const level = levelOf(val(properties, 'outlineLvl'), style.level);
  const paragraph: Paragraph = {
    kind: 'paragraph',
    text,
    where: where ?? `paragraph ${flow.paragraphs}`,
    ...(level === undefined ? {} : { level }),
    ...(marker === undefined ? {} : { marker, depth: list?.depth ?? 0 }),
    ...(marker === undefined && (indentOf(properties) ?? style.indented) ? { indented: true as const } : {}),
    ...(style.role === undefined ? {} : { role: style.role }),
    ...(inline.bold && /[\p{L}\p{N}]/u.test(text) ? { bold: true as const } : {}),
  };
  return [paragraph, ...boxed];
}

/** Words left over where the deleted end was the last of a cell or of the document. */
export function readUnfinished(flow: Flow, where: string): Paragraph[] {
  const text = tidy(flow.unfinished);
  flow.unfinished = '';
  return text ? [{ kind: 'paragraph', text, where }] : [];
}

/** Word's tabs and breaks stay as white space; blanks at the ends of lines say nothing. */
const tidy = (text: string) =>
  text
    .replace(/[^\S\n\t]+/g, ' ')
    .replace(/ *\n */g, '\n')
    .trim();

function levelOf(outline: string | undefined, style: number | undefined): number | undefined {
  if (outline === undefined) return style;
  return Number(outline) < 9 ? Number(outline) + 1 : undefined;
}

/** Direct numbering beats the style's; list 0 means "no number here" (ECMA-376 17.9.18). */
function listOf(properties: XmlElement | undefined, style: { id: string; depth: number } | undefined) {
  const direct = element(properties, 'numPr');
  const id = val(direct, 'numId') ?? style?.id;
  if (id === undefined || id === '0') return undefined;
  return { id, depth: Number(val(direct, 'ilvl') ?? style?.depth ?? 0) };
}

function readBox(box: XmlElement, flow: Flow): Block[] {
  const blocks = flow.readInside(box, flow, 'text box');
  for (const block of blocks) if (block.kind === 'paragraph') flow.asides.push(block);
  return blocks.filter(block => block.kind === 'table');
}

function aside(flow: Flow, text: string, where: string): void {
  const tidied = tidy(text);
  if (tidied) flow.asides.push({ kind: 'paragraph', text: tidied, where });
}
