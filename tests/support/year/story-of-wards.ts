import { isBefore, weekOf } from './days.ts';
import type { Answering, Asked } from './waiting.ts';

/**
 * What is decided before the year begins: who keeps which wards, and what they say when they are asked. Jo and whoever
 * stands in says yes on the day; Kit says nothing from October to Christmas; Pat is late on each first week of a month;
 * Lou leaves one ward out every second week and has nothing to say in August. What is daily is kept once for the whole area.
 */
export const YEAR = { from: '2020-04-01', by: '2021-03-31' };
export const SERGEANTS = ['jo', 'kit', 'pat', 'lou'] as const;
export const wardName = (number: number): string => `Ward ${String(number).padStart(2, '0')}`;
export const boardName = (number: number): string => `Board of ${wardName(number)}`;
export const numberOf = (name: string): number => Number(/(\d+)$/.exec(name)?.[1] ?? 0);

/** A twelve each; the new ward is nobody's yet, so that it is the area office's. */
export const keeperOf = (ward: number): string => SERGEANTS[Math.ceil(ward / 12) - 1] ?? 'mae';

export const ENDED = { ward: 6, on: '2020-09-30' };
export const NEW = { ward: 49, from: '2020-10-01' };
export const AWAY = { from: '2020-08-03', by: '2020-08-28' };
export const SILENT = { from: '2020-10-01', by: '2020-12-31' };
/** The weekly promise of Christmas is excused before, and one of those of which Kit said nothing afterwards. */
export const EXCUSED = { christmas: '2020-12-27', afterwards: '2020-10-18' };
export const POSTPONED = { from: '2021-02-01', until: '2021-03-01' };
export const LEFT_OUT = 48;
/** Two of them, with the day by which whatever waits for one is due: two working days on. */
export const INCIDENTS = [
  { on: '2020-06-10', by: '2020-06-12' },
  { on: '2020-11-03', by: '2020-11-05' },
] as const;
/** A Friday on which no mail leaves. */
export const NO_MAIL = { on: '2020-11-20', arrives: '2020-11-23' };

/** Promises by a name of our own; which timing of the plan each is stands in the test. */
export type Kept =
  | 'board'
  | 'boardNeed'
  | 'ward'
  | 'street'
  | 'daily'
  | 'wardNeed'
  | 'local'
  | 'localNeed'
  | 'partners'
  | 'advice'
  | 'seasons'
  | 'advisers'
  | 'monitors'
  | 'shops'
  | 'shopsYear'
  | 'shopsMonth'
  | 'media'
  | 'enquiries'
  | 'faith';

/** What of the promises each of these people keeps that are kept once for all. */
export const ALONE: Partial<Record<Kept, string>> = {
  ...{ local: 'ned', localNeed: 'ned', partners: 'ned', advisers: 'ned', monitors: 'ned' },
  ...{ daily: 'bea', advice: 'cleo', seasons: 'cleo', faith: 'cleo' },
  ...{ shops: 'bea', shopsYear: 'bea', shopsMonth: 'bea', media: 'bea', enquiries: 'bea' },
};

export type Outcome = 'met' | 'late' | 'missed' | 'excused' | 'nothing' | 'not-triggered' | 'postponed';

const within = (text: string, { from, by }: { from: string; by: string }): boolean =>
  !isBefore(text, from) && !isBefore(by, text);

const isFirstWeek = (by: string): boolean => Temporal.PlainDate.from(by).day <= 7;

/** In the two promises to wards that come often, nothing to say is an answer. */
const hasNothing = (kept: Kept, by: string): boolean => kept === 'street' && by.startsWith('2020-08');
const leavesOneOut = (kept: Kept, by: string): boolean => kept === 'street' && weekOf(by) % 2 === 0;
const isRefused = (kept: Kept, by: string): boolean => kept === 'advisers' && by === '2020-06-30';

export const isSilent = (who: string, by: string): boolean => who === 'kit' && within(by, SILENT);
export const isLate = (who: string, kept: Kept, by: string): boolean =>
  who === 'pat' && kept === 'street' && isFirstWeek(by);
/** Whether somebody is asked about one date once more, that they left out when they were asked before. */
export const isAskedAgain = (ward: number, kept: Kept, by: string): boolean =>
  ward === LEFT_OUT && leavesOneOut(kept, by) && !hasNothing(kept, by);
/** Taken out or put off before anybody was asked. */
export const isTakenOut = (kept: Kept, by: string): boolean =>
  (kept === 'partners' && by === INCIDENTS[1].by) ||
  (kept === 'street' && by === EXCUSED.christmas) ||
  (kept === 'local' && !isBefore(by, POSTPONED.from) && isBefore(by, POSTPONED.until));

/** What becomes of a date by the story alone. */
export function becomes(kept: Kept, ward: number, by: string): Outcome {
  if (isTakenOut(kept, by))
    return kept === 'local' ? 'postponed' : kept === 'partners' ? 'not-triggered' : 'excused';
  if (isRefused(kept, by)) return 'missed';
  const who = ALONE[kept] ?? keeperOf(ward);
  if (isSilent(who, by)) return kept === 'street' && by === EXCUSED.afterwards ? 'excused' : 'missed';
  if (isLate(who, kept, by)) return 'late';
  if (who === 'lou' && hasNothing(kept, by)) return 'nothing';
  return isAskedAgain(ward, kept, by) ? 'missed' : 'met';
}

/** What somebody answers in the morning on which an entry stands in what came. */
export function says(kept: Kept, { to, dates }: Asked, today: string): Answering | undefined {
  const by = dates
    .map(one => one.by)
    .sort()
    .at(-1)!;
  if (isSilent(to, by)) return undefined;
  if (isLate(to, kept, by)) return isBefore(by, today) ? doneOn(today) : undefined;
  if (to === 'lou' && hasNothing(kept, by)) return { choice: 'nothing' };
  if (to === 'lou' && leavesOneOut(kept, by)) return leavingOneOut(dates);
  return isRefused(kept, by) ? { choice: 'no', note: 'The hall was closed' } : { choice: 'done' };
}

function doneOn(today: string): Answering {
  const { day, month, year } = Temporal.PlainDate.from(today);
  return { choice: 'late', 'done-day': `${day}`, 'done-month': `${month}`, 'done-year': `${year}` };
}

/** The others are ticked; when that one is asked about alone, it was not done. */
function leavingOneOut(dates: Asked['dates']): Answering {
  const done = dates.filter(one => numberOf(one.for) !== LEFT_OUT);
  return done.length
    ? { choice: 'some', picked: done.map(({ record }) => record) }
    : { choice: 'no', note: 'Nobody was free' };
}
