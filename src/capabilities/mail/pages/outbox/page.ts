import { type Answer, page, redirect, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { MESSAGE_STATES, type MessageKind, type MessageState } from '../../../../platform/mail/message.ts';
import { sendGivenUpAgain } from '../../actions/send-again.ts';
import { COUNTED, type OutboxRow, outboxCounts, outboxPage } from '../../queries/outbox.ts';
import { problemWords } from '../../rules/problem-words.ts';
import { STATE_WORDS } from '../../rules/state-words.ts';
import { hrefOf, readAsked } from './asked.ts';

/** Every message that was written to people, and what became of it. @param kinds those that are declared */
export function outboxPages(kinds: () => MessageKind[]) {
  const show = async (visit: SignedInVisit): Promise<Answer> => {
    const asked = readAsked(visit.query);
    const { rows, more, counts } = await visit.within(async within => ({
      ...(await outboxPage(within, asked)),
      counts: await outboxCounts(within),
    }));
    const { before, ...filters } = asked;
    const facts = {
      asked: { ...filters, to: filters.address },
      facts: factsOf(counts),
      rows: rows.map(row => inWords(row, visit.now())),
      older: more ? hrefOf(filters, rows.at(-1)) : undefined,
      newest: before && hrefOf(filters),
      filtered: Object.values(filters).some(value => value !== undefined),
      states: MESSAGE_STATES.map(value => ({ value, text: STATE_WORDS[value].text })),
      kinds: kinds().map(({ kind, purpose }) => ({ value: kind, text: purpose })),
      again: filters.state === 'given-up' && rows.length > 0,
      zone: visit.who.organisation.timeZone,
    };
    return page('mail/pages/outbox/outbox.njk', facts, {
      title: 'Outbox',
      trail: [{ text: 'Organisation', href: '/organisation' }, { text: 'Outbox' }],
    });
  };

  const again = async (visit: SignedInVisit): Promise<Answer> => {
    const many = await visit.within(within => sendGivenUpAgain(within, visit.now()));
    return redirect(
      '/organisation/outbox?state=waiting',
      many ? 'They are sent again, as soon as the server takes them.' : 'No message is given up by now.',
    );
  };

  return { show, again };
}

/** Those that ask something of somebody, most pressing first. */
const SHOWN: { state: MessageState; words: string; kind: 'wrong' | 'ask' }[] = [
  { state: 'refused', words: 'refused', kind: 'wrong' },
  { state: 'given-up', words: 'given up', kind: 'wrong' },
  { state: 'unknown', words: 'may have been sent', kind: 'ask' },
  { state: 'waiting', words: 'waiting', kind: 'ask' },
];

const factsOf = (counts: Record<MessageState, number>): object[] =>
  SHOWN.map(({ state, words, kind }) => ({
    number: counts[state] > COUNTED ? 'Over 1,000' : `${counts[state]}`,
    words,
    href: hrefOf({ state }),
    ...(counts[state] > 0 && { kind }),
  }));

function inWords(row: OutboxRow, now: Temporal.Instant): object {
  const { text, colour } = STATE_WORDS[row.state];
  const problem = row.state === 'accepted' ? undefined : problemWords(row.problem)?.what;
  const waits = row.state === 'waiting' && Temporal.Instant.compare(row.nextTryAt, now) > 0;
  return {
    ...row,
    href: `/organisation/outbox/${row.id}`,
    tag: { text, colour },
    problem,
    ...(waits && { next: { at: row.nextTryAt, words: row.attempts ? 'tried again' : 'sent' } }),
  };
}
