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
import { type PartedPage, type ReadPage, taggedTables, withTags } from './tags/place.ts';
import { tagReader } from './tags/read-tags.ts';
import { readUnruled } from './unruled/read-unruled.ts';
import type { Before } from './unruled/stretches.ts';
import { type Line, linesOf } from './words/line.ts';
import { wordsOfPage } from './words/read-words.ts';

/**
 * Reads a PDF by where its letters and lines stand on the pages: tables with and without lines, paragraphs, headings,
 * and what every page repeats. Rejects with `Unreadable` where there is a password, no text, or not the whole file.
 */
export async function readPdf(bytes: Uint8Array, told?: Told): Promise<SourceDocument> {
  const pages = await withPdf(bytes, (pdf, opcodes) => readPages(pdf, opcodes, told));
  if (!pages.some(page => page.words.length)) throw pictures();
  const vocabulary = vocabularyOf(pages.flatMap(page => linesOf(page.words)));
  const tagged = taggedTables(pages, vocabulary);
  const parted = tagged.map(page => partPage(page, vocabulary));
  const { pages: printed, asides } = withoutFurniture(parted);
  const flowing = withUnruled(printed, vocabulary);
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

function partPage(page: PartedPage, vocabulary: Vocabulary) {
  const { tables, words, rulings } = ruledTables(page, vocabulary, page.where);
  const { width, height, where, fills, stood } = page;
  return {
    width,
    height,
    where,
    tables: [...page.placed, ...tables],
    rulings,
    fills,
    stood,
    lines: linesOf(words),
  };
}

type LinedPage = ReturnType<typeof partPage>;

/** The pages with the tables that have no upright lines; columns once found help on the pages behind. */
function withUnruled(pages: LinedPage[], vocabulary: Vocabulary): LinedPage[] {
  let before: Before | undefined;
  return pages.map(page => {
    const tables = [...page.tables];
    const lines = aroundTables(page).flatMap((part, index) => {
      // Only what stands at the head of a page goes on from the page before.
      const above = before && index > 0 ? { ...before, open: false } : before;
      const found = readUnruled(part, page, above, vocabulary, page.where);
      before = found.before;
      tables.push(...found.tables);
      return found.lines;
    });
    return { ...page, tables, lines };
  });
}

/** A page's lines, parted where tables stood that its tags told of. */
const aroundTables = ({ lines, stood }: LinedPage): Line[][] => [
  ...Map.groupBy(lines, line => stood.filter(height => height < line.y).length).values(),
];

const blockOf = (block: FlowBlock): Block =>
  'composed' in block ? block.composed.paragraph : block.placed.table;

async function readPages(pdf: PdfDocument, opcodes: Opcodes, told?: Told): Promise<ReadPage[]> {
  const layers = await pdf.getOptionalContentConfig();
  const tagsOf = await tagReader(pdf);
  const pages: ReadPage[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const tags = await tagsOf(page);
    const marks = await readMarks(page, opcodes, layer => layers.isVisible(layer));
    pages.push(withTags(wordsOfPage(marks), tags, `page ${number}`));
    told?.({ done: number, of: pdf.numPages, parts: 'pages' });
  }
  return pages;
}

const pictures = () =>
  new Unreadable(
    'This PDF holds no text: its pages are pictures, as a scanner makes them. Upload the Word document it was made from, or have its text recognised (OCR) first.',
  );
