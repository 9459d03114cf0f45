import { strFromU8, unzipSync } from 'fflate';
import type { DocumentOut } from '../document-out.ts';
import { MARGIN, PAPER } from './paper.ts';

/** How wide the text is, in twentieths of a point. */
export const textWidth = ({ orientation }: DocumentOut): number =>
  (orientation === 'landscape' ? PAPER.height : PAPER.width) - 2 * MARGIN;

/** Where the body goes. */
const BODY = /<w:p><w:r><w:t xml:space="preserve">commsgrid-body<\/w:t><\/w:r><\/w:p>/;

export type Shell = {
  /** The document's part before and after its body. */
  before: string;
  after: string;
  /** All other parts. */
  parts: { name: string; text: string }[];
};

/** A Word document without its body: page, styles, running words and properties. */
export async function shellOf(document: DocumentOut): Promise<Shell> {
  // a library of twelve megabytes, which most processes never need
  const { emptyFile } = await import('./empty-file.ts');
  const packed = unzipSync(await emptyFile(document));
  const parts = Object.entries(packed).map(([name, bytes]) => ({ name, text: strFromU8(bytes) }));
  const main = parts.find(({ name }) => name === 'word/document.xml')!.text;
  const [before = '', after = ''] = main.split(BODY);
  const others = parts.filter(({ name }) => name !== 'word/document.xml');
  return { before, after, parts: others.map(part => dated(part, document.created)) };
}

/** The docx library dates every file by the machine's clock. Here the date that was passed in is put in its place. */
function dated(part: { name: string; text: string }, created: Temporal.Instant) {
  if (part.name !== 'docProps/core.xml') return part;
  const instant = created.round('second').toString();
  const text = part.text
    .replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${instant}`)
    .replace('</cp:coreProperties>', '<dc:language>en-GB</dc:language></cp:coreProperties>');
  return { ...part, text };
}
