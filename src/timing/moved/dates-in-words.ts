const { PlainDate } = Temporal;

/** How to take what can be taken in two ways: "Jun 26" for a year, and dates that name none. */
export type Taking = {
  months: number;
  /** Two digits after a month are a year. */
  shortYears?: true;
  /** The year in which a date falls that names none: the day of the week that it names follows it. */
  falls?: number | undefined;
  /** Given to a date that names no year, so that it is not left to the reader's day. */
  year?: number | undefined;
  /** Months without a year are those of a rhythm ("every June until 2027") and stay. */
  rhythm?: true;
};

const MONTHS = [
  ['january', 'jan'],
  ['february', 'feb'],
  ['march', 'mar'],
  ['april', 'apr'],
  ['may'],
  ['june', 'jun'],
  ['july', 'jul'],
  ['august', 'aug'],
  ['september', 'sept', 'sep'],
  ['october', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
];
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

const MONTH = `(?<month>${MONTHS.flat().join('|')})\\b\\.?`;
const DAY = '\\d{1,2}(?:st|nd|rd|th)?';
const YEAR = "(?:(?:19|20)\\d\\d|['’]\\d\\d)(?!\\d)";
const WEEKDAY = '(?<weekday>(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?)';

const NAMED = (year: string, after: string) =>
  `(?:${WEEKDAY}(?=,?\\s+(?:the\\s+)?\\d))?(?<lead>,?\\s*(?:the\\s+)?)(?<days>\\b${DAY}(?:\\s*(?:[-–—,&/]|to|and|or)\\s*${DAY})*\\s*(?:of\\s+)?[-\\s]?)?\\b${MONTH}` +
  `(?<after>\\s+${after})?(?:(?<gap>,?\\s*[-\\s]?)(?<year>${year})(?:(?<slash>[/–-])(?<next>\\d\\d|\\d{4})(?!\\d))?)?`;
const NAMED_SHORT = NAMED(
  `${YEAR}|\\d\\d(?![\\d:/]|st|nd|rd|th)`,
  '\\d{1,2}(?:st|nd|rd|th|(?=,?\\s+(?:19|20)\\d\\d))',
);
const NUMBERS =
  '(?<iso>\\b(?:19|20)\\d\\d-\\d\\d-\\d\\d\\b)|(?<numeric>\\b\\d{1,2}(?<mark>[/.-])\\d{1,2}\\k<mark>(?:\\d{4}|\\d\\d)\\b)' +
  '|(?<monthly>\\b\\d{1,2}/(?:19|20)\\d\\d\\b)';
const YEARS =
  "(?<pair>\\b(?:19|20)\\d\\d\\s?[/–-]\\s?(?:(?:19|20)\\d\\d|\\d\\d)\\b)|(?<short>(?<![\\d/])\\d\\d/\\d\\d(?![\\d/]))|(?<alone>\\b(?:19|20)\\d\\d\\b)|(?<apostrophe>['’]\\d\\d\\b)";

const patterns = new Map(
  [false, true].map(short => [
    short,
    new RegExp(`${NUMBERS}|${short ? NAMED_SHORT : NAMED(YEAR, `${DAY}(?![\\d:/])`)}|${YEARS}`, 'giu'),
  ]),
);

/** The words of one timing with every date in them so many months later, each in the way in which it is written. */
export function moveDates(words: string, taking: Taking): string {
  return words.replace(patterns.get(Boolean(taking.shortYears))!, (text: string, ...rest) => {
    const groups = rest.at(-1) as Record<string, string | undefined>;
    const { iso, numeric, monthly, pair, short, alone, apostrophe } = groups;
    if (iso) return PlainDate.from(iso).add({ months: taking.months }).toString();
    if (numeric) return moveNumeric(numeric, groups.mark!, taking.months);
    if (monthly) return moveMonthly(monthly, taking.months);
    if (groups.month) return moveNamed(text, groups, taking);
    const years = taking.months / 12;
    if (!Number.isInteger(years)) return text;
    if (short) return isPair(short) ? short.replace(/\d\d/g, two => twoDigits(Number(two) + years)) : text;
    if (pair ?? alone ?? apostrophe) return laterYears(text, years);
    return text;
  });
}

const twoDigits = (number: number): string => String(((number % 100) + 100) % 100).padStart(2, '0');

const isPair = (short: string): boolean => {
  const [first, second] = short.split('/').map(Number) as [number, number];
  return second === (first + 1) % 100;
};

const laterYears = (text: string, years: number): string =>
  text.replace(/\d+/g, digits =>
    digits.length === 2 ? twoDigits(Number(digits) + years) : String(Number(digits) + years),
  );

function moveNumeric(text: string, mark: string, months: number): string {
  const [day = '', month = '', year = ''] = text.split(mark);
  const full = year.length === 2 ? 2000 + Number(year) : Number(year);
  const date = dayIn(full, Number(month), Number(day));
  if (!date) return text;
  const moved = date.add({ months });
  const pad = (number: number, as: string) => String(number).padStart(as.length === 2 ? 2 : 1, '0');
  const written = year.length === 2 ? twoDigits(moved.year) : String(moved.year);
  return [pad(moved.day, day), pad(moved.month, month), written].join(mark);
}

function moveMonthly(text: string, months: number): string {
  const [month = '', year = ''] = text.split('/');
  const date = dayIn(Number(year), Number(month), 1);
  if (!date) return text;
  const moved = date.add({ months });
  return `${String(moved.month).padStart(month.length, '0')}/${moved.year}`;
}

function dayIn(year: number, month: number, day: number): Temporal.PlainDate | undefined {
  if (month < 1 || month > 12 || day < 1) return undefined;
  const first = new PlainDate(year, month, 1);
  return day <= first.daysInMonth ? first.with({ day }) : undefined;
}

/** "Monday 29 and 30 June 2026", "June 2026", "30 June", "June 30, 2026". */
function moveNamed(text: string, groups: Record<string, string | undefined>, taking: Taking): string {
  const { weekday, lead = '', days = '', after = '', gap = '', year, slash = '', next = '' } = groups;
  const name = groups.month!.toLowerCase();
  const month = MONTHS.findIndex(names => names.includes(name)) + 1;
  if (!year && taking.rhythm) return text;
  const steps = month - 1 + taking.months;
  const to = (((steps % 12) + 12) % 12) + 1;
  const carry = Math.floor(steps / 12);
  const was = year === undefined ? undefined : fullYear(year);
  const is = was === undefined ? taking.year : was + carry;
  const most = new PlainDate(is ?? 2001, to, 1).daysInMonth; // 2001: a year without a leap day
  const clamped = (part: string) => part.replace(/\d+/g, number => String(Math.min(Number(number), most)));
  const [newDays, newAfter] = [clamped(days), clamped(after)];
  const printed = text.slice(text.toLowerCase().indexOf(name, text.indexOf(days) + days.length));
  const monthWords = to === month ? printed.slice(0, name.length) : likeIn(printed.slice(0, name.length), to);
  const stop = printed[name.length] === '.' ? '.' : '';
  const yearWords = year
    ? gap + likeYear(year, is!) + (next && slash + laterYears(next, carry))
    : taking.year
      ? ` ${taking.year}`
      : '';
  const first = Number(/\d+/.exec(newDays || newAfter)?.[0]);
  const falls = is ?? taking.falls;
  const dayOfWeek =
    weekday && falls !== undefined && first ? weekdayLike(weekday, dayIn(falls, to, first)) : (weekday ?? '');
  return dayOfWeek + lead + newDays + monthWords + stop + newAfter + yearWords;
}

const fullYear = (year: string): number => {
  const number = Number(year.replace(/\D/g, ''));
  return number < 100 ? 2000 + number : number;
};

const likeYear = (printed: string, year: number): string =>
  printed.length === 4 ? String(year) : printed.replace(/\d\d/, twoDigits(year));

/** Another month, as long or as short and with the same capitals as the one that is printed. */
function likeIn(printed: string, month: number): string {
  const [full = '', short = full] = MONTHS[month - 1]!;
  const isShort = printed.length <= 4 && !['may', 'june', 'july'].includes(printed.toLowerCase());
  return inCapitalsOf(printed, isShort ? short : full);
}

function weekdayLike(printed: string, day: Temporal.PlainDate | undefined): string {
  if (!day) return printed;
  const full = WEEKDAYS[day.dayOfWeek - 1]!;
  return inCapitalsOf(printed, /day$/i.test(printed) ? full : full.slice(0, 3));
}

function inCapitalsOf(printed: string, word: string): string {
  if (printed.length > 1 && printed === printed.toUpperCase()) return word.toUpperCase();
  return printed[0] === printed[0]?.toUpperCase() ? word[0]!.toUpperCase() + word.slice(1) : word;
}
