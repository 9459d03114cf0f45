import { day } from '../../../../language/words.ts';
import { type Asked, type Due, LACKS_WORDS, ONLY_WORDS, TIMING_WORDS } from '../../rules/asked.ts';
import { addressOf } from '../../rules/asked-address.ts';
import { inWordsDated } from '../../rules/when-dated.ts';
import { MARKING_WORDS, STATE_WORDS } from '../../rules/words.ts';
import type { Choices } from './choices.ts';

/** A filter that is on, with the way to take it away; `gone`: what it names is not there, so that no line matches. */
export type Chip = { text: string; href: string; gone?: boolean };

const GONE = 'no longer there';

export function chipsOf(list: string, asked: Asked, choices: Choices): Chip[] {
  const { plans, sections, owners, seldom } = choices;
  const chip = (name: string, said: string | undefined, part: Partial<Asked>): Chip => ({
    text: `${name}: ${said ?? GONE}`,
    href: addressOf(list, { ...asked, cursor: undefined, ...part }),
    ...(said === undefined && { gone: true }),
  });
  const title = (from: { id: string; title: string }[] | undefined, id: string) =>
    from?.find(one => one.id === id)?.title;
  const name = (from: { id: string; name: string }[] | undefined, id: string) =>
    from?.find(one => one.id === id)?.name;
  const { plan, section, owner, state, only, words, audience, channel, marking, tag, since } = asked;
  const { timing, due, lacks } = asked;
  const named = owners.find(one => one.key === owner)?.owner;
  return [
    words && chip('Words', words, { words: undefined }),
    plans && plan && chip('Plan', title(plans, plan), { plan: undefined, section: undefined }),
    section && chip('Section', title(sections, section), { section: undefined }),
    owner && {
      ...chip('Accountable owner', named ?? `${owner}, who has no lines now`, { owner: undefined }),
      gone: !named,
    },
    state && chip('State', STATE_WORDS[state], { state: undefined }),
    only && { ...chip('', '', { only: undefined }), text: ONLY_WORDS[only] },
    audience && chip('Audience', name(seldom?.audiences, audience), { audience: undefined }),
    channel && chip('Channel', name(seldom?.channels, channel), { channel: undefined }),
    marking && chip('Marking', MARKING_WORDS[marking], { marking: undefined }),
    tag && chip('Tag', tag, { tag: undefined }),
    since && chip('Changed since', day(since.day), { since: undefined }),
    timing && chip('Time', TIMING_WORDS[timing], { timing: undefined }),
    due && { ...chip('', '', { due: undefined }), text: dueWords(due) },
    lacks && { ...chip('', '', { lacks: undefined }), text: LACKS_WORDS[lacks] },
  ].filter((one): one is Chip => Boolean(one));
}

export const dueWords = (due: Due): string => ('month' in due ? `Due: ${inWordsDated(due.month)}` : 'Late');
