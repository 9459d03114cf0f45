import type { Within } from '../../../../platform/database/database.ts';
import {
  type Answer,
  mayAs,
  notFound,
  page,
  redirect,
  type SignedInVisit,
} from '../../../../platform/http/visit.ts';
import { askingNow, rulesOf, type TheirRequest, type TheirTold } from '../../actions/asking-now.ts';
import type { AskingParts } from '../../actions/daily-messages.ts';
import { revokeLinks } from '../../actions/links.ts';
import { requestsIn, writtenFacts } from '../../actions/write-messages.ts';
import { lastDayOf, linkEnd } from '../../link.ts';
import { personWithLinks } from '../../queries/one.ts';
import { organisationNamed } from '../../queries/organisation.ts';
import { pendingRequests, writtenOn } from '../../queries/pending.ts';
import { recordsOf } from '../../queries/records.ts';
import { type DailyMessage, nextMessageOf } from '../../rules/daily-message.ts';
import { wordsIn } from '../../words/languages.ts';
import { ASKING, personIdOf } from '../which.ts';

type Next = {
  at: Temporal.Instant;
  message: DailyMessage<TheirRequest, TheirTold>;
  words: { subject: string; text: string };
  lang: string;
};

/** What stood in a message to them that did not arrive. */
type Lost = { what: string; href: string };

/** What somebody's next daily message says and when it goes, if nothing changes until then. */
export const nextMessagePage =
  (parts: () => AskingParts) =>
  async (visit: SignedInVisit): Promise<Answer> => {
    const id = personIdOf(visit);
    const found =
      id &&
      (await visit.within(async within => {
        const person = await personWithLinks(within, id, visit.now());
        return person && { person, ...(await nextOf(within, id, visit, parts())) };
      }));
    if (!found) return notFound;
    const zone = visit.who.organisation.timeZone;
    const facts = {
      ...found,
      zone,
      mayEnd: found.person.links > 0 && mayAs(visit.who.role, 'administrator'),
    };
    const trail = [ASKING, { text: found.person.name }];
    return page('asking/pages/next-message/next-message.njk', facts, { title: found.person.name, trail });
  };

async function nextOf(
  within: Within,
  id: string,
  visit: SignedInVisit,
  { kinds, url }: AskingParts,
): Promise<{ waiting: TheirRequest[]; lost: Lost[]; next: Next | undefined }> {
  const rules = await rulesOf(within);
  const today = visit.today();
  const written = await writtenOn(within, today, rules.calendar.zone);
  const { facts } = await askingNow(within, await pendingRequests(within), today, { rules, written });
  const theirs = facts.get(id);
  if (!theirs) return { waiting: [], lost: [], next: undefined };
  const lost = theirs.lost.map(({ id: request, pending }) => ({
    what: pending.what,
    href: `/asking/${request}`,
  }));
  const next = nextMessageOf(theirs, visit.now(), rules);
  if (!next) return { waiting: theirs.requests, lost, next: undefined };
  const records = await recordsOf(within, requestsIn(next.message), kinds);
  const { name } = await organisationNamed(within);
  const { zone } = rules.calendar;
  const said = wordsIn(theirs.person.language);
  const words = said.daily({
    ...writtenFacts({ person: theirs.person, message: next.message }, records, { url, zone }),
    organisation: name,
    today: next.at.toZonedDateTimeISO(zone).toPlainDate(),
    until: lastDayOf(linkEnd(next.at), zone),
    link: `${url}/ask/…`,
  });
  return { waiting: theirs.requests, lost, next: { ...next, words, lang: said.lang } };
}

/** From now on no link that somebody was sent answers anything. */
export async function postEndLinks(visit: SignedInVisit): Promise<Answer> {
  const id = personIdOf(visit);
  if (!id) return notFound;
  const done = await visit.within(async within =>
    (await personWithLinks(within, id, visit.now()))
      ? { ended: await revokeLinks(within, id, visit.now()) }
      : undefined,
  );
  if (!done) return notFound;
  return redirect(
    `/asking/people/${id}`,
    'No link of theirs answers any more. Their next message has a new one.',
  );
}
