import { isBefore, monthEnds, sundayOf, sundays, worked, workedAfter, workedUpTo } from './days.ts';
import { type Ask, seldomAsked } from './letters.ts';
import {
  ALONE,
  AWAY,
  becomes,
  ENDED,
  INCIDENTS,
  isAskedAgain,
  isLate,
  isSilent,
  isTakenOut,
  type Kept,
  keeperOf,
  NEW,
  NO_MAIL,
  type Outcome,
  YEAR,
} from './story-of-wards.ts';

/** One date of one promise, for one ward or (0) for all, and what becomes of it. */
export type Reckoned = { kept: Kept; ward: number; by: string; outcome: Outcome; who: string };

const { from, by: last } = YEAR;
const quarters = monthEnds(from, last, 3);
const everySecond = <T>(all: T[]): T[] => all.filter((_, index) => index % 2 === 1);

/** The last days of each promise, written down from what the plan says of when. */
export const DUE: Record<Kept, string[]> = {
  ...{ board: quarters, ward: quarters, advisers: quarters, monitors: quarters, media: quarters },
  boardNeed: INCIDENTS.map(({ by }) => by),
  partners: INCIDENTS.map(({ by }) => by),
  ...{ wardNeed: [], localNeed: [], enquiries: [] },
  street: sundays(from, last),
  ...{ daily: worked(from, last), advice: worked(from, last) },
  local: everySecond(sundays(from, last)),
  seasons: ['2020-08-31', '2020-11-30', '2021-02-28'],
  shops: monthEnds(from, last, 2),
  shopsMonth: monthEnds(from, last, 1),
  shopsYear: [last],
  faith: monthEnds(from, last, 6),
};

const holds = (ward: number, by: string): boolean =>
  ward === ENDED.ward ? !isBefore(ENDED.on, by) : ward !== NEW.ward || !isBefore(by, NEW.from);

/** The whole year, date by date. */
export const RECKONED: Reckoned[] = (Object.entries(DUE) as [Kept, string[]][]).flatMap(([kept, days]) =>
  days.flatMap(by => {
    const wards = ALONE[kept] ? [0] : Array.from({ length: NEW.ward }, (_, index) => index + 1);
    return wards
      .filter(ward => holds(ward, by))
      .map(ward => ({
        ...{ kept, ward, by, outcome: becomes(kept, ward, by) },
        who: ALONE[kept] ?? keeperOf(ward),
      }));
  }),
);

/** On which day somebody is asked about what is due by another. */
function askedOn(kept: Kept, by: string): string {
  const incident = INCIDENTS.find(one => one.by === by && (kept === 'boardNeed' || kept === 'partners'));
  if (incident) return workedAfter(incident.on, 1);
  if (kept === 'street') return workedUpTo(by);
  if (kept === 'daily' || kept === 'advice') return workedUpTo(sundayOf(by));
  return seldomAsked(by, '2020-04-02');
}

const whoeverIsThere = (who: string, on: string): string =>
  who === 'jo' && !isBefore(on, AWAY.from) && !isBefore(AWAY.by, on) ? 'sam' : who;

/** Everything that is asked in the year, each entry once. */
export function asks(): Ask<Kept>[] {
  const single = RECKONED.filter(({ kept, by }) => !isTakenOut(kept, by)).flatMap(one => {
    const first = { ...one, on: askedOn(one.kept, one.by) };
    const again = isAskedAgain(one.ward, one.kept, one.by);
    return again ? [first, { ...first, on: workedAfter(one.by, 1) }] : [first];
  });
  const entries = Map.groupBy(notTwiceOnADay(single), ({ on, who, kept }) => `${on} ${who} ${kept}`);
  return [...entries.values()].map(some => {
    const { on, who, kept } = some[0]!;
    const by = some
      .map(one => one.by)
      .sort()
      .at(-1)!;
    const to = whoeverIsThere(who, on);
    return { on, to, kept, by, dates: some.length, answered: answered(to, kept, by) };
  });
}

/** Whoever gets on a day what the mail server kept back has had their message of that day: what is new goes the next. */
function notTwiceOnADay<T extends { on: string; who: string }>(all: T[]): T[] {
  const keptBack = new Set(all.filter(({ on }) => on === NO_MAIL.on).map(({ who }) => who));
  return all.map(one =>
    one.on === NO_MAIL.arrives && keptBack.has(one.who) ? { ...one, on: workedAfter(one.on, 1) } : one,
  );
}

function answered(to: string, kept: Kept, by: string): Ask['answered'] {
  if (isSilent(to, by)) return 'never';
  return isLate(to, kept, by) ? 'over' : 'at-once';
}
