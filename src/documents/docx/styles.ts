import type { Paragraph } from '../document.ts';
import { element, elements, isOn, val, type XmlElement } from '../xml.ts';

/** What a style says, its ancestors' word taken where it says nothing itself. */
export type Style = {
  level?: number;
  role?: Paragraph['role'];
  list?: { id: string; depth: number };
  bold?: boolean;
  indented?: boolean;
  hidden?: boolean;
};

export type Styles = (id: string | undefined) => Style;

/** Reads styles.xml; an unknown or missing style is the document's default paragraph style. */
export function readStyles(part: XmlElement | undefined): Styles {
  const byId = new Map<string, XmlElement>();
  let usual: string | undefined;
  for (const style of elements(part, 'style')) {
    const id = style.attributes.styleId ?? '';
    byId.set(id, style);
    if (style.attributes.type === 'paragraph' && ['1', 'true', 'on'].includes(style.attributes.default ?? ''))
      usual = id;
  }
  const known = new Map<string, Style>();
  const resolve = (id: string | undefined, seen: string[]): Style => {
    const style = byId.get(id ?? '');
    if (!style || id === undefined || seen.includes(id)) return {};
    const before = known.get(id);
    if (before) return before;
    const parent = val(style, 'basedOn');
    const made = { ...resolve(parent, [...seen, id]), ...own(style, id) };
    known.set(id, made);
    return made;
  };
  return id => resolve(id ?? usual, []);
}

function own(style: XmlElement, id: string): Style {
  const name = (val(style, 'name') ?? id).toLowerCase();
  const paragraph = element(style, 'pPr');
  const run = element(style, 'rPr');
  const outline = val(paragraph, 'outlineLvl');
  const heading = /^heading (\d)$/.exec(name)?.[1];
  const made: Style = {};
  if (outline !== undefined) made.level = Number(outline) < 9 ? Number(outline) + 1 : undefined;
  else if (heading) made.level = Number(heading);
  const role = roleOf(name);
  if (role) made.role = role;
  const numbers = element(paragraph, 'numPr');
  if (numbers) made.list = { id: val(numbers, 'numId') ?? '0', depth: Number(val(numbers, 'ilvl') ?? 0) };
  const indented = indentOf(paragraph);
  if (indented !== undefined) made.indented = indented;
  const bold = isOn(run, 'b');
  if (bold !== undefined) made.bold = bold;
  const hidden = isOn(run, 'vanish');
  if (hidden !== undefined) made.hidden = hidden;
  return made;
}

/** Twentieths of a point; less than this is a nudge. */
const INDENT = 200;

/** Whether paragraph properties set the text in from the margin; undefined where they do not say. */
export function indentOf(properties: XmlElement | undefined): boolean | undefined {
  const indent = element(properties, 'ind')?.attributes;
  const left = indent?.start ?? indent?.left;
  return left === undefined ? undefined : Number(left) > INDENT;
}

function roleOf(name: string): Paragraph['role'] {
  if (name === 'title' || name === 'subtitle' || name === 'caption') return name;
  return /^(toc \d|toc heading|contents \d|table of figures)$/.test(name) ? 'contents' : undefined;
}
