import type { Span } from '../calendar.ts';
import { months, weekdayOfMonth } from '../calendar.ts';
import {
  as,
  either,
  maybe,
  meaning,
  phrase,
  type Recogniser,
  remembered,
  sequence,
  unless,
} from '../grammar/grammar.ts';
import { count, month, position, weekday } from '../grammar/names.ts';
import { calendarDay } from './days.ts';
import { feast } from './feasts.ts';
import { dayAway } from './lengths.ts';
import type { Moment } from './moment.ts';
import { stretch } from './stretches.ts';
import { weekNamed, weekOfMonth } from './weeks.ts';
import { financialMoment, yearAfter } from './years.ts';

type Part = 'start' | 'early' | 'middle' | 'late';

const THE_YEAR = 'the financial year or the calendar year?';
/** "the year", of which a part is named. */
const theYear: Recogniser<Moment> = as(phrase('the year'), () => financialMoment({ doubt: THE_YEAR }));

const part: Recogniser<Part> = meaning<Part>({
  early: 'early',
  'early in|on': 'early',
  'beginning|start': 'start',
  'the? beginning|start of|in': 'start',
  'the? early of|in': 'early',
  'mid|middle|midway': 'middle',
  'the? middle of|in': 'middle',
  'mid in|of': 'middle',
  'late in?': 'late',
});

const end = phrase('the? very? end|close of?', 'end of the?', 'the? last day of', 'eo', 'e / o');

const days = (span: Span) => span.from.until(span.by).days + 1;

/** Months divide at the 10th and the 20th; longer stretches into thirds of whole months, and start with one month. */
function divide(span: Span, which: Part): Span {
  const index = { start: 0, early: 0, middle: 1, late: 2 }[which];
  if (days(span) > 31) {
    const third = which === 'start' ? 1 : Math.max(1, Math.round(days(span) / 30.4 / 3));
    const from = span.from.add({ months: third * index });
    return index === 2
      ? { from, by: span.by }
      : { from, by: from.add({ months: third }).subtract({ days: 1 }) };
  }
  const from = span.from.add({ days: 10 * index });
  return index === 2 ? { from, by: span.by } : { from, by: from.add({ days: 9 }) };
}

const partOf: Recogniser<Moment> = as(
  sequence(
    unless(feast),
    part,
    maybe(phrase('-|in')),
    either(
      stretch,
      as(sequence(phrase('the'), stretch), ([, s]) => s),
      theYear,
    ),
  ),
  ([, which, , named]) => {
    const whole = named.plainly ?? named;
    return {
      ...whole,
      months: whole.season ? undefined : whole.months,
      season: undefined,
      in: (year, facts) => {
        const span = whole.in(year, facts);
        return span && (days(span) < 28 ? span : divide(span, which));
      },
    };
  },
);

/** "mid to late June": from the beginning of the first part to the end of the second. */
const partsOf: Recogniser<Moment> = as(
  sequence(part, phrase('to|/|-|or'), part, maybe(phrase('-|the|in')), stretch),
  ([first, , last, , whole]) => ({
    ...whole,
    months: undefined,
    season: undefined,
    in: (year, facts) => {
      const span = whole.in(year, facts);
      return span && { from: divide(span, first).from, by: divide(span, last).by };
    },
  }),
);

const lastDay = ({ plainly, ...named }: Moment): Moment => lastOf(plainly ?? named);

const lastOf = (whole: Moment): Moment => ({
  ...whole,
  deadline: true,
  dayOfMonth: whole.months?.length === 1 ? -1 : undefined,
  in: (year, facts) => {
    const span = whole.in(year, facts);
    return span && { from: span.by, by: span.by };
  },
});

const YEAR_END = 'the end of the financial year or of the calendar year?';
const yearEnd: Recogniser<Moment> = as(
  sequence(
    either(
      as(phrase('the? rest|remainder of the year'), () => YEAR_END),
      as(phrase('the? financial|fin|municipal year end', 'the? year end', 'fye', 'eofy'), () => ''),
      as(phrase('eoy'), () => YEAR_END),
      as(
        sequence(phrase('the? end of the? year', 'the? end of this|current year'), unless(count)),
        () => YEAR_END,
      ),
    ),
    maybe(yearAfter),
  ),
  ([doubt, y]) => ({ ...lastDay(financialMoment({ year: y?.year })), doubt: doubt || undefined }),
);

const endOf: Recogniser<Moment> = either(
  as(sequence(month, maybe(phrase('-')), phrase('end'), maybe(yearAfter)), ([m, , , y]) =>
    lastDay({ year: y?.year, months: [m], in: year => months(year, m) }),
  ),
  as(sequence(end, maybe(phrase('-|the')), stretch), ([, , whole]) => lastDay(whole)),
  yearEnd,
);

/** "first Tuesday in December 2025", "last Wednesday of May". */
const weekdayIn: Recogniser<Moment> = as(
  sequence(maybe(phrase('the')), position, weekday, phrase('in|of'), month, maybe(yearAfter)),
  ([, n, w, , m, y]) => ({
    year: y?.year,
    in: year => {
      const found = weekdayOfMonth(year, m, w, n);
      return found && { from: found, by: found };
    },
  }),
);

/** Any stretch of the calendar that words can name, a single day included. */
export const moment: Recogniser<Moment> = remembered(
  either(dayAway, weekNamed, weekOfMonth, weekdayIn, endOf, calendarDay, partsOf, partOf, stretch),
);
