import type { Paragraph } from '../document.ts';
import { fillOf } from '../fill.ts';
import { element, elements, type XmlElement } from '../xml.ts';

/** What a style says of the words set in it; names of styles are unique within their family ("paragraph", "table"). */
export type Style = {
  bold?: boolean;
  hidden?: boolean;
  indented?: boolean;
  role?: Paragraph['role'];
  /** The list that paragraphs of this style stand in. */
  list?: string;
  /** The background of cells or of a whole row, six digits; '' where the style takes its parent's away. */
  fill?: string;
};

export type Styles = (family: string, name: string | undefined) => Style;

/** Centimetres; less than this is a nudge. */
const INDENT = 0.35;
const MOST_PARENTS = 20;

/** Styles with what they take over from their parents (OpenDocument 1.3, part 3, 16). */
export function readStyles(parts: (XmlElement | undefined)[]): Styles {
  const all = new Map<string, XmlElement>();
  for (const part of parts) {
    for (const kind of ['styles', 'automatic-styles']) {
      for (const style of elements(element(part, kind), 'style'))
        all.set(`${style.attributes.family}/${style.attributes.name}`, style);
    }
  }
  const known = new Map<string, Style>();
  const resolve = (key: string, family: string, above: number): Style => {
    const style = all.get(key);
    if (!style || above > MOST_PARENTS) return {};
    const before = known.get(key);
    if (before) return before;
    const parent = style.attributes['parent-style-name'];
    const made = { ...(parent ? resolve(`${family}/${parent}`, family, above + 1) : {}), ...own(style) };
    known.set(key, made);
    return made;
  };
  return (family, name) => (name === undefined ? {} : resolve(`${family}/${name}`, family, 0));
}

function own(style: XmlElement): Style {
  const text = element(style, 'text-properties')?.attributes ?? {};
  const table = element(style, 'table-properties')?.attributes ?? {};
  const painted = element(style, 'table-cell-properties') ?? element(style, 'table-row-properties');
  const behind = painted?.attributes['background-color'];
  const margin = element(style, 'paragraph-properties')?.attributes['margin-left'];
  const list = style.attributes['list-style-name'];
  const role = roleOf(style.attributes['display-name'] ?? style.attributes.name ?? '');
  const weight = text['font-weight'];
  const shown = text.display ?? table.display;
  return {
    ...(weight === undefined ? {} : { bold: weight === 'bold' || Number(weight) >= 600 }),
    ...(shown === undefined ? {} : { hidden: shown === 'none' || shown === 'false' }),
    ...(margin === undefined ? {} : { indented: centimetres(margin) > INDENT }),
    ...(list === undefined ? {} : { list }),
    ...(role === undefined ? {} : { role }),
    ...(behind === undefined ? {} : { fill: fillOf(behind) ?? '' }),
  };
}

const UNITS: Record<string, number> = { cm: 1, mm: 0.1, in: 2.54, pt: 0.0353, pc: 0.423 };

function centimetres(length: string): number {
  const found = /^(-?[\d.]+)(cm|mm|in|pt|pc)$/.exec(length);
  return found ? Number(found[1]) * (UNITS[found[2] ?? ''] ?? 0) : 0;
}

function roleOf(name: string): Paragraph['role'] {
  const plain = name.replaceAll('_20_', ' ').toLowerCase();
  if (plain === 'title' || plain === 'subtitle' || plain === 'caption') return plain;
  return /^contents (?:heading|\d+)$/.test(plain) ? 'contents' : undefined;
}
