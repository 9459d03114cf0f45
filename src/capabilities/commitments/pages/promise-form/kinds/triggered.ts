import { limitInWords } from '../../../../../timing/series/words.ts';
import type { Answers, Reader } from '../answers.ts';
import type { KindForm } from './kind.ts';

export const LIMITS = [
  'at-once',
  'minutes',
  'hours',
  'days',
  'working-days',
  'weeks',
  'months',
  'soon',
] as const;

export const triggeredForm: KindForm<'triggered'> = {
  text: 'After something has happened',
  hint: 'Within 24 hours of an incident; as soon as practicable; two weeks after a decision',
  read: (asked, { settings }) => {
    const trigger = asked.text('trigger', 'Enter what it waits for, like an incident');
    const limit = readLimit(asked, settings.soon);
    return trigger && limit ? { kind: 'triggered', trigger, ...limit } : undefined;
  },
  answers: ({ trigger, limit, workingDays }) => ({ trigger, ...limitAnswers(limit, workingDays) }),
};

export type Limit = { limit: string; workingDays?: true };

/** @param soon what the organisation has agreed, where that may be answered */
export function readLimit(asked: Reader, soon?: Limit): Limit | undefined {
  const unit = asked.one('limitUnit', LIMITS, 'Choose within how long');
  if (unit === 'at-once') return { limit: 'PT0S' };
  if (unit === 'soon') return soon ?? asked.wrong('limitUnit', 'Nobody has agreed yet how long that is');
  const count = asked.whole('limit', { least: 1, most: 1000, words: 'Enter how long, from 1 to 1,000' });
  return unit && count ? durationOf(count, unit) : undefined;
}

type Counted = Exclude<(typeof LIMITS)[number], 'at-once' | 'soon'>;

function durationOf(count: number, unit: Counted): Limit {
  if (unit === 'working-days') return { limit: `P${count}D`, workingDays: true };
  return { limit: Temporal.Duration.from({ [unit]: count }).toString() };
}

const SINGLE: [RegExp, Counted][] = [
  [/^PT(\d+)M$/, 'minutes'],
  [/^PT(\d+)H$/, 'hours'],
  [/^P(\d+)D$/, 'days'],
  [/^P(\d+)W$/, 'weeks'],
  [/^P(\d+)M$/, 'months'],
];

export function limitAnswers(limit: string, workingDays?: boolean): Answers {
  if (limitInWords(limit) === 'at once') return { limitUnit: 'at-once', limit: '' };
  for (const [form, unit] of SINGLE) {
    const count = form.exec(limit)?.[1];
    if (count) return { limit: count, limitUnit: unit === 'days' && workingDays ? 'working-days' : unit };
  }
  return { limit: '', limitUnit: '' };
}
