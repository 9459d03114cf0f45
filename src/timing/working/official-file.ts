import { z } from 'zod';
import { type Holiday, type HolidaysOfYear, type Published, published } from './bank-holidays.ts';
import { holidaysByRule } from './by-rule.ts';
import { DIVISIONS, type Division } from './division.ts';

/** What of https://www.gov.uk/bank-holidays.json is used; it may hold more. */
const event = z.object({
  title: z.string().trim().min(1).max(120),
  date: z.iso.date(),
  notes: z.string().max(200).default(''),
});
const shape = z.object({ division: z.string(), events: z.array(event).min(1).max(1000) });

/** Why a file is not taken: each with what is needed to say it in words. */
export type FileProblem =
  | { why: 'not-json' }
  | { why: 'division-missing'; division: Division }
  | { why: 'division-unreadable'; division: Division; where: string }
  | { why: 'day-twice'; division: Division; day: string }
  | { why: 'year-missing'; division: Division; year: number }
  | { why: 'holiday-missing'; division: Division; day: string; name: string }
  | { why: 'too-many'; division: Division; year: number }
  | { why: 'over'; last: number };

/** Never moved by proclamation, so that a year without one of them is cut short or not the official one. */
const NEVER_MOVED = /^(New Year|Good Friday|Christmas|Boxing)/;
/** More than twice as many as any year has had. */
const MOST_A_YEAR = 24;

/** Reads the official file, in which every year that it has must be whole; `thisYear` must not be after its last. */
export function readOfficialFile(
  text: string,
  thisYear: number,
): { holidays: Holiday[]; problem?: undefined } | { problem: FileProblem } {
  const json = parsed(text);
  if (!json) return { problem: { why: 'not-json' } };
  const holidays: Holiday[] = [];
  for (const division of DIVISIONS) {
    const read = eventsOf(json, division);
    if ('why' in read) return { problem: read };
    holidays.push(...read);
  }
  const problem = firstProblem(holidays, thisYear);
  return problem ? { problem } : { holidays };
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const json: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return json && typeof json === 'object' ? (json as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function eventsOf(json: Record<string, unknown>, division: Division): Holiday[] | FileProblem {
  if (!Object.hasOwn(json, division)) return { why: 'division-missing', division };
  const read = shape.safeParse(json[division]);
  if (!read.success)
    return {
      why: 'division-unreadable',
      division,
      where: read.error.issues[0]?.path.join('.') || 'the whole of it',
    };
  return read.data.events.map(({ title, date, notes }) => ({
    division,
    day: date,
    name: /^substitute day$/i.test(notes.trim()) ? `${title} (substitute day)` : title,
  }));
}

function firstProblem(holidays: Holiday[], thisYear: number): FileProblem | undefined {
  const twice = holidays.find(({ division, day }, at) =>
    holidays.some((other, before) => before < at && other.division === division && other.day === day),
  );
  if (twice) return { why: 'day-twice', division: twice.division, day: twice.day };
  const years = published(holidays);
  for (const division of DIVISIONS) {
    const problem = problemOf(division, years);
    if (problem) return problem;
  }
  const last = Math.min(...DIVISIONS.map(division => Math.max(...years[division].keys())));
  return last < thisYear ? { why: 'over', last } : undefined;
}

function problemOf(division: Division, { [division]: years }: Published): FileProblem | undefined {
  const known = [...years.keys()];
  for (let year = Math.min(...known); year <= Math.max(...known); year++) {
    const days = years.get(year);
    if (!days) return { why: 'year-missing', division, year };
    if (days.size > MOST_A_YEAR) return { why: 'too-many', division, year };
    const missing = missingIn(days, year, division);
    if (missing) return { why: 'holiday-missing', division, ...missing };
  }
  return undefined;
}

function missingIn(days: HolidaysOfYear, year: number, division: Division) {
  for (const [day, name] of holidaysByRule(year, division))
    if (NEVER_MOVED.test(name) && !days.has(day)) return { day, name };
  return undefined;
}
