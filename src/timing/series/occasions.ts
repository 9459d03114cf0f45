import type { Span } from '../calendar.ts';
import { moment } from '../dates/parts.ts';
import { tokenise } from '../grammar/tokens.ts';
import type { YearFacts } from '../schedule.ts';

/**
 * The days that a name of the year stands for in one year ("Halloween", "winter", "the clocks go back"), in the words that
 * plans use; nothing where the words are no such name, or name their own year.
 */
export function occasionIn(words: string, year: number, facts: YearFacts): Span | undefined {
  const tokens = tokenise(words.trim());
  const found = moment(tokens, 0);
  if (!found || found.end !== tokens.length || found.value.year !== undefined) return undefined;
  return found.value.in(year, { ...facts, today: new Temporal.PlainDate(year, 1, 1) });
}

/** Whether words name days that come every year. */
export const isOccasion = (words: string, facts: YearFacts): boolean => !!occasionIn(words, 2025, facts);
