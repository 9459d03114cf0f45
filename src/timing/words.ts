import { numberWord } from '../language/number-words.ts';
import type { Schedule } from './schedule.ts';

const day = (iso: string): Temporal.PlainDate => Temporal.PlainDate.from(iso);
const written = (date: Temporal.PlainDate, options: Intl.DateTimeFormatOptions): string =>
  date.toLocaleString('en-GB', options);
const monthYear = (date: Temporal.PlainDate) => written(date, { month: 'long', year: 'numeric' });
const dayMonthYear = (date: Temporal.PlainDate) => written(date, { dateStyle: 'long' });
const dayMonth = (date: Temporal.PlainDate) => written(date, { day: 'numeric', month: 'long' });
const weekday = (date: Temporal.PlainDate) => written(date, { weekday: 'long' });
const withWeekday = (date: Temporal.PlainDate) => `${weekday(date)} ${dayMonthYear(date)}`;

export const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

const ORDINALS = ['', 'first', 'second', 'third', 'fourth', 'fifth'];
const ordinalWord = (n: number): string =>
  n === -1 ? 'last' : n < 0 ? `${ordinalWord(-n)} from last` : (ORDINALS[n] ?? `${n}th`);
const ENDINGS: Record<string, string> = { one: 'st', two: 'nd', few: 'rd' };
const rules = new Intl.PluralRules('en-GB', { type: 'ordinal' });
const nth = (n: number): string => (n === -1 ? 'last day' : `${n}${ENDINGS[rules.select(n)] ?? 'th'}`);

const NAMES: Record<string, string> = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
};
const WORKING = 'MO,TU,WE,TH,FR';

type Parts = {
  freq: string;
  interval: number;
  months: number[];
  days: string[];
  monthDays: number[];
  position?: number;
};

function partsOf(rule: string): Parts {
  const found = new Map(rule.split(';').map(part => part.split('=') as [string, string]));
  const items = (name: string) => found.get(name)?.split(',') ?? [];
  return {
    freq: found.get('FREQ') ?? '',
    interval: Number(found.get('INTERVAL') ?? 1),
    months: items('BYMONTH').map(Number),
    days: items('BYDAY'),
    monthDays: items('BYMONTHDAY').map(Number),
    position: found.has('BYSETPOS') ? Number(found.get('BYSETPOS')) : undefined,
  };
}

const monthNames = (months: number[]) =>
  listed(months.map(month => written(new Temporal.PlainDate(2025, month, 1), { month: 'long' })));

/** "first Monday", from "1MO". */
function dayOfMonth(code: string): string {
  const position = Number(code.slice(0, -2) || 0);
  const name = NAMES[code.slice(-2)] ?? '';
  return position ? `${ordinalWord(position)} ${name}` : name;
}

/** "first and third Thursday", "first Monday and last Friday". */
function daysOfMonth(codes: string[]): string {
  const names = new Set(codes.map(code => code.slice(-2)));
  const places = codes.map(code => Number(code.slice(0, -2) || 0));
  if (names.size > 1 || places.includes(0)) return listed(codes.map(dayOfMonth));
  return `${listed(places.map(ordinalWord))} ${NAMES[codes[0]?.slice(-2) ?? ''] ?? ''}`;
}

const PERIODS: Record<string, string[]> = {
  MINUTELY: ['minute'],
  HOURLY: ['hour'],
  DAILY: ['day'],
  WEEKLY: ['week'],
  MONTHLY: ['month', 'two months', 'quarter', 'four months', 'five months', 'half-year'],
  YEARLY: ['year'],
};

/** "each quarter", "every two weeks". */
function period({ freq, interval }: Parts): string {
  const named = PERIODS[freq]?.[interval - 1];
  if (named && !named.includes(' ')) return `each ${named}`;
  return `every ${numberWord(interval)} ${PERIODS[freq]?.[0]}s`;
}

const EVERY_MONTH = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const exceptMonths = (months: number[]) => EVERY_MONTH.filter(month => !months.includes(month));

/** "once in each quarter", "once every two weeks". */
const once = (each: string): string => (each.startsWith('every') ? `once ${each}` : `once in ${each}`);

function onWeekdays({ days, interval }: Parts): string {
  if (days.join() === WORKING)
    return interval === 1 ? 'every day from Monday to Friday' : 'from Monday to Friday';
  if (days.length === 7 && interval === 1) return 'every day';
  const names = listed(days.map(code => NAMES[code] ?? code));
  if (interval === 1) return `every ${names}`;
  return interval === 2 ? `every other ${names}` : `every ${numberWord(interval)} weeks, on ${names}`;
}

/** "by" where the plan sets a deadline: a rule knows only the day. */
const placed = (deadline: boolean): string => (deadline ? 'by' : 'on');

function inEachMonth(parts: Parts, deadline: boolean): string {
  const { days, monthDays, position, months } = parts;
  const left = exceptMonths(months);
  const except = months.length
    ? left.length < 6
      ? ` except ${monthNames(left)}`
      : `, in ${monthNames(months)}`
    : '';
  const each = `${period(parts)}${except}`;
  if (position && days.join() === WORKING)
    return `${placed(deadline)} the ${ordinalWord(position)} working day of ${each}`;
  if (days.length) return `${placed(deadline)} the ${daysOfMonth(days)} of ${each}`;
  if (monthDays.length) return `${placed(deadline)} the ${listed(monthDays.map(nth))} of ${each}`;
  return once(each);
}

