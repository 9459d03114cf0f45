import { dateToSerial, format, isDateFormat } from 'numfmt';

/** Days between the two days from which Excel counts: the first of January 1904 and the last of 1899. */
const DAYS_TO_1904 = 1462;

/** A number as its cell prints it under a format of ECMA-376 18.8.30. `from1904`: how the workbook counts days. */
export function printedNumber(value: number, pattern: string, from1904: boolean): string {
  if (/^general$/i.test(pattern)) return general(value);
  try {
    const dates = isDateFormat(pattern);
    // Lengths of time ("[h]:mm") count from nothing in every workbook.
    const serial = dates && from1904 && !/\[[hms]+\]/i.test(pattern) ? value + DAYS_TO_1904 : value;
    return format(dates ? dayFirst(pattern) : pattern, serial, { locale: 'en-GB' }).trim();
  } catch {
    // A format that nobody can follow: Excel would call the file damaged, a person still wants the number.
    return general(value);
  }
}

/** A text under a format such as `"Q"@`. */
export function printedText(value: string, pattern: string): string {
  if (pattern === 'General' || pattern === '@' || !pattern.includes('@')) return value;
  try {
    return format(pattern, value).trim();
  } catch {
    return value;
  }
}

/**
 * Excel cuts long numbers to the column and turns them to powers of ten; a telephone number stays one here.
 * Fifteen figures are all that Excel keeps, the rest is the noise of binary fractions.
 */
function general(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  return format('General', value);
}

/**
 * Dates in figures with the month first ("m/d/yyyy") print day first, since what reads them takes every date
 * for a British one, and the file, unlike its print, leaves no doubt which day is meant.
 */
const dayFirst = (pattern: string) =>
  pattern.replace(
    /(?<![a-z])(m{1,2})([/.-])(d{1,2})(?=[/.-]y)/gi,
    (_, month: string, sign: string, day: string) => [day, sign, month].join(''),
  );

/** A date that is stored as one (ISO 8601), which only strict workbooks do. */
export function isoDate(value: string, pattern: string): string {
  const parts = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d))?/.exec(value)?.slice(1) ?? [];
  const serial = dateToSerial(parts.map(part => Number(part ?? 0)));
  if (serial === undefined || !parts.length) return value;
  return printedNumber(serial, isDateFormat(pattern) ? pattern : 'dd/mm/yyyy', false);
}
