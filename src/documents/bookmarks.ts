import { fileMarked, mostMarked, rowMarked } from './identity.ts';
import { elements, type XmlElement } from './xml.ts';

/** How Word and OpenDocument begin a bookmark. */
const BEGINS = new Set(['bookmarkStart', 'bookmark', 'bookmark-start']);
/** What holds no bookmarks, or those of other rows: runs of words, properties, and tables inside. */
const PASSED_OVER = new Set(['r', 'tbl', 'table', 'pPr', 'tcPr', 'trPr', 'tblPr', 'sectPr']);

/** The names of the bookmarks that begin in an element of a text, or are it, in order. */
function* marksIn(node: XmlElement): Generator<string> {
  if (BEGINS.has(node.name)) yield node.attributes.name ?? '';
  for (const child of elements(node)) if (!PASSED_OVER.has(child.name)) yield* marksIn(child);
}

/** What a row is said to be known by, once for each mark; tables inside its cells speak for themselves. */
export const rowMarks = (row: XmlElement): string[] =>
  [...marksIn(row)].flatMap(name => rowMarked(name) ?? []);

/** A row's identity, for spreading. `before`: marks of whole rows stand before them. */
export function rowIdentity(row: XmlElement, before: string[] = []): { identity?: string } {
  const identity = mostMarked([...before, ...rowMarks(row)]);
  return identity ? { identity } : {};
}

/** What the file is said to be known by: programs that keep no properties of a file keep its bookmarks. */
export function fileMarkIn(body: XmlElement): string | undefined {
  for (const name of marksIn(body)) {
    const identity = fileMarked(name);
    if (identity) return identity;
  }
  return undefined;
}
