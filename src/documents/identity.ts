import { elements, textOf, type XmlElement } from './xml.ts';

/**
 * What a file that Commsgrid gave out and its rows are known by when they come back: UUIDs, hidden where a format has a
 * place for them that office programs keep. They are hints: files are copied, sorted and pasted together.
 */

/** The file's own property that names its export. */
export const FILE_PROPERTY = 'commsgrid-export';

/** Over the hidden last column of a sheet; the export's identity stands behind it in the same cell. */
export const IDENTITY_HEADING = 'Commsgrid line';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The identity that a text is, and nothing else. */
export function identityIn(text: string | undefined): string | undefined {
  const small = text?.trim().toLowerCase() ?? '';
  return UUID.test(small) ? small : undefined;
}

/** The identity among a file's own properties: docProps/custom.xml of Office, meta.xml of OpenDocument. */
export function propertyNamed(properties: XmlElement | undefined): string | undefined {
  const own = [...elements(properties, 'property'), ...elements(properties, 'user-defined')].find(
    one => one.attributes.name === FILE_PROPERTY,
  );
  return own && identityIn(textOf(own));
}

/** The export that the heading of a column of identities names, or '' where it names none; undefined for other columns. */
export function identityHeading(text: string): string | undefined {
  const said = /^commsgrid line\b\s*(\S*)$/i.exec(text.trim());
  return said ? (identityIn(said[1]) ?? '') : undefined;
}

/** Bookmarks of text documents: at most 40 letters, digits and lines, each name once. */
export const fileMark = (identity: string): string => `cgx_${bare(identity)}`;
/** `place`: a row is marked in several of its cells, so that emptying one of them does not make it a stranger. */
export const rowMark = (identity: string, place: number): string =>
  `cg_${bare(identity)}${place ? `_${place}` : ''}`;

export const fileMarked = (name: string): string | undefined => withLines(/^cgx_([0-9a-f]{32})$/i.exec(name));
export const rowMarked = (name: string): string | undefined =>
  withLines(/^cg_([0-9a-f]{32})(?:_\d+)?$/i.exec(name));

/** Of the marks found in a row, the identity that most of them name: words that were cut from another row bring theirs. */
export function mostMarked(identities: string[]): string | undefined {
  const counts = Map.groupBy(identities, identity => identity);
  return [...counts].reduce<[string, string[]] | undefined>(
    (best, one) => (best && best[1].length >= one[1].length ? best : one),
    undefined,
  )?.[0];
}

const bare = (identity: string): string => identity.replaceAll('-', '').toLowerCase();

const withLines = (found: RegExpExecArray | null): string | undefined =>
  found?.[1]?.toLowerCase().replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
