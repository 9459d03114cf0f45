import { seriesInWords } from '../../../../timing/series/words.ts';
import { dueInShort, nextDue } from '../../rules/next-due.ts';
import { proposeTiming } from '../../rules/propose-timing.ts';
import { calendarOf } from '../plan-promises/proposed-row.ts';
import type { FoundPromise } from './load.ts';

/** What the plan says now, where that is not what the promise was made of: what it would promise, or that it says nothing. */
export function saysFacts(
  { says, line, facts, known }: FoundPromise,
  today: Temporal.PlainDate,
): object | undefined {
  if (says === undefined || !line) return undefined;
  if (says === null) return { gone: true };
  const proposal = proposeTiming(says, line.when, facts);
  return {
    phrase: says.schedule.phrase,
    at: says.at,
    question: 'question' in proposal ? proposal.question : undefined,
    ...('series' in proposal && {
      words: seriesInWords(proposal.series, calendarOf(proposal.series, known)),
      next: dueInShort(nextDue(proposal.series, today, known), today),
    }),
  };
}
