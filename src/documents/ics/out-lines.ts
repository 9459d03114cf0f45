/** Content lines of iCalendar, as RFC 5545 wants them written. */

/** In octets, the end of the line not counted (3.1). */
const LONGEST = 75;

/** Folded between characters, so that a program which joins characters gets the same words as one which joins octets. */
export function folded(line: string): string {
  if (Buffer.byteLength(line) <= LONGEST) return line;
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > LONGEST) {
      parts.push(part);
      part = '';
      octets = 1; // the blank that goes before what is folded
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n ');
}

/** No calendar can hold these: TEXT has no control characters but the end of a line (3.3.11). */
const BARRED = /(?![\n\t])\p{Cc}/gu;

/** The words of a property, with what would end them marked. */
export const text = (words: string): string =>
  words
    .toWellFormed()
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(BARRED, '')
    .replaceAll(/[\\;,]/g, sign => `\\${sign}`)
    .replaceAll('\n', '\\n');

/** "20250408" */
export const date = (day: Temporal.PlainDate): string => day.toString().replaceAll('-', '');

/** "20250408T190000", on whatever clocks are named beside it. */
export const localTime = (at: Temporal.PlainDateTime): string =>
  `${date(at.toPlainDate())}T${at.toPlainTime().toString({ smallestUnit: 'second' }).replaceAll(':', '')}`;

/** "20250408T180000Z" */
export const utc = (at: Temporal.Instant): string =>
  `${localTime(at.toZonedDateTimeISO('UTC').toPlainDateTime())}Z`;
