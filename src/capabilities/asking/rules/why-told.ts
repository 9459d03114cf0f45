import type { WhyUndelivered } from '../../mail/index.ts';
import type { RequestState } from '../request.ts';
import { type AskingRules, isSilent, type WhyTold } from './daily-message.ts';

type Told = {
  state: RequestState;
  toldAt: Temporal.Instant | null;
  toldWhy: WhyTold | null;
  /** The last message that it stood in did not arrive; to whom that was. */
  lost: WhyUndelivered | null;
  listedTo: string | null;
};

/**
 * What somebody was written did not arrive, and would not the next time either: they are not asked it again until their
 * address is another, somebody else is asked, or somebody says to try again. What nobody took for two days is tried anew.
 */
export const isLostTo = ({ lost, listedTo }: Pick<Told, 'lost' | 'listedTo'>, person: string): boolean =>
  lost !== null && lost !== 'given-up' && listedTo === person;

/** Why nobody is asked: the name means nobody of the directory, or whoever it means cannot be written to. */
export function whyNobody({
  person,
  owner,
}: {
  person: { name: string } | null;
  owner: { name: string; known: boolean } | null;
}): string {
  if (person) return `${person.name} left, or has no address`;
  return owner!.known
    ? `nobody whom “${owner!.name}” means is here and has an address`
    : `nobody known is meant by “${owner!.name}”`;
}

/**
 * What the manager or lead is to be told of a request now, if anything. Each thing once; that somebody could not be
 * reached does not keep back that they were silent later, when they could.
 * @param asked who is to answer it today, where anybody can be asked
 */
export function whyTold(
  request: Told & Parameters<typeof isSilent>[0],
  asked: string | undefined,
  today: Temporal.PlainDate,
  rules: AskingRules,
): WhyTold | undefined {
  const { state, toldAt, toldWhy, lost, listedTo } = request;
  if (state === 'not-theirs') return toldAt ? undefined : 'not-theirs';
  if (!asked) return toldAt ? undefined : 'nobody';
  if (lost && listedTo === asked) return toldWhy === 'undelivered' ? undefined : 'undelivered';
  const known = toldAt && toldWhy !== 'undelivered' && toldWhy !== 'nobody';
  return !known && isSilent(request, today, rules) ? 'silent' : undefined;
}
