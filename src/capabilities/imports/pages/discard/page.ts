import { isRefused } from '../../../../language/refusal.ts';
import {
  type Answer,
  notFound,
  page,
  redirect,
  type SignedInVisit,
} from '../../../../platform/http/visit.ts';
import { discardReading } from '../../actions/discard.ts';
import { idOf, readingOf, trailTo } from '../which-reading.ts';

/** Asks before a document is deleted for good. */
export async function discardPage(visit: SignedInVisit): Promise<Answer> {
  const reading = await visit.within(within => readingOf(within, visit));
  if (!reading || reading.status === 'discarded') return notFound;
  if (reading.status === 'accepted') return redirect(`/readings/${reading.id}`);
  return page(
    'imports/pages/discard/discard.njk',
    { reading },
    { title: `Discard ${reading.file.name}`, trail: trailTo(reading, 'Discard'), place: '/plans' },
  );
}

export async function postDiscard(visit: SignedInVisit): Promise<Answer> {
  const id = idOf(visit);
  if (!id) return notFound;
  const answer = await visit.within(async within => {
    const reading = await readingOf(within, visit);
    return reading && discardReading(within, id, visit.now());
  });
  if (!answer) return notFound;
  if (isRefused(answer)) return redirect(`/readings/${id}`);
  return redirect('/readings', `${answer.discarded} was discarded and deleted.`);
}
