import { z } from 'zod';
import { askToProve } from '../../../../platform/http/prove.ts';
import {
  type Answer,
  type ArrivingVisit,
  notFound,
  page,
  redirect,
} from '../../../../platform/http/visit.ts';
import { noteEvent } from '../../actions/events.ts';
import { endOtherSessions, endOwnSession } from '../../actions/open-sessions.ts';
import { rulesOf } from '../../actions/sessions.ts';
import type { Door } from '../../door.ts';
import { openSessions } from '../../queries/sign-ins.ts';
import { limitsInWords } from '../../rules/limits-in-words.ts';
import { USUAL_RULES } from '../../session.ts';
import { shownSession } from '../../shown-session.ts';

const PATH = '/account/sessions';

/** Where somebody is signed in, and how they end what is not theirs. */
export function sessionsPage({ database, session: cookie, whence }: Door) {
  const show = async (visit: ArrivingVisit): Promise<Answer> => {
    const { account, session, organisation } = visit.who;
    const { open, places } = await database.beforeOrganisation(async db => ({
      open: await openSessions(db, account.id, visit.now()),
      places: await rulesOf(db, account.id),
    }));
    const rules = places.find(({ id }) => id === organisation?.id)?.rules ?? USUAL_RULES;
    const zone = organisation?.timeZone ?? 'Europe/London';
    const shown = open.map(one => shownSession(one, session.id, zone));
    const sessions = [...shown.filter(one => one.current), ...shown.filter(one => !one.current)];
    return page(
      'access/pages/sessions/page.njk',
      { sessions, limits: limitsInWords(rules) },
      {
        title: 'Where you are signed in',
        trail: [{ text: 'Your account', href: '/account' }, { text: 'Sessions' }],
      },
    );
  };

  const end = async (visit: ArrivingVisit): Promise<Answer> => {
    const named = z.uuid().safeParse(visit.params.session);
    if (!named.success) return notFound;
    const { account, session } = visit.who;
    const asked = named.data === session.id ? undefined : askToProve(visit, PATH);
    if (asked) return asked;
    const ended = await database.beforeOrganisation(db => endOwnSession(db, account.id, named.data));
    if (!ended) return notFound;
    if (named.data !== session.id) return redirect(PATH, 'That session is ended.');
    cookie.clear(visit.reply);
    return redirect('/sign-in', 'You are signed out.');
  };

  const endOthers = async (visit: ArrivingVisit): Promise<Answer> => {
    const asked = askToProve(visit, PATH);
    if (asked) return asked;
    const { account, session } = visit.who;
    await database.beforeOrganisation(async db => {
      const ended = await endOtherSessions(db, account.id, session.id);
      const from = whence(visit, account.email);
      if (ended) await noteEvent(db, { account: account.id }, 'sessions-ended', from, visit.now());
    });
    return redirect(PATH, 'You are signed in here alone now.');
  };

  return { show, end, endOthers };
}
