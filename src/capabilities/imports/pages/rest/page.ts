import { type Answer, notFound, page, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { besideLines } from '../../queries/readings.ts';
import { readingOf, trailTo } from '../which-reading.ts';

/** What the document says apart from its lines: clauses, audiences, channels, and every word without a place of its own. */
export async function restPage(visit: SignedInVisit): Promise<Answer> {
  const found = await visit.within(async within => {
    const reading = await readingOf(within, visit);
    const beside = reading?.outline && (await besideLines(within, reading.id));
    return reading && beside && { reading, beside };
  });
  if (!found?.reading.outline) return notFound;
  const { words } = found.reading.outline.figures;
  return page(
    'imports/pages/rest/rest.njk',
    { ...found, words },
    {
      title: 'What else the document says',
      trail: trailTo(found.reading, 'Beside the lines'),
      place: '/plans',
    },
  );
}
