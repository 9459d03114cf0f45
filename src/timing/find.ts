import { combine } from './drafts/combine.ts';
import type { Piece } from './drafts/draft.ts';
import { scan } from './drafts/scan.ts';
import { toSchedule } from './drafts/settle.ts';
import { parts } from './events/tail.ts';
import { unitAdverb } from './grammar/names.ts';
import { mayTellTime } from './grammar/telling.ts';
import { type Token, tokenise } from './grammar/tokens.ts';
import type { Schedule, TimingFacts } from './schedule.ts';

/** What prose says too plainly to be an accident: a frequency, a deadline with its year, a limit after an event. */
function confident({ draft }: Piece): boolean {
  if (draft.kind === 'recurring') return !draft.unsure;
  if (draft.kind === 'triggered') return draft.limit !== undefined && draft.trigger !== undefined;
  return (
    draft.kind === 'dated' &&
    (draft.edge === 'by' || draft.edge === 'before') &&
    (Boolean(draft.start.year) || draft.start.dayOfMonth !== undefined)
  );
}

const STOPS = new Set(
  'via to for with in on at by of from and or as is are was were will be been has have had that which who when where if through the a an this should must can could would may shall using including between after before during into onto its their our'.split(
    ' ',
  ),
);

const MOST_NOUNS = 4;

/** The few nouns that a word of frequency belongs to ("Monthly traders' meetings"); "once a year" has none. */
function withNouns(tokens: readonly Token[], end: number): number {
  if (!unitAdverb(tokens, end - 1)) return end;
  const isNoun = (at: number) =>
    tokens[at]?.kind === 'word' && !parts(tokens, at) && !STOPS.has(tokens[at]?.word ?? '');
  const inside = (at: number) => /^['’-]$/.test(tokens[at]?.text ?? '') && !tokens[at]?.spaced;
  let last = end;
  let nouns = 0;
  while (nouns < MOST_NOUNS && (isNoun(last) || (inside(last) && isNoun(last + 1)))) {
    if (isNoun(last) && !inside(last - 1)) nouns++;
    last++;
  }
  return last;
}

/** Timings that hide in words about something else, only where they can hardly mean anything else. */
export function findTimings(text: string, facts: TimingFacts): Schedule[] {
  const tokens = tokenise(text);
  if (!mayTellTime(tokens)) return [];
  return combine(tokens, scan(tokens))
    .filter(confident)
    .map(piece => {
      const end = piece.draft.kind === 'recurring' ? withNouns(tokens, piece.end) : piece.end;
      const phrase = text.slice(tokens[piece.start]?.start, tokens[end - 1]?.end);
      return toSchedule(piece, phrase, facts);
    });
}
