import { z } from 'zod';
import { inWordsDated } from '../../rules/when-dated.ts';

const ASKED = 'as a year, a month or a day, like 2026, April 2026 or 1 April 2026';
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A year, a month or a day, as plans have their periods: "2026", "2026-04", "2026-04-01"; undefined for anything else. */
export function partOfTime(typed: string): string | undefined {
  const text = typed.trim();
  const iso = /^(\d{4})(?:-(\d\d?))?(?:-(\d\d?))?$/.exec(text);
  if (iso) return inOrder(iso[1]!, Number(iso[2] ?? 0), Number(iso[3] ?? 0));
  const said = /^(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([a-z]{3,9})\.?,?\s+(\d{4})$/i.exec(text);
  const month = said ? MONTHS.indexOf(said[2]!.toLowerCase().slice(0, 3)) + 1 : 0;
  return said && month ? inOrder(said[3]!, month, Number(said[1] ?? 0)) : undefined;
}

function inOrder(year: string, month: number, day: number): string | undefined {
  if (!month) return year;
  const two = (number: number) => String(number).padStart(2, '0');
  try {
    Temporal.PlainDate.from({ year: Number(year), month, day: day || 1 }, { overflow: 'reject' });
  } catch {
    return undefined; // the 31st of June
  }
  return [year, two(month), ...(day ? [two(day)] : [])].join('-');
}

const field = (which: string) =>
  z.string().transform((typed, context) => {
    if (!typed.trim()) return null;
    const found = partOfTime(typed);
    if (found) return found;
    context.addIssue({ code: 'custom', message: `Enter the ${which} of the period ${ASKED}` });
    return z.NEVER;
  });

export const periodFrom = field('start');
export const periodTo = field('end');

export const shownPart = (part: string | null): string => (part ? inWordsDated(part) : '');
