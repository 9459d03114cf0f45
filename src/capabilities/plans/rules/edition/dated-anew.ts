import { MAY_HIDE, type Timings, timingsUnder } from '../../../../reading/lines/timings.ts';
import type { Field } from '../../../../reading/reading.ts';
import type { Schedule, TimingFacts } from '../../../../timing/schedule.ts';
import type { StandingLine } from '../../queries/standing-plan.ts';
import { inOneLine } from '../corrected-reading.ts';
import { READ_UNDER_EDITION } from '../deeds.ts';
import { changesOf } from '../line-changes.ts';
import { doubtsOfTimes, type Readings } from '../read-again.ts';
import type { Rewritten } from './rewritten.ts';

/** What an edition rewrites, with the dates read anew of these lines and of those that it leaves as they are. */
export function withDatesUnder(
  lines: StandingLine[],
  rewritten: Rewritten[],
  read: ReturnType<typeof readUnder>,
): Rewritten[] {
  const changed = new Set(rewritten.map(({ before }) => before.id));
  return [
    ...rewritten.map(one => {
      const readings = read(one.after);
      return readings ? { ...one, after: { ...one.after, ...readings } } : one;
    }),
    ...lines.flatMap(line => {
      const readings = changed.has(line.id) ? undefined : read(line);
      return readings ? [dated(line, readings)] : [];
    }),
  ];
}

function dated(line: StandingLine, readings: Readings): Rewritten {
  const [timing, other] = [line, readings].map(({ schedules }) => inOneLine(schedules));
  const changes = changesOf({ timing: timing! }, { timing: other! });
  return { before: line, after: { ...line, ...readings }, action: READ_UNDER_EDITION, changes, columns: [] };
}

type Worded = Readings & Record<Field, string>;

/**
 * Reads the times of lines anew for a plan whose own date or period is another one now: a date without a year is of the
 * plan's year. Nothing where that makes no difference, or where the times are not what their words say (a person put
 * the reading right, or settled a doubt about it).
 */
export function readUnder(was: TimingFacts, is: TimingFacts): (line: Worded) => Readings | undefined {
  if (isSame([was], [is])) return () => undefined;
  const then = timingsUnder(was);
  const now = timingsUnder(is);
  return line => {
    const schedules = moved(line.schedules, read => read.read(line.when), { then, now });
    const found = new Map(
      MAY_HIDE.flatMap(field => {
        const own = line.suggestions.filter(one => one.field === field);
        const anew = moved(own, read => read.find(line[field]).map(one => ({ ...one, field })), {
          then,
          now,
        });
        return anew ? [[field, anew] as const] : [];
      }),
    );
    if (!schedules && !found.size) return undefined;
    const suggestions = [
      ...line.suggestions.filter(({ field }) => !found.has(field)),
      ...[...found.values()].flat(),
    ];
    const doubts = schedules
      ? [...line.doubts.filter(({ field }) => field !== 'when'), ...doubtsOfTimes(schedules)]
      : line.doubts;
    return { schedules: schedules ?? line.schedules, suggestions, doubts };
  };
}

/** What the words say now; undefined where it is what is known, or what is known is not what they said. */
function moved<One extends Schedule>(
  known: One[],
  read: (timings: Timings) => One[],
  { then, now }: { then: Timings; now: Timings },
): One[] | undefined {
  if (!known.length || !isSame(known.map(withoutYear), read(then).map(withoutYear))) return undefined;
  const anew = read(now);
  return isSame(anew, known) ? undefined : anew;
}

/** Without the year a plan of no year was read in the one that was then. */
const withoutYear = <One extends Schedule>({ from, by, ...schedule }: One) => ({
  ...schedule,
  from: from?.slice(4),
  by: by?.slice(4),
});

const isSame = (one: object[], other: object[]): boolean => said(one) === said(other);

/** As stored, values lie in the order of their names. */
const said = (schedules: object[]): string =>
  JSON.stringify(
    schedules.map(one =>
      Object.entries(one)
        .filter(([, value]) => value !== undefined)
        .sort(),
    ),
  );
