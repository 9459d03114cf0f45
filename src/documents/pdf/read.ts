import type { Block, SourceDocument } from '../document.ts';
import type { Told } from '../progress.ts';
import { Unreadable } from '../unreadable.ts';
import { acrossPages } from './flow/across-pages.ts';
import { bodySize } from './flow/body-size.ts';
import { withoutFurniture } from './flow/furniture.ts';
import { withLevels } from './flow/levels.ts';
import { type FlowBlock, flowOfPage, measureOf } from './flow/page-flow.ts';
import { type Opcodes, type PdfDocument, withPdf } from './load.ts';
import { readMarks } from './page/read-marks.ts';
import { type Vocabulary, vocabularyOf } from './prose/vocabulary.ts';
import { ruledTables } from './table/ruled-tables.ts';
import { taggedTables, type WithTagged } from './tags/place.ts';
import { tagReader } from './tags/read-tags.ts';
import type { TaggedRows } from './tags/structure.ts';
import { readUnruled } from './unruled/read-unruled.ts';
import type { Before } from './unruled/stretches.ts';
import { linesOf } from './words/line.ts';
import { type WordPage, wordsOfPage } from './words/read-words.ts';

/**
 * Reads a PDF by where its letters and lines stand on the pages: tables with and without lines, paragraphs, headings,
 * and what every page repeats. Rejects with `Unreadable` where there is a password, no text, or not the whole file.
 */
export async function readPdf(bytes: Uint8Array, told?: Told): Promise<SourceDocument> {
  const pages = await withPdf(bytes, (pdf, opcodes) => readPages(pdf, opcodes, told));
  if (!pages.some(page => page.words.length)) throw pictures();
  const vocabulary = vocabularyOf(pages.flatMap(page => linesOf(page.words)));
  const parted = pages.map((page, index) => partPage(page, vocabulary, `page ${index + 1}`));
  const { pages: printed, asides } = withoutFurniture(parted);
  const flowing = withUnruled(taggedTables(printed, vocabulary), vocabulary);
  const flow = acrossPages(
    flowing.map(page => {
      const measure = measureOf(flowing.filter(other => other.width === page.width));
      return { measure, blocks: flowOfPage(page.lines, page.tables, measure, vocabulary, page.where) };
    }),
    vocabulary,
  );
  const size = bodySize(
    flowing.flatMap(page => page.lines),
    pages.flatMap(page => page.words),
  );
  withLevels(
    flow.flatMap(block => ('composed' in block ? [block.composed] : [])),
    size,
  );
  return { format: 'pdf', blocks: flow.map(blockOf), asides };
}

/** A page with the tables that the file's own structure tells of. */
type ReadPage = WordPage & { tagged: TaggedRows[] };

function partPage(page: ReadPage, vocabulary: Vocabulary, where: string) {
  const { tables, words, rulings } = ruledTables(page, vocabulary, where);
  return {
    width: page.width,
    height: page.height,
    where,
    tables,
    rulings,
    fills: page.fills,
    tagged: page.tagged,
    lines: linesOf(words),
  };
}

type PartedPage = WithTagged<ReturnType<typeof partPage>>;

/** The pages with the tables that have no upright lines; columns once found help on the pages behind. */
function withUnruled(pages: PartedPage[], vocabulary: Vocabulary): PartedPage[] {
  let before: Before | undefined;
  return pages.map(page => {
    const tables = [...page.tables];
    const lines = page.parts.flatMap((part, index) => {
      // What goes on from the page before does so at the head of the page.
      const upTo = before && index > 0 ? { ...before, open: false } : before;
      const found = readUnruled(part, page, upTo, vocabulary, page.where);
      before = found.before;
      tables.push(...found.tables);
      return found.lines;
    });
    return { ...page, tables, lines };
  });
}

const blockOf = (block: FlowBlock): Block =>
  'composed' in block ? block.composed.paragraph : block.placed.table;

async function readPages(pdf: PdfDocument, opcodes: Opcodes, told?: Told): Promise<ReadPage[]> {
  const layers = await pdf.getOptionalContentConfig();
  const tagsOf = await tagReader(pdf);
  const pages: ReadPage[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const tagged = await tagsOf(page);
    const marks = await readMarks(page, opcodes, layer => layers.isVisible(layer));
    pages.push({ ...wordsOfPage(marks), tagged });
    told?.({ done: number, of: pdf.numPages, parts: 'pages' });
  }
  return pages;
}

const pictures = () =>
  new Unreadable(
    'This PDF holds no text: its pages are pictures, as a scanner makes them. Upload the Word document it was made from, or have its text recognised (OCR) first.',
  );
