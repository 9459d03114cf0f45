import type { Reached } from '../reaching.ts';
import type { ReachedBy } from '../rules/standing-in.ts';

const WHY = {
  nobody: 'Nobody is asked: nobody holds it.',
  'no-address': 'Nobody is asked: there is no email address.',
  left: 'Nobody is asked: whoever it was has left.',
};

const AS = {
  themselves: '',
  holder: ', who holds the post',
  deputy: ', as deputy',
  cover: ', who covers',
  team: ', who leads the team',
};

/** "Requests go to Bo Reed, who covers." */
export function reachedWords(reached: Reached | undefined): string | undefined {
  if (!reached) return undefined;
  if ('refused' in reached) return WHY[reached.refused];
  return [`Requests go to ${reached.person.name}${AS[reached.as]}.`, besidesWords(reached)]
    .filter(Boolean)
    .join(' ');
}

const ALL = new Intl.ListFormat('en-GB');

/** "Mae Lund holds the post too and is not asked: …", where several hold it; '' otherwise. */
export function besidesWords({ as, besides = [] }: Pick<ReachedBy, 'as' | 'besides'>): string {
  if (!besides.length) return '';
  const [hold, are] = besides.length === 1 ? ['holds', 'is'] : ['hold', 'are'];
  const why =
    as === 'holder'
      ? 'whoever has held it longest is'
      : 'whoever stands in for the one who has held it longest is';
  return `${ALL.format(besides)} ${hold} the post too and ${are} not asked: ${why}, and can pass it on.`;
}
