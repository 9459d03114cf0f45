import { inMegabytes } from '../../../../language/file-size.ts';
import type { Within } from '../../../../platform/database/database.ts';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import type { Handler } from '../../../../platform/http/capability.ts';
import { type Answer, notFound, page, type SignedInVisit, timesOf } from '../../../../platform/http/visit.ts';
import { type EditionAround, editionAround } from '../../queries/edition/around.ts';
import { type HowFar, howFar } from '../../queries/progress.ts';
import { type EarlierReading, earlierReading, readingById } from '../../queries/readings.ts';
import type { StoredReading } from '../../stored-reading.ts';
import { idOf, trailTo, withItsPlan } from '../which-reading.ts';
import { type ReviewQuery, readQuery } from './query.ts';
import { loadReview, type Review, reviewFacts } from './review.ts';
import { waitForReading } from './wait.ts';

type Loaded = { reading: StoredReading; earlier?: EarlierReading; edition?: EditionAround; review?: Review };

/** One address for a document given in, whatever has become of it: read, to be checked, a plan, nothing. */
export const readingPage =
  (largest: number): Handler<SignedInVisit> =>
  async visit => {
    const id = idOf(visit);
    if (!id) return notFound;
    const query = readQuery(visit.query);
    const look = () => visit.within(within => load(within, id, query));
    let loaded = await look();
    const come = loaded?.reading.status === 'waiting' ? await waitForReading(visit, id) : undefined;
    if (come && come.status !== 'waiting') loaded = await look();
    const facts = { largest: inMegabytes(largest), progress: come && progressWords(come) };
    if (!loaded) return notFound;
    withItsPlan(visit, loaded.reading);
    return show(visit, loaded, query, facts);
  };

async function load(within: Within, id: string, query: ReviewQuery): Promise<Loaded | undefined> {
  const reading = await readingById(within, id);
  if (!reading) return undefined;
  const earlier = reading.status === 'accepted' ? undefined : await earlierReading(within, id);
  const looked = reading.status === 'read' || reading.status === 'accepted';
  if (!looked) return { reading, earlier };
  const edition = await editionAround(within, reading);
  return { reading, earlier, edition, review: await loadReview(within, reading, query) };
}

function show(visit: SignedInVisit, loaded: Loaded, query: ReviewQuery, facts: object): Answer {
  const { reading, earlier, edition, review } = loaded;
  const zone = visit.who.organisation.timeZone;
  const shared = { ...facts, reading, earlier, zone, errors: [] };
  if (review) return reviewPage(visit, { reading, earlier, edition, review }, query);
  const title = { waiting: 'Reading', unreadable: 'Not readable:', discarded: 'Discarded:' }[
    reading.status as 'waiting'
  ];
  return page(`imports/pages/reading/${reading.status}.njk`, shared, {
    title: `${title} ${reading.file.name}`,
    trail: trailTo(reading),
    place: '/plans',
  });
}

/** The page on which a person checks what was read; `errors` are those of its forms. */
export function reviewPage(
  visit: SignedInVisit,
  { reading, earlier, edition, review, ticked = [] }: Loaded & { review: Review; ticked?: string[] },
  query: ReviewQuery,
  refused: { errors: PageError[]; answers: Record<string, string> } = { errors: [], answers: {} },
): Answer {
  const facts = reviewFacts({ reading, review, query, ticked, times: timesOf(visit) });
  const zone = visit.who.organisation.timeZone;
  return page(
    'imports/pages/reading/review.njk',
    { ...facts, earlier, edition, zone, ...refused },
    {
      title: reading.status === 'accepted' ? 'What was read' : 'Check what was read',
      trail: trailTo(reading),
      place: '/plans',
    },
    refused.errors.length ? 422 : 200,
  );
}

/** For the script of a page that waits. */
export async function statusAnswer(visit: SignedInVisit): Promise<Answer> {
  const id = idOf(visit);
  const come = id && (await visit.within(within => howFar(within, id)));
  return come
    ? { kind: 'json', value: { status: come.status, progress: progressWords(come) }, status: 200 }
    : notFound;
}

/** "12 of 40 pages have been read." Empty where it cannot be told, or is over at once. */
export function progressWords({ progress }: HowFar): string {
  if (!progress || progress.of < 2) return '';
  if (progress.done === progress.of)
    return `All ${progress.of} ${progress.parts} are open; now their rows are read.`;
  return `${progress.done} of ${progress.of} ${progress.parts} have been opened.`;
}
