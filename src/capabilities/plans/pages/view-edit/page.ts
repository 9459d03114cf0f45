import { z } from 'zod';
import { isRefused } from '../../../../language/refusal.ts';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { readForm } from '../../../../platform/http/form.ts';
import {
  type Answer,
  mayAs,
  notFound,
  page,
  redirect,
  type SignedInVisit,
} from '../../../../platform/http/visit.ts';
import { changeView } from '../../actions/keep-views.ts';
import type { KeptList } from '../../kept-list.ts';
import { viewSeen } from '../../queries/views.ts';
import { mayChange, mayShare, type View, viewName } from '../../view.ts';
import { viewAddress } from '../lines-list/views.ts';
import { personOf, VIEWS } from '../views/person.ts';
import { PLANS, viewIdOf } from '../which.ts';
import { inWords, type Kept, readKept } from './kept.ts';

const shape = z.object({ name: viewName, shared: z.enum(['yes', 'no']).optional() });

/** A view's name, who sees it, and the way to delete it. */
export async function editViewPage(visit: SignedInVisit): Promise<Answer> {
  const id = viewIdOf(visit);
  const view = id && (await visit.within(within => viewSeen(within, id, visit.who.account.id)));
  if (!view) return notFound;
  return show(visit, view, { answers: { name: view.name, shared: view.shared ? 'yes' : 'no' } });
}

export async function saveViewPage(visit: SignedInVisit): Promise<Answer> {
  const id = viewIdOf(visit);
  if (!id) return notFound;
  const { value, errors, answers } = readForm(shape, visit.form);
  if (!value) {
    const view = await visit.within(within => viewSeen(within, id, visit.who.account.id));
    if (view && !mayChange(view, personOf(visit))) return redirect(VIEWS.href, NOT_YOURS);
    return view ? show(visit, view, { answers, errors }, 422) : notFound;
  }
  const values = { name: value.name, ...(value.shared && { shared: value.shared === 'yes' }) };
  const done = await visit.within(within => changeView(within, personOf(visit), id, values, visit.now()));
  return answerTo(visit, done, 'Saved.');
}

/** What is seen now takes the place of what the view kept. */
export const postAsked =
  (others: readonly KeptList[]) =>
  (visit: SignedInVisit): Promise<Answer> | Answer => {
    const id = viewIdOf(visit);
    const kept = readKept(visit.form.list, visit.form.said, visit.who.organisation.timeZone, others);
    return id && kept ? keepAsked(visit, id, kept) : notFound;
  };

async function keepAsked(visit: SignedInVisit, id: string, kept: Kept): Promise<Answer> {
  const done = await visit.within(async within => {
    const view = await viewSeen(within, id, visit.who.account.id);
    if (!view || view.plan !== kept.plan || view.list !== (kept.other?.path ?? null)) return undefined;
    if (!(await inWords(within, kept))) return undefined;
    return changeView(within, personOf(visit), id, { asked: kept.said }, visit.now());
  });
  return done ? answerTo(visit, done, 'The view shows this from now on.') : notFound;
}

type Done = Awaited<ReturnType<typeof changeView>>;

function answerTo(visit: SignedInVisit, done: Done, notice: string): Answer {
  if (!isRefused(done)) return redirect(viewAddress(done, visit.who.organisation.timeZone), notice);
  return done.refused === 'not-found' ? notFound : redirect(VIEWS.href, NOT_YOURS);
}

export const NOT_YOURS =
  'Nothing was changed: only who made the view, or an administrator, changes a shared view.';

type Shown = { answers: Record<string, string>; errors?: PageError[] };

function show(visit: SignedInVisit, view: View, shown: Shown, status = 200): Answer {
  const person = personOf(visit);
  const facts = {
    ...shown,
    view,
    own: mayChange(view, person),
    mayShare: mayShare(person),
    mayLink: mayAs(person.role, 'editor') && !view.list,
    back: viewAddress(view, visit.who.organisation.timeZone),
  };
  const title = `Change “${view.name}”`;
  const trail = [PLANS, VIEWS, { text: view.name, href: facts.back }, { text: 'Change' }];
  return page('plans/pages/view-edit/edit.njk', facts, { title, trail }, status);
}
