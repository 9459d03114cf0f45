import { z } from 'zod';
import type { Database, Within } from '../../../../platform/database/database.ts';
import type { Visit } from '../../../../platform/http/visit.ts';
import type { ReachedPerson } from '../../../organisations/index.ts';
import { holdRequest } from '../../actions/add-update.ts';
import { rulesOf } from '../../actions/asking-now.ts';
import type { AskingParts } from '../../actions/daily-messages.ts';
import { type FoundLink, findLink } from '../../actions/links.ts';
import { personHere } from '../../queries/of-whom.ts';
import { type Pending, requestsOfMessage } from '../../queries/pending.ts';
import { recordsOf, type ShownRecord } from '../../queries/records.ts';
import { updatesOf } from '../../queries/updates.ts';
import type { AskingRules } from '../../rules/daily-message.ts';
import type { Update } from '../../update.ts';
import { whoIsAsked } from '../../who-is-asked.ts';

/** `largest`: of a file that comes with an answer, in bytes. */
export type AnswerParts = { database: Database; parts: () => AskingParts; largest: number };

/**
 * `elsewhere`: it is another one's by now. `over`: nobody needs an answer any more. `closed`: nobody answered for months.
 */
export type Standing = 'open' | 'answered' | 'elsewhere' | 'over' | 'closed';

/** One request of a message, as whoever has the link sees it. */
export type Question = Pending & {
  standing: Standing;
  for: string | null;
  records: ShownRecord[];
  updates: Update[];
};

/** What a link opens. */
export type Opened = {
  link: FoundLink;
  person: ReachedPerson;
  questions: Question[];
  rules: AskingRules;
  today: Temporal.PlainDate;
  now: Temporal.Instant;
};

/** What the address opens is for whom it was sent to: it is not found by search, and not told to where links lead. */
export function keepToItself({ reply }: Visit): void {
  reply.header('x-robots-tag', 'noindex, nofollow').header('referrer-policy', 'no-referrer');
}

const requestId = z.uuid().toLowerCase();

/** No word of a link is a name: what is done by it is done by the person whose it is. */
const HOLDER = { id: null, name: 'Holder of a link' };

/**
 * Does some work with what a link opens; nothing where it is unknown, over, taken back, or its person is gone. Whoever
 * sends something has the question held before it is read: it may be another one's by the time that it is their turn.
 */
export async function withLink<T>(
  { database, parts }: AnswerParts,
  visit: Visit,
  work: (within: Within, opened: Opened) => Promise<T>,
): Promise<T | undefined> {
  const link = await findLink(database, visit.params.token!, visit.now());
  if (!link?.open) return undefined;
  return database.inOrganisation({ organisation: link.organisation.id, actor: HOLDER }, async within => {
    const today = visit.now().toZonedDateTimeISO(link.organisation.zone).toPlainDate();
    const person = await personHere(within, link.person, today);
    if (!person) return undefined;
    const sent = visit.request.method === 'POST' ? requestId.safeParse(visit.params.request).data : undefined;
    if (sent) await holdRequest(within, sent);
    const questions = await questionsOf(within, link, today, parts());
    return work(within, { link, person, questions, rules: await rulesOf(within), today, now: visit.now() });
  });
}

async function questionsOf(
  within: Within,
  link: FoundLink,
  today: Temporal.PlainDate,
  { kinds }: AskingParts,
): Promise<Question[]> {
  const requests = await requestsOfMessage(within, link.message);
  const asked = await whoIsAsked(within, requests, today);
  const records = await recordsOf(within, requests, kinds);
  const updates = await updatesOf(
    within,
    requests.map(({ id }) => id),
  );
  return requests.map(request => {
    const to = asked.get(request.id);
    return {
      ...request,
      standing: standingOf(request, to?.person.id === link.person),
      for: to?.for ?? null,
      records: records.get(request.id) ?? [],
      updates: updates.get(request.id) ?? [],
    };
  });
}

function standingOf({ state }: Pending, theirs: boolean): Standing {
  if (state === 'answered') return theirs ? 'answered' : 'over';
  if (state === 'open') return theirs ? 'open' : 'elsewhere';
  if (state === 'unanswered') return theirs ? 'closed' : 'elsewhere';
  return state === 'not-theirs' ? 'elsewhere' : 'over';
}

/** The question that the address names, or else the first that waits for an answer. */
export function questionOf({ params }: Visit, { questions }: Opened): Question | undefined {
  if (!params.request) return questions.find(({ standing }) => standing === 'open');
  const id = requestId.safeParse(params.request).data;
  return questions.find(one => one.id === id);
}
