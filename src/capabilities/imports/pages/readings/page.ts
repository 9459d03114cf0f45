import { z } from 'zod';
import { pageLinks } from '../../../../platform/govuk/page-links.ts';
import { type Answer, page, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { countDone, type ListedReading, listReadings } from '../../queries/readings.ts';
import { STATUS_WORDS } from '../../reading-words.ts';

const SIZE = 50;
/** A person checks them one by one; more than this would be no list to work through. */
const MOST_OPEN = 200;

const query = z.object({ page: z.coerce.number().int().min(1).max(100_000).catch(1) });

/** The documents given in: those that wait for somebody first, then those that are done with. */
export async function readingsPage(visit: SignedInVisit): Promise<Answer> {
  const { page: number } = query.parse(visit.query);
  const { open, done, total } = await visit.within(async within => ({
    open: await listReadings(within, { open: true, most: MOST_OPEN }),
    done: await listReadings(within, { open: false, most: SIZE, after: (number - 1) * SIZE }),
    total: await countDone(within),
  }));
  const facts = {
    open: open.map(shown),
    done: done.map(shown),
    zone: visit.who.organisation.timeZone,
    pages: pageLinks({ total, page: number, size: SIZE }, at => `/readings?page=${at}`),
  };
  const trail = [{ text: 'Plans', href: '/plans' }, { text: 'Documents given in' }];
  return page('imports/pages/readings/readings.njk', facts, {
    title: 'Documents given in',
    trail,
    place: '/plans',
  });
}

function shown(reading: ListedReading) {
  return { ...reading, status: STATUS_WORDS[reading.status], next: whatNext(reading) };
}

function whatNext({ status, problem, planId, lines, isEdition }: ListedReading): string {
  switch (status) {
    case 'waiting':
      return 'It is being read.';
    case 'read':
      if (isEdition) return 'A later edition. See what it changes, then accept it.';
      return lines === 0
        ? 'No lines were found. Check what was read.'
        : `Check ${lines === 1 ? 'its one line' : `its ${lines} lines`}, then accept it.`;
    case 'unreadable':
      return problem ?? 'It could not be read.';
    case 'accepted':
      return planId ? '' : 'The plan was deleted since.';
    case 'discarded':
      return 'The document was deleted.';
  }
}
