import { z } from 'zod';
import type { CellRead } from './declaration.ts';

/** Kinds of cell that many tables have. Cells come with blanks drawn together at their ends. */

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const inFigures = (number: number): string => number.toLocaleString('en-GB');

/** Words on one line. */
export const words =
  (most: number) =>
  (text: string): CellRead<string> => {
    const value = oneLine(text);
    return value.length > most
      ? { problem: `This must be ${inFigures(most)} characters or fewer; it has ${inFigures(value.length)}.` }
      : { value };
  };

/** Words over several lines. */
export const lines =
  (most: number) =>
  (text: string): CellRead<string> =>
    text.length > most
      ? { problem: `This must be ${inFigures(most)} characters or fewer; it has ${inFigures(text.length)}.` }
      : { value: text };

const address = z.email().max(254);

/** Signs without a width, which come along when an address is copied from a page or a message. */
const UNSEEN = /[\u00AD\u200B-\u200F\u2060\uFEFF]/g;

/** An email address in small letters, '' for none. */
export function email(text: string): CellRead<string> {
  const value = text
    .replace(UNSEEN, '')
    .replace(/^\s*mailto:/i, '')
    .trim()
    .toLowerCase();
  if (!value || address.safeParse(value).success) return { value };
  if (/[;,]|\s\S+@/.test(value)) return { problem: 'Give one email address only.' };
  return { problem: 'Enter an email address in the right format, like name@example.com.' };
}

/** A telephone number as it is written, '' for none. */
export function phone(text: string): CellRead<string> {
  const value = oneLine(text);
  const figures = value.replace(/\D/g, '').length;
  const odd = /[^\d\s+().\-/]/.test(value.replace(/(?:ext(?:ension)?\.?|x)\s*\d+$/i, ''));
  if (!value || (!odd && figures >= 3 && figures <= 20)) return { value };
  return { problem: 'Enter a telephone number, like 01632 960 001, 07700 900 982 or +44 808 157 0192.' };
}

type Choice<Value extends string> = { value: Value; called: string[] };

/** One of a few words, whatever its capitals; `called`: what files call it, the usual word first. */
export const oneOf =
  <Value extends string>(choices: Choice<Value>[]) =>
  (text: string): CellRead<Value | ''> => {
    const said = keyOf(text);
    if (!said) return { value: '' };
    const found = choices.find(({ called }) => called.some(one => keyOf(one) === said));
    if (found) return { value: found.value };
    const names = choices.map(({ called }) => called[0]!);
    return { problem: `Enter ${names.slice(0, -1).join(', ')} or ${names.at(-1)}.` };
  };

const keyOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const AS_ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00)?(?:\.0+)?Z?)?$/;
const BRITISH =
  /^(\d{1,2})(?:st|nd|rd|th)?[\s./-]+(\d{1,2}|[a-z]{3,9})[\s./,-]+(\d{4}|\d{2})(?: 00:00(?::00)?)?$/i;

/** A day, day before month as in Britain; null for none. Two figures of a year are of this century. */
export function day(text: string): CellRead<Temporal.PlainDate | null> {
  const said = oneLine(text).replace(
    /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? /i,
    '',
  );
  if (!said) return { value: null };
  const [, year, month, date] = AS_ISO.exec(said) ?? [];
  const [, first, second, third] = BRITISH.exec(said) ?? [];
  const found = year
    ? dayOf(Number(year), Number(month), Number(date))
    : first && dayOf(yearOf(third!), monthOf(second!), Number(first));
  return found
    ? { value: found }
    : { problem: 'Enter a real date with the day before the month, like 27/03/2026 or 27 March 2026.' };
}

const yearOf = (text: string): number => (text.length === 2 ? 2000 : 0) + Number(text);

const monthOf = (text: string): number =>
  /^\d/.test(text) ? Number(text) : MONTHS.indexOf(text.toLowerCase().slice(0, 3)) + 1;

function dayOf(year: number, month: number, date: number): Temporal.PlainDate | undefined {
  if (year < 1900) return undefined;
  try {
    return Temporal.PlainDate.from({ year, month, day: date }, { overflow: 'reject' });
  } catch {
    return undefined; // the 31st of February, the 13th month
  }
}
