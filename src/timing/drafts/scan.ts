import { dates } from '../dates/dated.ts';
import { limited } from '../events/limited.ts';
import { continuous, openTime } from '../events/standing.ts';
import { parts } from '../events/tail.ts';
import { eventNamed, eventNamedWeakly, waiting } from '../events/triggered.ts';
import { as, beginning, either, type Recogniser, remembered } from '../grammar/grammar.ts';
import type { Token } from '../grammar/tokens.ts';
import { recurrence } from '../recurring/recurring.ts';
import type { Draft, Piece } from './draft.ts';

const single = (part: Recogniser<Draft>): Recogniser<Piece[]> => as(located(part), piece => [piece]);

const located = (part: Recogniser<Draft>): Recogniser<Piece> =>
  beginning(part, (tokens, at) => {
    const found = part(tokens, at);
    return found && { value: { start: at, end: found.end, draft: found.value }, end: found.end };
  });

/** "first Monday of every month" and "last Wednesday in May" begin as dates do. */
const recurringOverDates: Recogniser<Draft> = beginning(recurrence, (tokens, at) => {
  const repeated = recurrence(tokens, at);
  const dated = repeated && dates(tokens, at);
  return repeated &&
    (!dated || repeated.end > dated.end || (repeated.end === dated.end && repeated.value.rule?.byDay))
    ? repeated
    : undefined;
});

const anywhere = remembered(
  either(
    single(recurringOverDates),
    dates,
    single(recurrence),
    single(either<Draft>(limited, waiting, continuous, openTime, eventNamed)),
  ),
);
const whereExpected = remembered(single(eventNamedWeakly));

const expected = (tokens: readonly Token[], at: number, last: number): boolean =>
  at === 0 ||
  at === last ||
  parts(tokens, at) ||
  parts(tokens, at - 1) ||
  /^[/,:(&+-]$|^and$/.test(tokens[at - 1]?.word ?? '');

/** Every timing in the order of the text, each with its own tokens; what is not time is passed over. */
export function scan(tokens: readonly Token[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  while (at < tokens.length) {
    const last = pieces.at(-1)?.end ?? 0;
    const found =
      anywhere(tokens, at) ?? (expected(tokens, at, last) ? whereExpected(tokens, at) : undefined);
    if (found) pieces.push(...found.value);
    at = found?.end ?? at + 1;
  }
  return pieces;
}
