import { type Answer, notFound, redirect, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { moveLine, type Way } from '../../actions/move-line.ts';
import { idIn, lineIdOf, planIdOf } from '../which.ts';

/** A step up or down, or into another section; the line's page says where it stands then. */
export async function moveLinePage(visit: SignedInVisit): Promise<Answer> {
  const [plan, line] = [planIdOf(visit), lineIdOf(visit)];
  const way = wayIn(visit.form.to);
  if (!plan || !line || !way) return notFound;
  const done = await visit.within(within => moveLine(within, { plan, line, way }, visit.now()));
  if ('refused' in done) return notFound;
  return redirect(`/plans/${plan}/lines/${line}`, done.moved ? MOVED_WORDS : STAYS_WORDS);
}

const MOVED_WORDS = 'The line is moved.';
const STAYS_WORDS = 'There is no line to move it past, so it stays where it was.';

function wayIn(sent: unknown): Way | undefined {
  if (sent === 'up' || sent === 'down') return sent;
  const section = idIn(sent);
  return section ? { section } : undefined;
}
