import type { PdfDocument, PdfPage } from '../load.ts';
import { type TaggedRows, tagsOf } from './structure.ts';

/** The structure of a table is given whole on each of its pages: beyond this, it would cost more than it tells. */
const MOST_ELEMENTS = 300_000;

/**
 * Gives the tables that the tags of each page tell of; none for files without tags, which cost nothing then, and none
 * where the structure is damaged.
 */
export async function tagReader(pdf: PdfDocument): Promise<(page: PdfPage) => Promise<TaggedRows[]>> {
  let left = (await isTagged(pdf)) ? MOST_ELEMENTS : 0;
  return async page => {
    if (left <= 0) return [];
    const tags = await tagsOf(page).catch(() => undefined);
    left = tags ? left - tags.elements : 0;
    return tags?.tables ?? [];
  };
}

const isTagged = async (pdf: PdfDocument): Promise<boolean> =>
  (await pdf.getMarkInfo().catch(() => undefined))?.Marked === true;
