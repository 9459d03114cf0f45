import { SaxesParser } from 'saxes';
import { farTooMuch } from './limits.ts';
import { Unreadable } from './unreadable.ts';

/** An element with its names as they are without their prefix: "w:tbl" is "tbl". */
export type XmlElement = {
  name: string;
  attributes: Record<string, string>;
  children: (XmlElement | string)[];
};

/** Tables in tables in content controls go some 60 deep; beyond this a file is made to overflow the reader. */
const DEEPEST = 400;
const MOST_ELEMENTS = 4_000_000;
/** Characters between the tags of one part, blanks for the eye with them. */
const MOST_CHARACTERS = 20_000_000;
/** A document of 500 pages has as many; more of them fill the memory that one reading is given. */
const MOST_KEPT = 700_000;

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
  let kept = 0;
  const keptBefore: number[] = [];
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
    if (++elements > MOST_ELEMENTS || ++kept > MOST_KEPT) throw farTooMuch();
    if (open.length > DEEPEST) {
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
    if (taken.has(element.name)) keptBefore.push(kept - 1);
  });
  parser.on('closetag', () => {
    const closed = open.pop();
    const take = closed && taken.get(closed.name);
    if (!take) return;
    open.at(-1)?.children.pop();
    kept = keptBefore.pop() ?? kept;
    take(closed);
  });
  let characters = 0;
  const say = (value: string) => {
    characters += value.length;
    if (characters > MOST_CHARACTERS) throw farTooMuch();
    open.at(-1)?.children.push(value);
  };
  parser.on('text', say);
  parser.on('cdata', say);
  parser.write(text).close();
  const first = root.children.find(child => typeof child !== 'string');
  return first ?? root;
}

const NONE: Record<string, string> = Object.freeze({});

/** Word's own prefixes never give one element two attributes that differ only by prefix where we look. */
function plain(attributes: Record<string, string>): Record<string, string> {
  let out = NONE;
  for (const name in attributes) {
    // most elements have none, and in a long document there are a million of them
    if (out === NONE) out = {};
    out[withoutPrefix(name)] ??= attributes[name] ?? '';
  }
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
