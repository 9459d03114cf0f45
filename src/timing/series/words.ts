import { numberWord } from '../../language/number-words.ts';
import { day as inFull } from '../../language/words.ts';
import { inWords, listed } from '../words.ts';
import type { Beside, Length, Series, Unit } from './series.ts';

const NAMES: Record<Unit, string> = {
  day: 'day',
  'working-day': 'working day',
  week: 'week',
  month: 'month',
  quarter: 'quarter',
  'half-year': 'half-year',
  year: 'year',
};

const TIMES = ['never', 'once', 'twice', 'three times', 'four times', 'five times', 'six times'];
export const timesInWords = (times: number): string => TIMES[times] ?? `${times} times`;

/** "two weeks", "one working day". */
export const lengthInWords = ({ count, unit }: Length): string =>
  count === 1 ? `one ${NAMES[unit]}` : `${numberWord(count)} ${NAMES[unit]}s`;

/** "in each quarter", "in every two weeks"; a day is "every day". */
function eachPeriod(times: number, { count, unit }: Length): string {
  const days = unit === 'day' || unit === 'working-day';
  if (days && times === 1)
    return count === 1 ? `every ${NAMES[unit]}` : `every ${numberWord(count)} ${NAMES[unit]}s`;
  const each = count === 1 ? `each ${NAMES[unit]}` : `every ${numberWord(count)} ${NAMES[unit]}s`;
  return `${timesInWords(times)} in ${each}`;
}

const DURATION = [
  ['years', 'year'],
  ['months', 'month'],
  ['weeks', 'week'],
  ['days', 'day'],
  ['hours', 'hour'],
  ['minutes', 'minute'],
] as const;

/** "24 hours", "five working days"; "at once" where there is no time at all. */
export function limitInWords(limit: string, workingDays = false): string {
  const length = Temporal.Duration.from(limit);
  const parts = DURATION.filter(([unit]) => length[unit]).map(([unit, name]) => {
    const n = length[unit];
    return `${numberWord(n)} ${workingDays && unit === 'days' ? 'working ' : ''}${name}${n === 1 ? '' : 's'}`;
  });
  return parts.length ? listed(parts) : 'at once';
}

const PLACES = {
  during: 'during',
  'first-week': 'in the first week of',
  'last-week': 'in the last week of',
};

/** @param entries "each full council in Meetings" */
function besideInWords(days: Beside, entries: string): string {
  if ('far' in days) {
    const length = lengthInWords(days.far);
    const end = days.end === 'first-day' ? 'the beginning' : 'the end';
    return `${days.within ? 'within ' : ''}${length} ${days.at} ${end} of ${entries}`;
  }
  if (days.at === 'first-day') return `on the day ${entries} begins`;
  if (days.at === 'last-day') return `on the day ${entries} ends`;
  return `${PLACES[days.at]} ${entries}`;
}

const SEASONS_AND_MONTHS =
  /^(spring|summer|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december)$/i;

/** "every winter", "every Halloween", "every year when the clocks go back". */
function everyYear(occasions: readonly string[]): string {
  const [first = ''] = occasions;
  if (occasions.length === 1 && /^the clocks /i.test(first)) return `every year when ${first}`;
  if (occasions.length === 1 && !/^the /i.test(first)) return `every ${first}`;
  const all = listed(occasions);
  return occasions.every(one => SEASONS_AND_MONTHS.test(one)) ? `every year in ${all}` : `every year: ${all}`;
}

/**
 * A series as a person says it, before it is kept and wherever it stands.
 * @param calendar the name of the calendar that a series hangs on
 */
export function seriesInWords(series: Series, calendar = 'a calendar that is no longer kept'): string {
  return `${said(series, calendar)}${boundsInWords(series)}`;
}

function said(series: Series, calendar: string): string {
  switch (series.kind) {
    case 'rule':
      return `${inWords({ phrase: '', kind: 'recurring', rule: series.rule })}${timeInWords(series)}`;
    case 'each':
      return eachPeriod(series.times, series.period);
    case 'continuous':
      return `all the time, looked at ${eachPeriod(1, series.look)}`;
    case 'days':
      return `${listed(series.windows.map(window => inWords({ phrase: '', kind: 'dated', ...window })))}${timeInWords(series)}`;
    case 'occasions': {
      const lead = series.lead ? `, from ${lengthInWords({ count: series.lead, unit: 'day' })} before` : '';
      return `${everyYear(series.occasions)}${lead}`;
    }
    case 'beside': {
      const times = (series.times ?? 1) > 1 ? `${timesInWords(series.times ?? 1)}, ` : '';
      const entries = series.called ? `each ${series.called} in ${calendar}` : `each entry of ${calendar}`;
      return `${times}${besideInWords(series.days, entries)}`;
    }
    case 'triggered': {
      const limit = limitInWords(series.limit, series.workingDays);
      const { trigger } = series;
      const of = /^(as|by|if|in|on|once|upon|when|where|whenever)\b/i.exec(trigger)?.[0];
      if (of)
        return `${limit === 'at once' ? limit : `within ${limit}`}, ${of.toLowerCase()}${trigger.slice(of.length)}`;
      if (isClause(trigger))
        return limit === 'at once' ? `at once when ${trigger}` : `within ${limit} after ${trigger}`;
      return limit === 'at once' ? `at once on ${trigger}` : `within ${limit} of ${trigger}`;
    }
  }
}

/**
 * Whether the words of a trigger are a sentence ("complaints rise", "a road is closed") and no name of something. Words
 * that are both ("policy changes", "a rise") are taken for names, which read well either way.
 */
const isClause = (trigger: string): boolean =>
  /\b(?:is|are|was|were|has|have|becomes?|arises?|happens?|occurs?|emerges?|exceeds?|rises|falls|goes|reaches)\b/i.test(
    trigger,
  ) ||
  /\w(?:s|people|children) (?:rise|fall|increase|decrease|drop|grow|change|start|begin|end|open|close|arrive|go up|go down)(?: (?:by|above|below|over|under|again)\b.*)?$/i.test(
    trigger,
  );

const timeInWords = ({ at }: { at?: string }): string => (at ? ` at ${at}` : '');

/** Only an end is told: everything begins some day. */
const boundsInWords = (series: Series): string =>
  'until' in series && series.until ? `, until ${inFull(series.until)}` : '';
