import { count, day } from '../../../language/words.ts';
import type { Series } from '../../../timing/series/series.ts';
import { seriesInWords } from '../../../timing/series/words.ts';

type Silence = {
  last: Temporal.PlainDate | null;
  due: Temporal.PlainDate;
  phrase: string;
  series: Series;
};

/** "nothing since 3 March 2025", "nothing yet". */
export const silenceInWords = ({ last }: Silence): string =>
  last ? `nothing since ${day(last)}` : 'nothing yet';

/** What was promised: in the words of the plan, else as its dates are reckoned. */
export function promisedInWords({ phrase, series }: Silence): string {
  const words = phrase.replace(/\s+/g, ' ').trim() || seriesInWords(series);
  return words.length > LONGEST ? `${words.slice(0, LONGEST - 1)}…` : words;
}

/** In characters of a plan, which may say more than its timing. */
const LONGEST = 80;

/** Days up to two weeks, then whole weeks. */
export function overInWords(due: Temporal.PlainDate, today: Temporal.PlainDate): string {
  const { days } = due.until(today, { largestUnit: 'days' });
  return days < 14 ? count(days, 'day') : count(Math.floor(days / 7), 'week');
}
