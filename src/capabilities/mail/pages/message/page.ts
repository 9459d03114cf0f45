import { z } from 'zod';
import { isRefused } from '../../../../language/refusal.ts';
import type { Within } from '../../../../platform/database/database.ts';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { historyOf } from '../../../../platform/history/history.ts';
import { fieldProblem } from '../../../../platform/http/form.ts';
import {
  type Answer,
  notFound,
  page,
  redirect,
  type SignedInVisit,
} from '../../../../platform/http/visit.ts';
import { INCOMING_KIND_WORDS } from '../../../../platform/mail/in/incoming.ts';
import { type CameIn, cameBackTo } from '../../../../platform/mail/in/queries.ts';
import type { MessageKind } from '../../../../platform/mail/message.ts';
import { masked } from '../../../../platform/mail/rules/masked.ts';
import { openWords } from '../../actions/open-words.ts';
import { sendAgain } from '../../actions/send-again.ts';
import { type Attempt, type KeptMessage, keptMessage } from '../../queries/message.ts';
import { problemWords } from '../../rules/problem-words.ts';
import { SENT_AGAIN_BY_HAND, STATE_WORDS } from '../../rules/state-words.ts';
import { messageSubject } from '../../subjects.ts';

const OUTBOX = { text: 'Outbox', href: '/organisation/outbox' };

const idOf = ({ params }: SignedInVisit): string | undefined => z.uuid().safeParse(params.message).data;

const REFUSED = {
  'moved-on': 'It is on its way, or its words are gone: nothing was changed.',
  'not-an-address': 'It was written to what is no email address, so no server would take it.',
};

/** One message: its words, what became of it, everything that was tried, and what a person may do. */
export function messagePages(kinds: () => MessageKind[]) {
  const purposeOf = (kind: string) => kinds().find(known => known.kind === kind)?.purpose;

  const show = (visit: SignedInVisit): Promise<Answer> => view(visit, {});

  const again = async (visit: SignedInVisit): Promise<Answer> => {
    const id = idOf(visit);
    if (!id) return notFound;
    const found = await visit.within(within => keptMessage(within, id));
    if (!found) return notFound;
    if (found.state === 'unknown' && visit.form.twice !== 'yes')
      return view(visit, { errors: fieldProblem('twice', 'Say that they may get it twice') });
    const done = await visit.within(within => sendAgain(within, id, visit.now()));
    const href = `${OUTBOX.href}/${id}`;
    return isRefused(done)
      ? redirect(href, REFUSED[done.refused])
      : redirect(href, 'It is sent again, as soon as the server takes it.');
  };

  /** Answered by the page itself: what is shown once is not kept in an address. */
  const open = async (visit: SignedInVisit): Promise<Answer> => {
    const id = idOf(visit);
    const words = id && (await visit.within(within => openWords(within, id, visit.now())));
    return words ? view(visit, { words }) : notFound;
  };

  type Shown = { errors?: PageError[]; words?: string };

  async function view(visit: SignedInVisit, { errors, words }: Shown): Promise<Answer> {
    const id = idOf(visit);
    if (!id) return notFound;
    const found = await visit.within(within => load(within, visit, id));
    if (!found) return notFound;
    const { message, entries, requests, back } = found;
    const facts = {
      message,
      requests,
      back: back.map(cameBack),
      purpose: purposeOf(message.kind),
      tag: STATE_WORDS[message.state],
      problem: message.state === 'accepted' ? undefined : problemWords(message.problem),
      words: words ?? (message.text === null ? undefined : masked(message.text, message.secrets)),
      hides: !words && message.secrets.length > 0 && message.text !== null,
      waits: message.state === 'waiting',
      mayAgain: mayBeSentAgain(message),
      mayBeTwice: message.state === 'unknown',
      attempts: message.attempts.map(inWords),
      entries: entries.map(({ at, actor, action }) => ({
        when: at,
        who: actor,
        words: DEEDS[action] ?? action,
      })),
      zone: visit.who.organisation.timeZone,
      errors,
    };
    const trail = [{ text: 'Organisation', href: '/organisation' }, OUTBOX, { text: message.subject }];
    return page(
      'mail/pages/message/message.njk',
      facts,
      { title: message.subject, trail },
      errors ? 422 : 200,
    );
  }

  return { show, again, open };
}

async function load(within: Within, visit: SignedInVisit, id: string) {
  const message = await keptMessage(within, id);
  if (!message) return undefined;
  return {
    message,
    entries: await historyOf(within, messageSubject(id), 20),
    requests: message.about ? await visit.panel(within, 'requests of a message', message.about) : '',
    back: (await cameBackTo(within, [id])).get(id) ?? [],
  };
}

const cameBack = ({ id, kind, subject, cameAt }: CameIn) => ({
  href: `/organisation/replies/${id}`,
  subject: subject || 'Without a subject',
  kind: INCOMING_KIND_WORDS[kind],
  cameAt,
});

const DEEDS: Record<string, string> = {
  'sent again': 'had it sent again',
  opened: 'looked at the words that are the addressee’s alone',
};

const mayBeSentAgain = ({ state, text, problem }: KeptMessage): boolean =>
  SENT_AGAIN_BY_HAND.includes(state) && text !== null && problem !== 'not-an-address';

const OUTCOMES: Record<string, string> = {
  accepted: 'The server took it',
  refused: 'Refused for good',
  later: 'Put off',
  unreachable: 'Nothing was sent',
  unknown: 'May have been sent',
};

const inWords = (attempt: Attempt): object => ({
  ...attempt,
  said: attempt.outcome ? (OUTCOMES[attempt.outcome] ?? attempt.outcome) : 'Not ended yet',
  what: attempt.outcome === 'accepted' ? undefined : problemWords(attempt.problem)?.what,
});
