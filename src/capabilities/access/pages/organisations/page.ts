import { z } from 'zod';
import {
  type Answer,
  type ArrivingVisit,
  notFound,
  page,
  redirect,
} from '../../../../platform/http/visit.ts';
import { proofsOf } from '../../actions/proving.ts';
import { enterOrganisation } from '../../actions/sessions.ts';
import type { Door } from '../../door.ts';
import { needingCode } from '../../queries/sign-ins.ts';
import { foundingStanding, type Workplace, workplaces } from '../../queries.ts';
import { mayFound } from '../../rules/people.ts';
import { closedTo } from '../../sign-on/offers.ts';
import { BEGIN_PATH } from '../../sign-on/sign-on.ts';

/** For which organisation? For who works for several, or for none yet. */
export function organisationsPage({ database, session }: Door) {
  const show = async ({ who, now }: ArrivingVisit): Promise<Answer> => {
    const { account } = who;
    const facts = await database.beforeOrganisation(async db => ({
      places: withWay(await workplaces(db, account.id, now()), await closedTo(db, who.session.id)),
      mayFound: !mayFound(await foundingStanding(db, account.id)),
      needing: await needingCode(db, who.session.id),
      hasApp: (await proofsOf(db, account.id)).authenticator !== undefined,
    }));
    if (facts.places.length === 0 && facts.mayFound) return redirect('/organisations/new');
    const title = facts.places.length ? 'Your organisations' : 'You do not work for an organisation yet';
    return page('access/pages/organisations/page.njk', { ...facts, title, account }, { title });
  };

  const choose = async ({ who, form, request }: ArrivingVisit): Promise<Answer> => {
    const organisation = z.uuid().safeParse(form.organisation);
    const token = session.read(request);
    if (!organisation.success || !token) return notFound;
    const entered = await database.beforeOrganisation(db =>
      enterOrganisation(db, token, who.account.id, organisation.data),
    );
    return entered ? redirect('/') : notFound;
  };

  return { show, choose };
}

/** Where this session does not lead, the way that does: the organisation's own sign-on, or else its password. */
const withWay = (places: Workplace[], closed: Awaited<ReturnType<typeof closedTo>>) =>
  places.map(place => {
    const other = closed.find(({ organisation }) => organisation === place.id);
    return other ? { ...place, closed: true, button: other.button, begin: BEGIN_PATH(place.id) } : place;
  });
