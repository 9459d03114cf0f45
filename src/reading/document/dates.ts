import { folded } from '../text/plain.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = String.raw`(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`;
const YEAR = String.raw`((?:19|20)\d\d)`;

const two = (value: number | string) => String(value).padStart(2, '0');
const monthNumber = (name: string) => MONTHS.indexOf(name.slice(0, 3)) + 1;

/** Day first, always: these are British documents. A two-figure year belongs to this century. */
export function fullDate(text: string): string | undefined {
  const small = folded(text);
  const named = new RegExp(String.raw`\b(\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH},? ${YEAR}\b`).exec(small);
  if (named) return checked(named[3], monthNumber(named[2] ?? ''), named[1]);
  const iso = /\b(20\d\d)-(\d\d)-(\d\d)\b/.exec(small);
  if (iso) return checked(iso[1], Number(iso[2]), iso[3]);
  const figures = /\b(\d{1,2})[/.](\d{1,2})[/.]((?:20)?\d\d)\b/.exec(small);
  if (figures) return checked(`20${figures[3]?.slice(-2)}`, Number(figures[2]), figures[1]);
  return undefined;
}

function checked(year: string | undefined, month: number, day: string | undefined): string | undefined {
  const text = `${year}-${two(month)}-${two(day ?? '')}`;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString();
  } catch {
    return undefined;
  }
}

export function monthAndYear(text: string): string | undefined {
  const found = new RegExp(String.raw`\b${MONTH},? ${YEAR}\b`).exec(folded(text));
  return found ? `${found[2]}-${two(monthNumber(found[1] ?? ''))}` : undefined;
}

export const bareYear = (text: string): string | undefined =>
  new RegExp(String.raw`\b${YEAR}\b`).exec(folded(text))?.[1];

export type Period = { from: string; to: string };

/** "2020-2021", "2024/25", "2015 to 2017", "April 2024 – March 2026": from and to, as exact as they are printed. */
export function periodIn(text: string): Period | undefined {
  const small = folded(text);
  const joint = String.raw`\s*(?:-|/|to|until|and)\s*`;
  const months = new RegExp(String.raw`\b${MONTH} ?(?:${YEAR})?${joint}${MONTH} ${YEAR}\b`).exec(small);
  if (months) {
    const to = months[4] ?? '';
    return {
      from: `${months[2] ?? to}-${two(monthNumber(months[1] ?? ''))}`,
      to: `${to}-${two(monthNumber(months[3] ?? ''))}`,
    };
  }
  const years = new RegExp(String.raw`\b${YEAR}${joint}((?:20)?\d\d)\b(?![/.-]?\d)`).exec(small);
  const from = years?.[1];
  if (!years || from === undefined) return undefined;
  const to = `${from.slice(0, 2)}${years[2]?.slice(-2)}`;
  return Number(to) > Number(from) && Number(to) - Number(from) <= 15 ? { from, to } : undefined;
}

/** Whether a text is a date and nothing else, as under a title. */
export const isOnlyDate = (text: string): boolean => {
  const rest = folded(text)
    .replace(new RegExp(MONTH, 'g'), ' ')
    .replace(
      /\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|date|dated|updated?|last|as at|spring|summer|autumn|winter)\b/g,
      ' ',
    )
    .replace(/\d+(?:st|nd|rd|th)?/g, ' ');
  return /\d/.test(text) && !/[a-z]{2}/.test(rest);
};
