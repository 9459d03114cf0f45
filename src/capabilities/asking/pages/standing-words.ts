import { count, day } from '../../../language/words.ts';
import type { MailStanding } from '../../../platform/http/visit.ts';
import type { ListedRequest } from '../queries/list.ts';
import { STATE_WORDS } from '../request.ts';

type Standing = Pick<
  ListedRequest,
  'state' | 'toldAt' | 'toldWhy' | 'told' | 'lost' | 'snoozedUntil' | 'listed'
>;

/**
 * How a request stands, as a sentence that says what happens next; nothing was asked by a message that cannot leave.
 * @param nobody why nobody can be asked today, where that is so
 */
export function standingWords(one: Standing, mail: MailStanding, nobody?: string): string {
  if (one.state === 'unanswered' && !one.listed) return 'Closed: it never reached anybody';
  if (one.state !== 'open') return STATE_WORDS[one.state];
  if (nobody) return withTold(`Cannot be asked: ${nobody}`, one);
  if (one.lost) return withTold(LOST_WORDS[one.lost], one);
  if (one.toldAt && one.toldWhy !== 'undelivered' && one.toldWhy !== 'nobody')
    return one.told ? withTold('Silent', one) : 'Silent, and nobody is named to be told';
  if (one.snoozedUntil) return `Put off until ${day(one.snoozedUntil)}`;
  if (!one.listed) return 'Goes with the next daily message';
  return mail === 'not-set-up'
    ? `Written in ${count(one.listed, 'message')}, which ${one.listed === 1 ? 'waits' : 'wait'} until mail is set up`
    : `Asked in ${count(one.listed, 'message')}`;
}

const LOST_WORDS = {
  refused: 'The message did not arrive',
  bounced: 'The message came back',
  'given-up': 'Could not be delivered for two days; goes again',
};

const withTold = (words: string, { told }: Standing): string => (told ? `${words}; ${told} was told` : words);
