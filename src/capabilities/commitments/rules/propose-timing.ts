import { daysOfPeriod } from '../../../timing/own-period.ts';
import type { Schedule, YearFacts } from '../../../timing/schedule.ts';
import { isConditional, proposeSeries } from '../../../timing/series/proposal.ts';
import type { Asked, ProposalFacts } from '../../../timing/series/proposed.ts';
import type { Series } from '../../../timing/series/series.ts';
import type { SetOffBy } from '../promise.ts';
import { setOffBy } from './set-off-by.ts';
import type { Timing } from './timings-of-line.ts';

/**
 * What a timing would promise. `ready`: nothing is in doubt; `look`: a person should look at it first; `over`: its days are
 * past; `ask`: nothing can be promised before they have said something.
 */
export type TimingProposal = { conditional: boolean } & (
  | { stands: 'ready'; series: Series; setOffBy: SetOffBy | null }
  | { stands: 'look' | 'over'; series: Series; setOffBy: SetOffBy | null; question: string }
  | { stands: 'ask'; asks: Asked; question: string }
);

/** @param cell all that the line says of when, since "if applicable" may stand beside the timing itself */
export function proposeTiming(timing: Timing, cell: string, facts: ProposalFacts): TimingProposal {
  const { schedule } = timing;
  const conditional = isConditional(schedule.phrase) || isConditional(cell);
  const proposed = proposeSeries(schedule, facts);
  if ('asks' in proposed) return { stands: 'ask', conditional, ...proposed };
  const { series } = proposed;
  const said = { conditional, series, setOffBy: setsOff(series, schedule) };
  if (isOver(series, facts.begins)) return { stands: 'over', ...said, question: OVER };
  const question = timing.cell !== undefined ? FOUND_ELSEWHERE : proposed.question;
  return question ? { stands: 'look', ...said, question } : { stands: 'ready', ...said };
}

const OVER = 'Its day is over. Kept, it counts as missed until somebody says that it was done.';
const FOUND_ELSEWHERE = 'Found in another cell. Is it promised?';

const setsOff = (series: Series, { phrase }: Schedule): SetOffBy | null =>
  series.kind === 'triggered' ? setOffBy(`${series.trigger} ${phrase}`) : null;

const isOver = (series: Series, today: string): boolean =>
  series.kind === 'days' ? series.windows.every(({ by }) => by < today) : (series.until ?? today) < today;

type Period = { periodFrom: string | null; periodTo: string | null };

/** From when until when a plan's promises hold that say nothing of it: its own period, as far as that is to come. */
export function heldBy(
  { periodFrom, periodTo }: Period,
  today: Temporal.PlainDate,
  year: YearFacts,
): { begins: string; until?: string } {
  const { from, by: to } = daysOfPeriod({ from: periodFrom, to: periodTo }, year);
  const later = (one: Temporal.PlainDate, other: Temporal.PlainDate) =>
    Temporal.PlainDate.compare(one, other) > 0 ? one : other;
  const begins = (from ? later(from, today) : today).toString();
  return to && to.toString() >= begins ? { begins, until: to.toString() } : { begins };
}
