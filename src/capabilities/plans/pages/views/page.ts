import {
  type Answer,
  mayAs,
  notFound,
  page,
  redirect,
  type SignedInVisit,
} from '../../../../platform/http/visit.ts';
import type { KeptList } from '../../kept-list.ts';
import { allViews, type ListedView, viewSeen } from '../../queries/views.ts';
import { mayChange } from '../../view.ts';
import { viewAddress } from '../lines-list/views.ts';
import { PLANS, viewIdOf } from '../which.ts';
import { personOf, VIEWS } from './person.ts';

/** Every saved view that a person sees: their own first, then those that are shared. */
export const viewsPage =
  (others: readonly KeptList[]) =>
  async (visit: SignedInVisit): Promise<Answer> => {
    const views = await visit.within(within => allViews(within, visit.who.account.id));
    const own = (view: ListedView) => view.madeBy === visit.who.account.id;
    const facts = {
      groups: [
        { title: 'Mine', views: views.filter(own).map(view => shown(visit, view, others)) },
        {
          title: 'Shared by others',
          views: views.filter(view => !own(view)).map(view => shown(visit, view, others)),
        },
      ].filter(group => group.views.length),
      mayLink: mayAs(visit.who.role, 'editor'),
    };
    return page('plans/pages/views/views.njk', facts, {
      title: VIEWS.text,
      trail: [PLANS, { text: VIEWS.text }],
    });
  };

function shown(visit: SignedInVisit, view: ListedView, others: readonly KeptList[]): object {
  const zone = visit.who.organisation.timeZone;
  const person = personOf(visit);
  return {
    ...view,
    href: viewAddress(view, zone),
    of: others.find(({ path }) => path === view.list)?.title ?? view.planTitle ?? 'All plans',
    who: view.shared ? 'Everyone here' : 'Only me',
    madeBy: view.madeBy === person.id ? '' : view.madeByName,
    changed: view.changedAt.toZonedDateTimeISO(zone).toPlainDate(),
    mayChange: mayChange(view, person),
  };
}

/** The lasting address of a view, for a message or a bookmark: leads to what it shows now. */
export async function openView(visit: SignedInVisit): Promise<Answer> {
  const id = viewIdOf(visit);
  const view = id && (await visit.within(within => viewSeen(within, id, visit.who.account.id)));
  return view ? redirect(viewAddress(view, visit.who.organisation.timeZone)) : notFound;
}
