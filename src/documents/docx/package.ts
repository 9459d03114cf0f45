import { Unreadable } from '../unreadable.ts';
import type { Archive } from '../zip/unpack.ts';
import { elements, parseXml, type XmlElement } from './xml.ts';

/** The parts of a Word file that hold words or say how they are numbered and styled. */
export type WordPackage = {
  document: XmlElement;
  styles?: XmlElement;
  numbering?: XmlElement;
  footnotes?: XmlElement;
  endnotes?: XmlElement;
  headers: XmlElement[];
  footers: XmlElement[];
};

/** What a part of the package says of another: `type` without its namespace, `target` as the path in the archive. */
export type Relationship = { id: string; type: string; target: string };

/** Follows the package's relationships, since the main part need not be called word/document.xml. */
export function openPackage(archive: Archive): WordPackage {
  const main =
    relationships(archive, '_rels/.rels', '').find(relationship => relationship.type === 'officeDocument')
      ?.target ?? 'word/document.xml';
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
  };
}

export function relationships(archive: Archive, name: string, folder: string): Relationship[] {
  const text = archive.text(name);
  if (text === undefined) return [];
  return [...elements(parseXml(text), 'Relationship')]
    .filter(relation => relation.attributes.TargetMode !== 'External')
    .map(relation => ({
      id: relation.attributes.Id ?? '',
      type: (relation.attributes.Type ?? '').replace(/^.*\//, ''),
      target: resolve(folder, relation.attributes.Target ?? ''),
    }));
}

function resolve(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
