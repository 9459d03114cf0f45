import { LINK_LIFETIME } from './settings.ts';

/** Where somebody without an account answers. The words after the last slash are the token. */
export const answerPath = (token: string): string => `/ask/${token}`;
export const questionPath = (token: string, request: string): string => `/ask/${token}/${request}`;

export const linkEnd = (now: Temporal.Instant): Temporal.Instant => now.add(LINK_LIFETIME);

/** The last whole day on which a link answers, as it is told to whoever has it. */
export const lastDayOf = (end: Temporal.Instant, zone: string): Temporal.PlainDate =>
  end.toZonedDateTimeISO(zone).toPlainDate().subtract({ days: 1 });
