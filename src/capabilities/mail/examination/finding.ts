import { oneLine } from '../../../platform/mail/one-line.ts';
import type { RecordState } from '../rules/record-words.ts';

/** What was found of email, for whoever runs the installation. `type`: the line that finds out more or mends it. */
export type MailFinding = { check: string; state: RecordState; says: string; type?: string };

/** Names and answers are others' words, and this is read in a terminal, which obeys some of what is written to it. */
export const finding = (check: string, state: RecordState, says: string, type?: string): MailFinding => ({
  check,
  state,
  says: readable(says),
  ...(type && { type: oneLine(type) }),
});

const readable = (says: string): string =>
  says
    .split(/(?<=\.) /)
    .map(oneLine)
    .join(' ');

/** The server's or the machine's own words after ours. */
export const withAnswer = (says: string, answer: string): string =>
  answer ? `${says} What was said: ${answer.slice(0, 200)}` : says;

/** "Borough of Ashmere and Isle of Saltby", "Borough of Ashmere and 11 others". */
export function names(organisations: string[]): string {
  const [first = '', second, ...more] = organisations;
  if (!second) return first;
  return more.length ? `${first} and ${more.length + 1} others` : `${first} and ${second}`;
}
