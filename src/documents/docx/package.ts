import { Unreadable } from '../unreadable.ts';
import { parseXml, type XmlElement } from '../xml.ts';
import { relationships } from '../zip/relationships.ts';
import type { Archive } from '../zip/unpack.ts';

/** The parts of a Word file that hold words or say how they are numbered and styled. */
export type WordPackage = {
  document: XmlElement;
  styles?: XmlElement;
  numbering?: XmlElement;
  footnotes?: XmlElement;
  endnotes?: XmlElement;
  headers: XmlElement[];
  footers: XmlElement[];
  /** What programs keep of the file under names of their own. */
  properties?: XmlElement;
};

/** Follows the package's relationships, since the main part need not be called word/document.xml. */
export function openPackage(archive: Archive): WordPackage {
  const root = relationships(archive, '_rels/.rels', '');
  const named = (type: string) => root.find(relationship => relationship.type === type)?.target;
  const main = named('officeDocument') ?? 'word/document.xml';
  const text = archive.text(main);
  if (text === undefined) {
    throw new Unreadable(
      'This file has no document inside it. Open it in Word, save it again as .docx and upload the new copy.',
    );
  }
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const parts = relationships(archive, `${folder}_rels/${main.slice(folder.length)}.rels`, folder);
  const all = (type: string) =>
    parts.flatMap(part => {
      const found = part.type === type ? archive.text(part.target) : undefined;
      return found === undefined ? [] : [parseXml(found)];
    });
  const one = (type: string) => all(type)[0];
  return {
    document: parseXml(text),
    styles: one('styles'),
    numbering: one('numbering'),
    footnotes: one('footnotes'),
    endnotes: one('endnotes'),
    headers: all('header'),
    footers: all('footer'),
    ...propertiesIn(archive, named('custom-properties')),
  };
}

function propertiesIn(archive: Archive, target: string | undefined): Pick<WordPackage, 'properties'> {
  const text = target === undefined ? undefined : archive.text(target);
  return text === undefined ? {} : { properties: parseXml(text) };
}
