import { capitalised } from '../../../../language/same-name.ts';
import { beginningInWords } from '../../../../timing/series/part-periods.ts';
import { seriesInWords } from '../../../../timing/series/words.ts';
import { FIELD_WORDS } from '../../../plans/index.ts';
import type { PlanPromises, Proposed } from '../../queries/proposals.ts';
import { dueInShort, nextDue } from '../../rules/next-due.ts';
import { promisesOf } from '../promise-addresses.ts';

/** A timing as the page shows it before it is kept: in words, with its next dates, or with what must be said first. */
export function proposedRow(
  { line, timing, proposal, seen }: Proposed,
  plan: string,
  { known }: Pick<PlanPromises, 'known'>,
  today: Temporal.PlainDate,
): object {
  const { at, schedule, cell } = timing;
  return {
    line: { id: line.id, about: line.about, href: `/plans/${plan}/lines/${line.id}`, marking: line.marking },
    phrase: schedule.phrase,
    cell: cell && (FIELD_WORDS as Record<string, string>)[cell],
    at,
    seen,
    conditional: proposal.conditional,
    question: 'question' in proposal && proposal.question ? capitalised(proposal.question) : undefined,
    asks: proposal.stands === 'ask',
    say: `${promisesOf(plan)}/new?line=${line.id}&at=${at}`,
    ...('series' in proposal && {
      words: seriesInWords(proposal.series, calendarOf(proposal.series, known)),
      begins: beginningInWords(proposal.series, today, known.year),
      next: dueInShort(nextDue(proposal.series, today, known), today),
      waits: proposal.series.kind === 'triggered',
    }),
  };
}

/** The name of the calendar that a series hangs on. */
export const calendarOf = (
  series: Extract<Proposed['proposal'], { series: object }>['series'],
  { calendars }: PlanPromises['known'],
): string | undefined => (series.kind === 'beside' ? calendars.get(series.calendar)?.name : undefined);
