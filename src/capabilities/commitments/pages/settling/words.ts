import { count, day } from '../../../../language/words.ts';
import type { Already } from '../../actions/settle.ts';
import { STATE_WORDS } from '../../occurrence.ts';
import type { NotSaid } from '../../rules/settled-as.ts';

/** Why something cannot be said, at the field where it was. */
export const NOT_SAID: Record<NotSaid['refused'], string> = {
  'reason-needed': 'Say why, in a sentence',
  'not-yet': 'Choose a day that is not in the future',
  'not-conditional':
    'It was promised whether or not there is something to say: say that it was not done, and why',
  'nothing-set-it-off': 'Nothing set it off: it is due by the calendar. Say that it was not done, and why',
};

export const keptWords = (settled: number): string =>
  settled === 1 ? 'Kept. It can be taken back.' : `Kept for ${count(settled, 'date')}. It can be taken back.`;

/** To whoever comes second. */
export function saidBefore(
  { by, at, outcome }: Already,
  { added, zone }: { added: boolean; zone: string },
): string {
  const who = by || 'Its calendar';
  const said = `${who} was first: “${STATE_WORDS[outcome]}”, said on ${day(at.toZonedDateTimeISO(zone).toPlainDate())}.`;
  return `${said} That stands.${added ? ' What you had to show was added to it.' : ''}`;
}
