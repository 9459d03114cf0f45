import PDFDocument from 'pdfkit';
import type { DocumentOut } from '../../document-out.ts';
import { joined } from '../../joined.ts';
import { type Block, blocksOf } from './blocks.ts';
import { type Paper, Pen } from './draw.ts';
import { type Faces, type Kit, typeOf, UNKNOWN } from './faces.ts';
import { type Placed, pagesOf } from './pages.ts';
import { Tags } from './tags.ts';

/** Points: A4, and margins of 1.8 cm. */
const A4 = { long: 841.89, short: 595.28 };
const MARGIN = 51;

/**
 * Writes a tagged PDF (PDF/UA-1), bytes given out as they come: headings, paragraphs, and tables whose cells are told as
 * cells, in the product's own face; a bookmark for each section; the marking on every page. The same document gives the
 * same bytes.
 */
export async function* pdfBytes(document: DocumentOut, faces: Faces): AsyncGenerator<Uint8Array> {
  const paper = paperOf(document);
  const kit = kitFor(document, paper);
  const ready: Uint8Array[] = [];
  kit.on('data', (bytes: Uint8Array) => ready.push(bytes));
  const over = new Promise<void>((resolve, reject) => kit.on('end', resolve).on('error', reject));
  const type = typeOf(kit, faces);
  const blocks = told(blocksOf(document, type, paper.width - 2 * paper.margin), document, type, paper);
  const pages = pagesOf(blocks, { top: paper.margin, bottom: paper.height - paper.margin });
  const tags = new Tags(kit);
  const pen = new Pen(kit, tags, paper);
  const bookmark = bookmarks(kit);
  for (const [index, page] of pages.entries()) {
    kit.addPage();
    for (const placed of page) {
      pen.draw(placed);
      bookmark(placed);
    }
    pen.running(document.marking, `Page ${index + 1} of ${pages.length}`);
    await Promise.resolve();
    yield* ready.splice(0);
  }
  tags.end();
  kit.end();
  await over;
  yield* ready;
}

export async function writePdf(document: DocumentOut, faces: Faces): Promise<Uint8Array> {
  return joined(await Array.fromAsync(pdfBytes(document, faces)));
}

const paperOf = ({ orientation }: DocumentOut): Paper =>
  orientation === 'landscape'
    ? { width: A4.long, height: A4.short, margin: MARGIN }
    : { width: A4.short, height: A4.long, margin: MARGIN };

function kitFor({ title, creator, created }: DocumentOut, { width, height, margin }: Paper): Kit {
  const at = new Date(created.epochMilliseconds);
  return new PDFDocument({
    size: [width, height],
    margin,
    autoFirstPage: false,
    pdfVersion: '1.7',
    // the types of pdfkit do not know it yet
    subset: 'PDF/UA' as never,
    tagged: true,
    displayTitle: true,
    lang: 'en-GB',
    info: {
      Title: title || 'Plan',
      Author: creator,
      Producer: 'Commsgrid',
      Creator: 'Commsgrid',
      CreationDate: at,
      ModDate: at,
    },
  });
}

/** Where some letter could not be printed, the document says so at its end. */
function told(
  blocks: Block[],
  document: DocumentOut,
  type: ReturnType<typeof typeOf>,
  paper: Paper,
): Block[] {
  const has = (lines: string[]) => lines.some(line => line.includes(UNKNOWN));
  const unknown = blocks.some(block =>
    block.kind === 'words' ? has(block.lines) : [block.head, ...block.rows].some(row => row.some(has)),
  );
  if (!unknown) return blocks;
  const note = { ...document, title: '', introduction: [NOTE], sections: [] };
  return [...blocks, ...blocksOf(note, type, paper.width - 2 * paper.margin)];
}

const NOTE = `Some letters or signs of this plan are not in the face that this PDF is printed in. A ${UNKNOWN} stands in their place; the Word and Excel exports have them.`;

/** A bookmark for the document and, under it, for each section. */
function bookmarks(kit: Kit): (placed: Placed) => void {
  let top: { addItem: (text: string) => unknown } = kit.outline;
  return placed => {
    if (placed.kind !== 'words' || placed.from > 0 || placed.words.tag === 'P') return;
    const item = top.addItem(placed.words.lines.join(' '));
    if (placed.words.tag === 'H1') top = item as typeof top;
  };
}
