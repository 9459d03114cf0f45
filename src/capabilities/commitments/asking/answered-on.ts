import type { AnswerGiven } from '../../asking/index.ts';

/** The day on which something was said: by link when it came, by telephone as whoever wrote it down has it. */
export function answeredOn(
  { at, by }: Pick<AnswerGiven, 'at' | 'by'>,
  { today, zone }: { today: Temporal.PlainDate; zone: string },
): Temporal.PlainDate {
  const said = by.written?.on ?? at.toZonedDateTimeISO(zone).toPlainDate();
  return Temporal.PlainDate.compare(said, today) < 0 ? said : today;
}
