import type { Reached } from '../reaching.ts';

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
  return `Requests go to ${reached.person.name}${AS[reached.as]}.`;
}
