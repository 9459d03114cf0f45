import { element, elements, isOn, textOf, type XmlElement } from '../xml.ts';
import type { Flow } from './flow.ts';
import { oneCopy } from './inline.ts';

/** Wrappers that print what they hold: tracked insertions, custom mark-up, permissions. */
const WRAPPERS = new Set(['ins', 'moveTo', 'customXml', 'smartTag', 'dir', 'bdo']);

/** The children that count, with wrappers and content controls opened and deletions left out. */
export function* unwrapped(parent: XmlElement, flow: Flow): Generator<XmlElement> {
  for (const child of elements(parent)) {
    if (WRAPPERS.has(child.name)) yield* unwrapped(child, flow);
    else if (child.name === 'AlternateContent') yield* unwrapped(oneCopy(child), flow);
    else if (child.name === 'sdt') yield* control(child, flow);
    else if (child.name !== 'del' && child.name !== 'moveFrom') yield child;
  }
}

/** An unfilled content control prints only its prompt ("Click to enter text"), which is put aside. */
function* control(node: XmlElement, flow: Flow): Generator<XmlElement> {
  const content = element(node, 'sdtContent');
  if (!content) return;
  const prompt =
    isOn(element(node, 'sdtPr'), 'showingPlcHdr') &&
    !/\btc\b|\btr\b/.test([...elements(content)].map(child => child.name).join(' '));
  if (!prompt) yield* unwrapped(content, flow);
  else if (textOf(content).trim())
    flow.asides.push({ kind: 'paragraph', text: textOf(content).trim(), where: 'content control' });
}
