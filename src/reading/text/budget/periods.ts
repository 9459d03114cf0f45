import type { Cost } from './cost.ts';
import type { Marks } from './marks.ts';

const NUMBERS: Record<string, number> = {
  half: 0.5,
  one: 1,
  a: 1,
  an: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
};
const NUMBER = String.raw`\d{1,4}(?:\.\d{1,2})?|one|two|three|four|five|six|seven|eight|nine|ten|twelve`;
const numberOf = (text: string): number => NUMBERS[text.toLowerCase()] ?? Number(text);

const OVER = new RegExp(
  String.raw`\b(?:spread )?(?:over|across|for|during)\s+(?:the )?(?:next )?(?:a )?(${NUMBER})[\s-]?(years?|yrs?|quarters?|months?)(?: period)?\b`,
);
const EACH =
  /(?:\bper|\beach|\bevery|\b(?:a|an)(?= (?:year|month|quarter|week|term|day)\b)|\/)\s?(annum|year|yr|month|quarter|week|day|term|hour|(?!vat\b)\p{L}{3,20})\b|\bp\.?\/?a\b\.?|\bpcm\b|\beach\b(?=\s*$)|\b(annual(?:ly)?|yearly|monthly|quarterly|weekly|termly|daily)\b/u;
const ADVERBS: Record<string, string> = {
  annual: 'year',
  annually: 'year',
  yearly: 'year',
  annum: 'year',
  yr: 'year',
  monthly: 'month',
  quarterly: 'quarter',
  weekly: 'week',
  termly: 'term',
  daily: 'day',
};
const MONTHS: Record<string, number> = { y: 12, q: 3, m: 1 };

/** For what time or thing an amount is. */
export function periodIn(marks: Marks): Cost['period'] {
  const over = marks.take(OVER, 'says over what time');
  if (over)
    return {
      months: Math.round(numberOf(over[1] ?? '') * (MONTHS[(over[2] ?? '').charAt(0).toLowerCase()] ?? 1)),
    };
  if (marks.take(/\bone[- ]?off\b|\bonce only\b|\bsingle payment\b/, 'says that it comes once'))
    return 'one-off';
  const each = marks.take(EACH, 'says for what');
  if (!each) return undefined;
  if (/^p\.?\/?a/i.test(each[0])) return { each: 'year' };
  if (/^pcm/i.test(each[0])) return { each: 'month' };
  if (/^each$/i.test(each[0])) return { each: 'one' };
  const word = (each[1] ?? each[2] ?? '').toLowerCase();
  return { each: ADVERBS[word] ?? word };
}

const PEOPLE = '(?:person|staff|officer|working|man|full|volunteer|team|member)';
const UNIT = '(hours?|hrs?|days?|weeks?|months?|fte|full[- ]time posts?|posts?)';
const TIME = new RegExp(
  String.raw`\b(half)(?: a)?[\s-](days?)\b|\b(${NUMBER})(?:\s?(?:-|–|\bto\b)\s?(${NUMBER}))?[\s-]?(?:${PEOPLE}['’]?s?[\s-])?${UNIT}['’]?(?:(?: of)?(?: ${PEOPLE})?['’]?s?(?: time| work))?(?![\p{L}])`,
  'u',
);
const UNITS: [RegExp, NonNullable<Cost['time']>['unit']][] = [
  [/^h/i, 'hour'],
  [/^d/i, 'day'],
  [/^w/i, 'week'],
  [/^m/i, 'month'],
  [/^[fp]/i, 'post'],
];

/** Work that a cell counts. Taken up before periods: "half a day" is no "a day". */
export function timeIn(marks: Marks): Cost['time'] {
  const found = marks.take(TIME, 'is the time it takes');
  if (!found) return undefined;
  const from = numberOf(found[1] ?? found[3] ?? '');
  const to = found[4] === undefined ? from : numberOf(found[4]);
  const unit = UNITS.find(([pattern]) => pattern.test(found[2] ?? found[5] ?? ''))?.[1];
  return unit && { from: Math.min(from, to), to: Math.max(from, to), unit };
}
