import { day as inFull } from '../../../../../language/words.ts';
import type { Window } from '../../../../../timing/next.ts';
import { readTimings } from '../../../../../timing/read.ts';
import { inWords } from '../../../../../timing/words.ts';
import type { Reader } from '../answers.ts';
import type { FormFacts, KindForm } from './kind.ts';
import { readTime } from './rule.ts';

export const daysForm: KindForm<'days'> = {
  text: 'On a day, by a day, or between two',
  hint: '30 June 2026; by 30 June 2026; in spring 2027; each of several',
  read: (asked, facts) => {
    const windows = asked
      .lines('days', 'Enter at least one day, like 30 June 2026')
      .flatMap(line => windowOf(asked, line, facts) ?? []);
    const at = readTime(asked);
    return windows.length && at !== undefined && !asked.errors.some(({ href }) => href === '#days')
      ? { kind: 'days', windows, ...(at && { at }) }
      : undefined;
  },
  answers: ({ windows, at }) => ({ days: windows.map(asTyped).join('\n'), time: at ?? '' }),
};

/** Read as the words of a plan are, so that all that a plan may say can be typed; without a beginning only where it says "by". */
function windowOf(asked: Reader, line: string, { today, known }: FormFacts): Window | undefined {
  const [found, another] = readTimings(line, { today, ...known.year });
  const { kind, from, by = from } = found ?? {};
  if (kind !== 'dated' || !by || another)
    return asked.wrong('days', `“${line.slice(0, 60)}” is no day: write it like 30 June 2026`);
  const begins = /^(by|before|until|no later)\b/i.test(line) ? earlierOf(today.toString(), by) : by;
  return { from: from ?? begins, by };
}

const earlierOf = (one: string, other: string): string => (one < other ? one : other);

const asTyped = (window: Window): string =>
  window.from === window.by
    ? inFull(window.by)
    : (inWords({ phrase: '', kind: 'dated', ...window }).match(/^in (.+)$/)?.[1] ??
      `${inFull(window.from)} to ${inFull(window.by)}`);
