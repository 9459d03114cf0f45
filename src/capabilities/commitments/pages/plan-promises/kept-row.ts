import { inShort } from '../../../../timing/next.ts';
import { seriesInWords } from '../../../../timing/series/words.ts';
import type { Progress } from '../../queries/progress.ts';
import type { KeptPromise, PlanPromises } from '../../queries/proposals.ts';
import { spreadInWords } from '../../rules/spread-words.ts';
import { promiseAddress } from '../promise-addresses.ts';
import { calendarOf } from './proposed-row.ts';

type Around = Pick<PlanPromises, 'known'> & {
  names: ReadonlyMap<string, string>;
  progress: Map<string, Progress>;
};

/** A promise in a list: what it says, for whom, how this period stands and when it is due next. */
export function keptRow(
  { promise, line, says }: KeptPromise,
  { known, names, progress }: Around,
  today: Temporal.PlainDate,
): object {
  const stands = progress.get(promise.id);
  return {
    id: promise.id,
    href: promiseAddress(promise.id),
    about: line?.about ?? promise.about,
    words: seriesInWords(promise.series, calendarOf(promise.series, known)),
    conditional: promise.conditional,
    whom: promise.spread ? `${promise.kept} · ${spreadInWords(promise.spread, names)}` : '',
    who: promise.owner?.name ?? line?.accountable,
    stands: stands?.by ? standsInWords(stands, today) : undefined,
    next: stands?.next && short(stands.next, today),
    waits: promise.series.kind === 'triggered',
    postponed: promise.postponedUntil,
    says: says?.schedule.phrase,
  };
}

/** "41 of 48 met, by 30 Jun"; of one alone whether it is met. */
export function standsInWords({ met, of, by }: Progress, today: Temporal.PlainDate): string {
  if (!of || !by) return 'Nothing to meet in this period';
  const day = `by ${short(by, today)}`;
  if (of > 1) return `${met} of ${of} met, ${day}`;
  if (met) return `Met, ${day}`;
  return Temporal.PlainDate.compare(by, today) < 0 ? `Nobody has said, ${day}` : `Due ${day}`;
}

export const short = (day: Temporal.PlainDate, today: Temporal.PlainDate): string =>
  inShort({ from: day.toString(), by: day.toString() }, today);
