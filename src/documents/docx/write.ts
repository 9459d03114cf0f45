import type { DocumentOut } from '../document-out.ts';
import { joined } from '../joined.ts';
import { type Part, packParts } from '../zip/pack.ts';
import { type Shell, shellOf, textWidth } from './shell.ts';
import { bodyXml } from './write-body.ts';

/**
 * Writes a Word document, bytes given out as they come. Heading rows repeat on each page and rows are not split over
 * pages, so that tables can be read aloud; headings are real headings; the language is British English. The same document
 * gives the same bytes. The library that makes the rest of the file makes its body too, but takes a gigabyte for 5,000 lines.
 */
export async function* docxBytes(document: DocumentOut): AsyncGenerator<Uint8Array> {
  yield* packParts(partsOf(document, await shellOf(document)), document.created);
}

export const writeDocx = async (document: DocumentOut): Promise<Uint8Array> =>
  joined(packParts(partsOf(document, await shellOf(document)), document.created));

function* partsOf(document: DocumentOut, { before, after, parts }: Shell): Generator<Part> {
  for (const { name, text } of parts) yield { name, texts: [text] };
  yield { name: 'word/document.xml', texts: mainPart(document, before, after) };
}

function* mainPart(document: DocumentOut, before: string, after: string): Generator<string> {
  yield before;
  yield* bodyXml(document, textWidth(document));
  yield after;
}
