import { propertyNamed } from '../identity.ts';
import { Unreadable } from '../unreadable.ts';
import { element, parseXml, type XmlElement } from '../xml.ts';
import { type Archive, openArchive } from '../zip/unpack.ts';

export type OpenDocument = {
  /** The body of its kind: a text, or a spreadsheet. */
  body: XmlElement;
  content: XmlElement;
  styles: XmlElement | undefined;
  /** What the file says it is known by. */
  identity: string | undefined;
};

/** Opens an OpenDocument file and looks for a body of this kind. */
export function openOdf(bytes: Uint8Array, kind: 'text' | 'spreadsheet'): OpenDocument {
  const archive = openArchive(bytes);
  refuseLocked(archive);
  const text = archive.text('content.xml');
  const content = text === undefined ? undefined : parseXml(text);
  const body = element(element(content, 'body'), kind);
  if (!content || !body) {
    throw new Unreadable(
      'This file has no document inside it. Open it in the program that made it, save it again and upload the new copy.',
    );
  }
  const part = (name: string) => {
    const own = archive.text(name);
    return own === undefined ? undefined : parseXml(own);
  };
  const identity = propertyNamed(element(part('meta.xml'), 'meta'));
  return { body, content, styles: part('styles.xml'), identity };
}

/** Files with a password keep their parts scrambled, and say so in their list of parts. */
function refuseLocked(archive: Archive): void {
  const manifest = archive.text('META-INF/manifest.xml');
  if (manifest?.includes('encryption-data') || archive.names.includes('encrypted-package')) {
    throw new Unreadable(
      'This file is protected by a password. Open it in the program that made it, remove the password, save it and upload it again.',
    );
  }
}
