import { isRefused } from '../../../../language/refusal.ts';
import { type Answer, notFound, redirect, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { removeView } from '../../actions/keep-views.ts';
import { personOf, VIEWS } from '../views/person.ts';
import { viewIdOf } from '../which.ts';
import { NOT_YOURS } from './page.ts';

export async function postDeleteView(visit: SignedInVisit): Promise<Answer> {
  const done = await removed(visit, false);
  if ('kind' in done) return done;
  return {
    kind: 'redirect',
    to: VIEWS.href,
    notice: {
      kind: 'success',
      text: `“${done.name}” was deleted.`,
      undo: { text: 'Undo', action: `/views/${done.id}/restore` },
    },
  };
}

export async function postRestoreView(visit: SignedInVisit): Promise<Answer> {
  const done = await removed(visit, true);
  return 'kind' in done ? done : redirect(VIEWS.href, `“${done.name}” is back, with its links.`);
}

async function removed(visit: SignedInVisit, back: boolean): Promise<Answer | { id: string; name: string }> {
  const id = viewIdOf(visit);
  if (!id) return notFound;
  const done = await visit.within(within => removeView(within, personOf(visit), id, visit.now(), back));
  if (!isRefused(done)) return { id: done.id, name: done.name };
  return done.refused === 'not-found' ? notFound : redirect(VIEWS.href, NOT_YOURS);
}
