import { z } from 'zod';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { readForm } from '../../../../platform/http/form.ts';
import {
  type Answer,
  notFound,
  page,
  redirect,
  type SignedInVisit,
} from '../../../../platform/http/visit.ts';
import { makeView } from '../../actions/keep-views.ts';
import type { KeptList } from '../../kept-list.ts';
import { mayShare, viewName } from '../../view.ts';
import { viewAddress } from '../lines-list/views.ts';
import { personOf, VIEWS } from '../views/person.ts';
import { PLANS } from '../which.ts';
import { inWords, type Kept, readKept } from './kept.ts';

const shape = z.object({ name: viewName, shared: z.enum(['yes', 'no']).default('no') });

/** What is seen is kept under a name: it is told once more in words before it is. */
export const newViewPage =
  (others: readonly KeptList[]) =>
  async (visit: SignedInVisit): Promise<Answer> => {
    const { list, said } = visit.query;
    const kept = readKept(list, said, visit.who.organisation.timeZone, others);
    return kept ? show(visit, kept, { answers: {} }) : notFound;
  };

export const postView =
  (others: readonly KeptList[]) =>
  (visit: SignedInVisit): Promise<Answer> | Answer => {
    const zone = visit.who.organisation.timeZone;
    const kept = readKept(visit.form.list, visit.form.said, zone, others);
    return kept ? keep(visit, kept, zone) : notFound;
  };

async function keep(visit: SignedInVisit, kept: Kept, zone: string): Promise<Answer> {
  const { value, errors, answers } = readForm(shape, visit.form);
  if (!value) return show(visit, kept, { answers, errors }, 422);
  const { plan, said, other } = kept;
  const view = {
    name: value.name,
    plan,
    list: other?.path ?? null,
    asked: said,
    shared: value.shared === 'yes',
  };
  const id = await visit.within(async within => {
    if (!(await inWords(within, kept))) return undefined;
    return makeView(within, personOf(visit), view, visit.now());
  });
  if (!id) return notFound;
  return redirect(viewAddress({ ...view, id }, zone), `Saved as “${value.name}”.`);
}

type Shown = { answers: Record<string, string>; errors?: PageError[] };

async function show(visit: SignedInVisit, kept: Kept, shown: Shown, status = 200): Promise<Answer> {
  const words = await visit.within(within => inWords(within, kept));
  if (!words) return notFound;
  const said = new URLSearchParams(kept.said).toString();
  const title = 'Save this view';
  return page(
    'plans/pages/view-edit/new.njk',
    {
      ...shown,
      title,
      words,
      list: kept.list,
      other: kept.other?.title,
      said,
      back: said ? `${kept.list}?${said}` : kept.list,
      mayShare: mayShare(personOf(visit)),
    },
    { title, trail: [PLANS, VIEWS, { text: title }] },
    status,
  );
}
