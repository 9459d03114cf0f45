import { day, moment } from '../../../language/words.ts';

type Due = { by: Temporal.PlainDate; dueAt: Temporal.Instant | null };

/** "by 8 April 2025", or to the minute where the limit runs from the minute. */
export const dueInWords = ({ by, dueAt }: Due, zone: string): string =>
  `by ${dueAt ? moment(dueAt, zone) : day(by)}`;
