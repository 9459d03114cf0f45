import { folded } from '../text/plain.ts';

/** What one printed heading says of a time: "March 2025", "Q1", "w/c 3 Mar", "14", "Tue". */
export type Label = {
  /** A calendar year; with `financial`, the one in which the financial year begins. */
  year?: number;
  financial?: true;
  quarter?: number;
  /** 1 for January. */
  month?: number;
  /** The last month of several ("Apr–Jun"). */
  toMonth?: number;
  /** A week counted from somewhere ("Week 3"). */
  week?: number;
  day?: number;
  /** The day is the first of a week. */
  commencing?: true;
};

export const MONTHS =
  'January February March April May June July August September October November December'.split(' ');
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const YEAR = "['(]?(20\\d\\d|\\d\\d)\\)?";
const WEEKDAY = '(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?';
const WEEK_OF = '(?:w/?c|w/?b|wk/?c|week (?:commencing|beginning|starting))';

const number = (text = '') => Number(text);
const year = (text: string | undefined) =>
  text ? { year: text.length === 2 ? 2000 + number(text) : number(text) } : {};
const month = (text = '') => MONTHS.findIndex(name => name.toLowerCase().startsWith(text.slice(0, 3))) + 1;

/** The forms in which plans head columns with times; whole texts only, since "March launch" is no month. */
const FORMS: [RegExp, (found: string[]) => Label][] = [
  [/^(20\d\d)$/, ([, y]) => year(y)],
  [/^(?:fy ?)?(20\d\d) ?[/-] ?(?:20)?\d\d$/, ([, y]) => ({ ...year(y), financial: true })],
  [new RegExp(`^${MONTH}(?:[ /,-]*${YEAR})?$`), ([, m, y]) => ({ month: month(m), ...year(y) })],
  [
    new RegExp(`^${MONTH} ?(?:-|/|to) ?${MONTH}(?:[ ,]*${YEAR})?$`),
    ([, m, to, y]) => ({ month: month(m), toMonth: month(to), ...year(y) }),
  ],
  [
    /^(?:q|qtr|quarter) ?([1-4])(?: ?\([^)]*\))?(?:[ ,-]*(?:fy ?)?(20\d\d|\d\d)( ?[/-] ?(?:20)?\d\d)?)?$/,
    ([, q, y, to]) => ({ quarter: number(q), ...year(y), ...(to ? { financial: true } : {}) }),
  ],
  [/^(?:week|wk|w) ?(?:no\.? ?)?(\d{1,2})$/, ([, w]) => ({ week: number(w) })],
  [new RegExp(`^(?:week|${WEEK_OF}):?$`), () => ({ commencing: true })],
  [
    new RegExp(
      `^(?:(${WEEK_OF}) ?)?(?:${WEEKDAY},? )?(\\d{1,2})(?:st|nd|rd|th)?(?:[ -]${MONTH}(?:[ -]*${YEAR})?)?$`,
    ),
    ([, wc, d, m, y]) => ({
      day: number(d),
      ...(m ? { month: month(m) } : {}),
      ...year(y),
      ...(wc ? { commencing: true } : {}),
    }),
  ],
  [
    new RegExp(`^(?:(${WEEK_OF}) ?)?(?:${WEEKDAY},? )?(\\d{1,2})[/.](\\d{1,2})(?:[/.]${YEAR})?$`),
    ([, wc, d, m, y]) => ({
      day: number(d),
      month: number(m),
      ...year(y),
      ...(wc ? { commencing: true } : {}),
    }),
  ],
  [new RegExp(`^${WEEKDAY},?$|^(?:m|t|w|f|s|tu|th|sa|su|mo|we|fr)$`), () => ({})],
];

/** What a heading says of a time; undefined where it says anything else, or a day or month that there is none of. */
export function labelOf(heading: string): Label | undefined {
  const text = folded(heading);
  if (text.length > 40) return undefined;
  for (const [form, label] of FORMS) {
    const found = form.exec(text);
    if (found) return real(label([...found]));
  }
  return undefined;
}

const real = (label: Label): Label | undefined =>
  (label.day ?? 1) >= 1 && (label.day ?? 1) <= 31 && (label.month ?? 1) >= 1 && (label.month ?? 1) <= 12
    ? label
    : undefined;
