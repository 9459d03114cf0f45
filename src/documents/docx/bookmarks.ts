import { fileMarked, rowMarked } from '../identity.ts';
import { elements, type XmlElement } from '../xml.ts';

/** What holds no bookmarks, or those of other rows: runs of words, properties, and tables inside. */
const PASSED_OVER = new Set(['r', 'tbl', 'pPr', 'tcPr', 'trPr', 'tblPr', 'sectPr']);

/** The names of the bookmarks that begin in an element of the text, or are it, in order. */
function* marksIn(node: XmlElement): Generator<string> {
  if (node.name === 'bookmarkStart') yield node.attributes.name ?? '';
  for (const child of elements(node)) if (!PASSED_OVER.has(child.name)) yield* marksIn(child);
}

/** What a row is said to be known by, once for each mark; tables inside its cells speak for themselves. */
export const rowMarks = (row: XmlElement): string[] =>
  [...marksIn(row)].flatMap(name => rowMarked(name) ?? []);

/** What the file is said to be known by: programs that keep no properties of a file keep its bookmarks. */
export function fileMarkIn(body: XmlElement): string | undefined {
  for (const name of marksIn(body)) {
    const identity = fileMarked(name);
    if (identity) return identity;
  }
  return undefined;
}
