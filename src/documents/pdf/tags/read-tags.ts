import type { PdfDocument, PdfPage } from '../load.ts';
import { type PageTags, tagsOf } from './structure.ts';

/** The structure of a table is given whole on each of its pages: beyond this, it would cost more than it tells. */
const MOST_ELEMENTS = 300_000;

/**
 * Gives what the tags of each page tell; nothing for files without tags, which cost nothing then, and nothing
 * where the structure is damaged.
 */
export async function tagReader(pdf: PdfDocument): Promise<(page: PdfPage) => Promise<PageTags | undefined>> {
  let left = (await isTagged(pdf)) ? MOST_ELEMENTS : 0;
  return async page => {
    if (left <= 0) return undefined;
    const tags = await tagsOf(page).catch(() => undefined);
    left = tags ? left - tags.elements : 0;
    return tags;
  };
}

/** Tagged, and not by a program that says it had to guess. */
async function isTagged(pdf: PdfDocument): Promise<boolean> {
  const info = await pdf.getMarkInfo().catch(() => undefined);
  return info?.Marked === true && info.Suspects !== true;
}
