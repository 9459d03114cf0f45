/** Cannot be done as it was asked, in a sentence for the person who asked. */
export class NotPossible extends Error {}

/** The day that `--today` gives; days that the calendar lacks are refused. */
export function dayFrom(text: string): Temporal.PlainDate {
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    // said below, in words
  }
  throw new NotPossible(`"${text}" is not a day. Give --today as year, month and day, such as 2026-04-01.`);
}
