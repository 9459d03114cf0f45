import { count, percent, thousands } from '../../../language/words.ts';

/** How many dates of promises became what. Met, late and missed count; the others are told, and in no share. */
export type Kept = {
  met: number;
  late: number;
  missed: number;
  excused: number;
  nothing: number;
  notTriggered: number;
  postponed: number;
  /** Of the four before: those that had been missed when somebody took them out. */
  afterMiss: number;
  due: number;
};

export const NONE_KEPT: Kept = {
  ...{ met: 0, late: 0, missed: 0, excused: 0, nothing: 0, notTriggered: 0, postponed: 0, afterMiss: 0 },
  due: 0,
};

/** Those of which it is known whether they were kept, and that somebody had to. */
export const counted = ({ met, late, missed }: Kept): number => met + late + missed;
export const notCounted = ({ excused, nothing, notTriggered, postponed }: Kept): number =>
  excused + nothing + notTriggered + postponed;

/** "41 of 46": a share is never told without what it is a share of. */
export const metOf = (kept: Kept): string => `${thousands(kept.met)} of ${thousands(counted(kept))}`;

/** "89%", beside its counts. */
export const shareMet = (kept: Kept): string => percent(kept.met, counted(kept));

/** "41 of 46 met on time, 3 late, 2 missed". */
export function keptInWords(kept: Kept): string {
  if (!counted(kept)) return 'Nothing has come to count yet';
  const rest = [
    kept.late && `${thousands(kept.late)} late`,
    kept.missed && `${thousands(kept.missed)} missed`,
  ].filter(Boolean);
  return [`${metOf(kept)} met on time`, ...rest].join(', ');
}

/** "2 excused, 1 with nothing to say"; '' where everything counts. */
export function notCountedInWords({ excused, nothing, notTriggered, postponed }: Kept): string {
  const parts = [
    excused && `${thousands(excused)} excused`,
    nothing && `${thousands(nothing)} with nothing to say`,
    notTriggered && `${thousands(notTriggered)} that did not apply`,
    postponed && `${thousands(postponed)} postponed`,
  ];
  return parts.filter(Boolean).join(', ');
}

/** Taking a miss out of the count does not hide it. */
export const afterMissInWords = ({ afterMiss }: Kept): string =>
  afterMiss ? `${thousands(afterMiss)} of these had been missed before` : '';

export const dueInWords = ({ due }: Kept): string =>
  due ? `${count(due, 'date is', 'dates are')} due now` : '';