function inEachYear(parts: Parts, deadline: boolean): string {
  const { months, days, monthDays, interval } = parts;
  const year = interval === 1 ? 'every year' : period(parts);
  if (!months.length) return once(period(parts));
  const names = monthNames(months);
  if (days.length) return `${year} on the ${daysOfMonth(days)} of ${names}`;
  if (!monthDays.length) return `${year} in ${names}`;
  const on = monthDays.map(n => (n < 0 ? `the ${nth(n)} of` : `${n}`));
  return `${year} ${placed(deadline)} ${listed(on)} ${names}`;
}

const DEADLINE = /\b(?:by|before|no later than|at (?:the )?latest)\b/i;

function ruleInWords(rule: string, phrase: string): string {
  const parts = partsOf(rule);
  const deadline = DEADLINE.test(phrase);
  if (parts.freq === 'MONTHLY') return inEachMonth(parts, deadline);
  if (parts.freq === 'YEARLY') return inEachYear(parts, deadline);
  if (parts.days.length) return onWeekdays(parts);
  const each = period(parts);
  return /^(DAILY|HOURLY|MINUTELY)$/.test(parts.freq) ? each.replace('each', 'every') : once(each);
}

const TIMES = ['never', 'once', 'twice', 'three times', 'four times', 'five times', 'six times'];
const UNITS =
  /^(day|week|month|quarter|year|term|half term|(spring|summer|autumn|winter)( and (spring|summer|autumn|winter))*)$/;

function oftenInWords({ times, per }: NonNullable<Schedule['often']>): string {
  if (!UNITS.test(per)) return times === 1 ? `at each ${per}` : `${times} times at each ${per}`;
  return `${TIMES[times] ?? `${times} times`} in each ${listed(per.split(' and '))}`;
}

function span(from: string, by: string): string {
  const [first, last] = [day(from), day(by)];
  if (first.equals(last)) return `on ${withWeekday(first)}`;
  const sameMonth = first.year === last.year && first.month === last.month;
  if (sameMonth && first.day === 1 && last.day === last.daysInMonth) return `in ${monthYear(first)}`;
  if (first.dayOfWeek === 1 && first.until(last).days === 6) return `in the week of ${withWeekday(first)}`;
  const start = sameMonth ? `${first.day}` : first.year === last.year ? dayMonth(first) : dayMonthYear(first);
  return `between ${start} and ${dayMonthYear(last)}`;
}

function bounds({ from, by }: Schedule): string {
  const start = from ? `, from ${dayMonthYear(day(from))}` : '';
  return by ? `${start}${from ? '' : ','} until ${dayMonthYear(day(by))}` : start;
}

function datedInWords({ from, by }: Schedule): string {
  if (from && by) return span(from, by);
  return by ? `by ${withWeekday(day(by))}` : from ? `from ${withWeekday(day(from))}` : 'on a day not given';
}

const OPENERS =
  /^(As|At|When|Where|If|Once|Within|In|On|Upon|After|Before|During|Following|Prior|Each|Every|Immediate|Immediately|No|Per|Whilst|While|Until)\b/;

/** Signs and short forms that a person would have to decode: "5wd", "T-4 weeks", "launch + 2". */
const CRYPTIC =
  /\d\s?(?:wds?|WDs?|w\.d|hrs?|mins?|wks?|mths?|[hd])\b|\s?[+]\s?\d|\b[A-Z]\s?-\s?\d|\bminus\b|\w - \d/;
const LENGTH = /^(-?)PT?(\d+)([MHDWY])$/;
const LENGTHS: Record<string, string> = { H: 'hour', D: 'day', W: 'week', Y: 'year' };

/** "within five working days of decision", where the plan's own words are signs. */
function limitInWords({ phrase, limit, trigger, workingDays }: Schedule): string | undefined {
  const [, sign, count, unit = ''] = LENGTH.exec(limit ?? '') ?? [];
  if (!count || count === '0' || !CRYPTIC.test(phrase)) return undefined;
  const minutes = limit?.includes('T') && unit === 'M';
  const name = minutes ? 'minute' : (LENGTHS[unit] ?? 'month');
  const n = Number(count);
  const length = `${n === 1 ? 'one' : numberWord(n)} ${workingDays ? 'working ' : ''}${name}${n === 1 ? '' : 's'}`;
  if (/\bwithin\b/i.test(phrase)) return `within ${length}${trigger ? ` of ${trigger}` : ''}`;
  if (!trigger) return undefined;
  return `${length} ${sign ? 'before' : 'after'} ${trigger}`;
}

/** The plan's own words inside a sentence; capitals of names and abbreviations stay. */
const inSentence = (phrase: string): string =>
  phrase.replace(/\.$/, '').replace(OPENERS, word => word.toLowerCase());

/** What a timing means, for a person: "once in each quarter", "by Monday 30 June 2025". */
export function inWords(schedule: Schedule): string {
  const { meant, ...said } = schedule;
  return meant === undefined ? wordsOf(schedule) : wordsOf({ ...said, phrase: meant });
}

function wordsOf(schedule: Schedule): string {
  switch (schedule.kind) {
    case 'recurring': {
      const { often, rule } = schedule;
      const how = often
        ? oftenInWords(often)
        : rule
          ? ruleInWords(rule, schedule.phrase)
          : inSentence(schedule.phrase);
      return `${how}${bounds(schedule)}`;
    }
    case 'dated':
      return datedInWords(schedule);
    case 'triggered':
      return `when it happens: ${limitInWords(schedule) ?? inSentence(schedule.phrase)}`;
    case 'continuous':
      return `all the time${bounds(schedule)}`;
    case 'undetermined':
      return `no date yet: ${schedule.phrase}`;
  }
}
