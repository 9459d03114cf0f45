import type { Reader } from './answers.ts';

/** How many days after its last one it does not count as missed yet. */
export const readGraceDays = (asked: Reader): number | undefined =>
  asked.whole('graceDays', { least: 0, most: 90, words: 'Enter days of grace from 0 to 90' });

/** How many working days before its last one whoever does it is asked. */
export const readWarningDays = (asked: Reader): number | undefined =>
  asked.whole('warningDays', { least: 0, most: 60, words: 'Enter working days from 0 to 60' });
