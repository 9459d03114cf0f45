import { isRefused } from '../../../../language/refusal.ts';
import {
  type Answer,
  notFound,
  page,
  redirect,
  type SignedInVisit,
} from '../../../../platform/http/visit.ts';
import { undoImport } from '../../actions/edition/undo-import.ts';
import { acceptedImport, inTheWay } from '../../queries/edition/accepted.ts';
import { mergeStatus } from '../../queries/edition/merges.ts';
import { idOf, readingOf, trailTo } from '../which-reading.ts';

/** Lines that are named; the others are counted. */
const MOST_NAMED = 100;

/** Asks before an accepted document is taken back, or says what stands in the way. */
export async function undoPage(visit: SignedInVisit): Promise<Answer> {
  const found = await visit.within(async within => {
    const reading = await readingOf(within, visit);
    const accepted = reading && (await acceptedImport(within, reading.id));
    if (reading && (await mergeStatus(within, reading.id)) === 'undoing') return 'under-way';
    return reading && { reading, accepted, way: accepted ? await inTheWay(within, accepted) : [] };
  });
  if (!found) return notFound;
  if (found === 'under-way') return redirect(`/readings/${idOf(visit)}/merge`);
  const { reading, accepted, way } = found;
  if (!accepted) return redirect(`/readings/${reading.id}`);
  const title = way.length ? 'It cannot be taken back any more' : 'Take it back?';
  return page(
    'imports/pages/undo/undo.njk',
    {
      reading,
      plan: accepted.plan,
      edition: Boolean(accepted.edition),
      touched: accepted.edition?.touched.length,
      way: way.slice(0, MOST_NAMED),
      others: Math.max(0, way.length - MOST_NAMED),
      title,
    },
    { title, trail: trailTo(reading, 'Take it back'), place: '/plans' },
  );
}

export async function postUndo(visit: SignedInVisit): Promise<Answer> {
  const id = idOf(visit);
  if (!id) return notFound;
  return visit.within(async within => {
    if (!(await readingOf(within, visit))) return notFound;
    const done = await undoImport(within, { reading: id, person: visit.who.account.id }, visit.now());
    if (isRefused(done))
      return redirect(done.refused === 'in-the-way' ? `/readings/${id}/undo` : `/readings/${id}`);
    if (done.later) return redirect(`/readings/${id}/merge`);
    return redirect(
      done.made ? `/readings/${id}` : `/readings/${id}/merge`,
      done.made
        ? 'The plan was taken out, and the document can be accepted anew.'
        : 'The edition was taken back: every line is as it was. It can be accepted anew.',
    );
  });
}
