import { SaxesParser } from 'saxes';
import { Unreadable } from '../unreadable.ts';

/** An element with its names as they are without their prefix: "w:tbl" is "tbl". */
export type XmlElement = {
  name: string;
  attributes: Record<string, string>;
  children: (XmlElement | string)[];
};

/** Tables in tables in content controls go some 60 deep; beyond this a file is made to overflow the reader. */
const DEEPEST = 400;
const MOST_ELEMENTS = 4_000_000;

const withoutPrefix = (name: string) => name.slice(name.indexOf(':') + 1);

/**
 * Parses one XML part. A document type declaration is refused outright, since Word never writes one
 * and entities declared in it can be made to swell without end or to fetch files.
 * Elements named in `taken` are handed over as soon as they are closed, and not kept: so a long sheet takes little memory.
 */
export function parseXml(
  text: string,
  taken: ReadonlyMap<string, (element: XmlElement) => void> = new Map(),
): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const open: XmlElement[] = [root];
  let elements = 0;
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('error', fault => {
    throw fault;
  });
  parser.on('doctype', () => {
    throw new Unreadable(
      'This file declares its own XML entities, which no office program does, so it was not opened. Save the plan again in the program that made it and upload that copy.',
    );
  });
  parser.on('opentag', tag => {
    if (open.length > DEEPEST || ++elements > MOST_ELEMENTS) {
      throw new Unreadable(
        'This file is built in a way no document is, so it was not opened. Save the plan again in the program that made it and upload that copy.',
      );
    }
    const element: XmlElement = {
      name: withoutPrefix(tag.name),
      attributes: plain(tag.attributes),
      children: [],
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    const closed = open.pop();
    const take = closed && taken.get(closed.name);
    if (!take) return;
    open.at(-1)?.children.pop();
    take(closed);
  });
  parser.on('text', value => {
    open.at(-1)?.children.push(value);
  });
  parser.on('cdata', value => {
    open.at(-1)?.children.push(value);
  });
  parser.write(text).close();
  const first = root.children.find(child => typeof child !== 'string');
  return first ?? root;
}

/** Word's own prefixes never give one element two attributes that differ only by prefix where we look. */
function plain(attributes: Record<string, string>): Record<string, string> {
  const out: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes)) out[withoutPrefix(name)] ??= value;
  return out;
}

export function* elements(parent: XmlElement | undefined, name?: string): Generator<XmlElement> {
  for (const child of parent?.children ?? []) {
    if (typeof child !== 'string' && (name === undefined || child.name === name)) yield child;
  }
}

export const element = (parent: XmlElement | undefined, name: string): XmlElement | undefined =>
  elements(parent, name).next().value ?? undefined;

/** The `val` attribute of a child, the way in which WordprocessingML says nearly everything. */
export const val = (parent: XmlElement | undefined, name: string): string | undefined =>
  element(parent, name)?.attributes.val;

/** An on/off property: present without a value means on (ECMA-376 17.17.4). Undefined where it is not said. */
export function isOn(parent: XmlElement | undefined, name: string): boolean | undefined {
  const found = element(parent, name);
  return found && !['0', 'false', 'off'].includes(found.attributes.val ?? 'true');
}

export const textOf = (node: XmlElement): string =>
  node.children.map(child => (typeof child === 'string' ? child : textOf(child))).join('');
