import {
  AlignmentType,
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import type { DocumentOut } from '../document-out.ts';
import { FILE_PROPERTY } from '../identity.ts';
import { printable } from '../printable.ts';

/** Twentieths of a point: A4, and margins of 1.8 cm. */
const PAPER = { width: 11906, height: 16838 };
const MARGIN = 1020;

/** How wide the text is, in twentieths of a point. */
export const textWidth = ({ orientation }: DocumentOut): number =>
  (orientation === 'landscape' ? PAPER.height : PAPER.width) - 2 * MARGIN;

/** Where the body goes. */
const HERE = 'commsgrid-body';
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
  const packed = unzipSync(new Uint8Array(await Packer.toBuffer(emptyFile(document))));
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

function emptyFile({ title, creator, identity, orientation, marking }: DocumentOut): Document {
  const by = printable(creator);
  return new Document({
    title: printable(title),
    creator: by,
    lastModifiedBy: by,
    ...(identity ? { customProperties: [{ name: FILE_PROPERTY, value: identity }] } : {}),
    styles: {
      default: {
        document: { run: { font: 'Arial', size: 22, language: { value: 'en-GB' } } },
        title: { run: { size: 36, bold: true }, paragraph: { spacing: { after: 160 } } },
        heading1: {
          run: { size: 28, bold: true },
          // the level is said too: LibreOffice does not take it from the name of the style
          paragraph: { spacing: { before: 320, after: 120 }, keepNext: true, outlineLevel: 0 },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: {
              ...PAPER,
              orientation: orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
          },
        },
        headers: { default: new Header({ children: marked(marking) }) },
        footers: { default: new Footer({ children: [...marked(marking), pageNumber()] }) },
        children: [new Paragraph(HERE)],
      },
    ],
  });
}

const marked = (text: string) =>
  text
    ? [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          children: [new TextRun({ text: printable(text), bold: true })],
        }),
      ]
    : [];

const pageNumber = () =>
  new Paragraph({
    alignment: AlignmentType.RIGHT,
    children: [new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] })],
  });
