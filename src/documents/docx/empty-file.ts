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
import type { DocumentOut } from '../document-out.ts';
import { FILE_PROPERTY } from '../identity.ts';
import { printable } from '../printable.ts';
import { MARGIN, PAPER } from './paper.ts';

/** Where the body goes. */
const HERE = 'commsgrid-body';

/** A Word file whose body is one paragraph that says where its own belongs. */
export const emptyFile = async (document: DocumentOut): Promise<Uint8Array> =>
  new Uint8Array(await Packer.toBuffer(withoutBody(document)));

function withoutBody({ title, creator, identity, orientation, marking }: DocumentOut): Document {
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
