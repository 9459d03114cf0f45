import type { Schedule } from '../../timing/schedule.ts';
import type { Timings } from '../lines/timings.ts';
import { wordsIn } from '../text/plain.ts';

/** Words of a phrase; a longer one names more than one thing. */
const MOST = 12;

const same = (one: Schedule, other: Schedule | undefined): boolean =>
  other !== undefined &&
  one.kind === other.kind &&
  one.rule === other.rule &&
  one.often?.per === other.often?.per &&
  one.from === other.from &&
  one.by === other.by;

/** What stands beside a time in its own phrase ("Intranet: weekly", "monthly – newsletter"); nothing where only the time does. */
export function namedBeside(schedule: Schedule, timings: Timings): string {
  if (schedule.kind === 'triggered' || schedule.kind === 'undetermined') return '';
  const words = schedule.phrase.split(/\s+/);
  if (words.length > MOST) return '';
  const alone = (rest: string[]) => {
    const [found, ...more] = timings.read(rest.join(' '));
    return rest.length > 0 && !more.length && same(schedule, found);
  };
  let from = 0;
  let to = words.length;
  while (from < to - 1 && alone(words.slice(from + 1, to))) from++;
  while (to > from + 1 && alone(words.slice(from, to - 1))) to--;
  const [before, after] = [words.slice(0, from).join(' '), words.slice(to).join(' ')];
  // words behind a time may only say more of the time, unless a sign sets them off or nothing stands before
  const behind = SET_OFF.test(after) || SET_OFF.test(words[to - 1] ?? '') ? after : '';
  return (before || behind).replace(/^[\s:–—(,-]+|[\s:–—),-]+$/g, '');
}

const SET_OFF = /^(?:[–—:(-]|for\b)|[:–—-]$/;

/** Small words say nothing of what a thing is. */
const telling = (text: string): string[] =>
  wordsIn(text)
    .filter(word => word.length > 3)
    .map(word => word.replace(/s$/, ''));

/** Whether a part of another cell speaks of the thing named. */
export function speaksOf(part: string, name: string): boolean {
  const words = new Set(telling(part));
  return telling(name).some(word => words.has(word));
}
