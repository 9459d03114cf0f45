import { z } from 'zod';
import { isRefused } from '../../../../language/refusal.ts';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { readForm } from '../../../../platform/http/form.ts';
import {
  type Answer,
  notFound,
  page,
  redirect,
  type SignedInVisit,
} from '../../../../platform/http/visit.ts';
import { linkView, revokeLink } from '../../actions/link-views.ts';
import { linksOf } from '../../queries/view-links.ts';
import { viewSeen } from '../../queries/views.ts';
import type { View } from '../../view.ts';
import { expiryOf, LIFETIMES, lifetimes, standingOf, type ViewLink } from '../../view-link.ts';
import { viewAddress } from '../lines-list/views.ts';
import { VIEWS } from '../views/person.ts';
import { linkIdOf, PLANS, viewIdOf } from '../which.ts';

const shape = z.object({ lifetime: z.enum(lifetimes, 'Choose how long the link may be used') });

/** The links by which people without an account read a view: who made them, until when they read, and the end of each. */
export function viewLinksPage(url: string) {
  const show = async (visit: SignedInVisit): Promise<Answer> => {
    const found = await load(visit);
    return found ? view(visit, found) : notFound;
  };

  const make = async (visit: SignedInVisit): Promise<Answer> => {
    const { value, errors } = readForm(shape, visit.form);
    const id = viewIdOf(visit);
    if (!id) return notFound;
    const { organisation, account } = visit.who;
    const now = visit.now();
    if (!value) {
      const found = await load(visit);
      return found ? view(visit, found, { errors }, 422) : notFound;
    }
    const wanted = {
      view: id,
      person: account.id,
      expires: expiryOf(now, value.lifetime, organisation.timeZone),
    };
    const made = await visit.within(within => linkView(within, wanted, now));
    const found = await load(visit);
    return isRefused(made) || !found ? notFound : view(visit, found, { made: url + made.path });
  };

  const revoke = async (visit: SignedInVisit): Promise<Answer> => {
    const [id, link] = [viewIdOf(visit), linkIdOf(visit)];
    if (!id || !link) return notFound;
    const named = { view: id, person: visit.who.account.id, link };
    const done = await visit.within(within => revokeLink(within, named, visit.now()));
    if (isRefused(done)) return notFound;
    return redirect(`/views/${id}/links`, done.revoked ? 'The link reads nothing any more.' : undefined);
  };

  return { show, make, revoke };
}

type Found = { view: View; links: ViewLink[] };

const load = (visit: SignedInVisit): Promise<Found | undefined> =>
  visit.within(async within => {
    const id = viewIdOf(visit);
    const found = id && (await viewSeen(within, id, visit.who.account.id));
    return found && !found.list ? { view: found, links: await linksOf(within, found.id) } : undefined;
  });

const STANDING = { reads: 'Can be used', over: 'Over', revoked: 'Taken back' };

/** `made`: the address of the link just made, shown this once: the form is answered by the page itself, since a redirect would carry it along. */
type Shown = { made?: string; errors?: PageError[] };

function view(visit: SignedInVisit, { view, links }: Found, shown: Shown = {}, status = 200): Answer {
  const zone = visit.who.organisation.timeZone;
  const facts = {
    ...shown,
    view,
    organisation: visit.who.organisation.name,
    href: viewAddress(view, zone),
    zone,
    links: links.map(link => {
      const standing = standingOf(link, visit.now());
      return { ...link, reads: standing === 'reads', standing: STANDING[standing] };
    }),
    lifetimes: lifetimes.map(value => ({ value, text: LIFETIMES[value].text })),
  };
  const title = `Links to “${view.name}”`;
  const trail = [PLANS, VIEWS, { text: view.name, href: facts.href }, { text: 'Links' }];
  return page('plans/pages/view-links/links.njk', facts, { title, trail }, status);
}
