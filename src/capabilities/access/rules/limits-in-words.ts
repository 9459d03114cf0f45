import type { SignInRules } from '../session.ts';

const hours = (number: number): string => (number === 1 ? 'an hour' : `${number} hours`);

/** "30 minutes", "an hour", "12 hours" */
export const idleInWords = (minutes: number): string =>
  minutes % 60 === 0 ? hours(minutes / 60) : `${minutes} minutes`;

/** "8 hours", "a day", "7 days" */
export function lifetimeInWords(number: number): string {
  if (number % 24 !== 0) return hours(number);
  return number === 24 ? 'a day' : `${number / 24} days`;
}

/** When a session ends by itself, for those whose it is. */
export const limitsInWords = ({ idleMinutes, lifetimeHours }: SignInRules): string =>
  `A session ends by itself after ${idleInWords(idleMinutes)} without a page, and ${lifetimeInWords(lifetimeHours)} after it began.`;
