import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx';
import type { DocumentOut, SectionOut } from '../document-out.ts';
import { FILE_PROPERTY, fileMark } from '../identity.ts';
import { printable } from '../printable.ts';
import { type Mark, newMarks } from './marks.ts';
import { stamped } from './stamp.ts';
import { tableOut } from './write-table.ts';

/** Twentieths of a point: A4, and margins of 1.8 cm. */
const PAPER = { width: 11906, height: 16838 };
const MARGIN = 1020;

/**
 * Writes a Word document. Heading rows repeat on each page and rows are not split over pages, so that tables can be
 * read aloud; headings are real headings; the language is British English. The same document gives the same bytes.
 */
export async function writeDocx(document: DocumentOut): Promise<Uint8Array> {
  const landscape = document.orientation === 'landscape';
  const width = (landscape ? PAPER.height : PAPER.width) - 2 * MARGIN;
  const mark = newMarks();
  const file = new Document({
    title: printable(document.title),
    creator: printable(document.creator),
    lastModifiedBy: printable(document.creator),
    ...(document.identity ? { customProperties: [{ name: FILE_PROPERTY, value: document.identity }] } : {}),
    styles: {
      default: {
        document: { run: { font: 'Arial', size: 22, language: { value: 'en-GB' } } },
        title: { run: { size: 36, bold: true }, paragraph: { spacing: { after: 160 } } },
        heading1: { run: { size: 28, bold: true }, paragraph: { spacing: { before: 320, after: 120 } } },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { ...PAPER, orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
            margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
          },
        },
        headers: { default: new Header({ children: marking(document.marking) }) },
        footers: { default: new Footer({ children: [...marking(document.marking), pageNumber()] }) },
        children: [
          ...(document.title ? [titleOut(document, mark)] : []),
          ...document.introduction.map(line => new Paragraph(printable(line))),
          ...document.sections.flatMap(section => sectionOut(section, width, mark)),
        ],
      },
    ],
  });
  return stamped(new Uint8Array(await Packer.toBuffer(file)), document.created);
}

/** What the file is known by stands at its title too: LibreOffice keeps that where it forgets properties. */
function titleOut({ title, identity }: DocumentOut, mark: Mark): Paragraph {
  const paragraph = new Paragraph({ text: printable(title), heading: HeadingLevel.TITLE });
  return identity ? mark(paragraph, fileMark(identity)) : paragraph;
}

function sectionOut(section: SectionOut, width: number, mark: Mark) {
  const heading = section.heading
    ? [new Paragraph({ text: printable(section.heading), heading: HeadingLevel.HEADING_1 })]
    : [];
  const paragraphs = section.paragraphs.map(text => new Paragraph(printable(text)));
  // Word joins tables that touch; an empty paragraph keeps them apart and closes the document.
  const tables = section.tables.flatMap(table => [tableOut(table, width, mark), new Paragraph('')]);
  return [...heading, ...paragraphs, ...tables];
}

const marking = (text: string) =>
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
