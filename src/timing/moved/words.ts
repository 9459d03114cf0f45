import { combine } from '../drafts/combine.ts';
import type { Piece } from '../drafts/draft.ts';
import { scan } from '../drafts/scan.ts';
import { tokenise } from '../grammar/tokens.ts';
import { readTimings } from '../read.ts';
import type { Schedule, TimingFacts } from '../schedule.ts';
import { inWords } from '../words.ts';
import { moveDates, type Taking } from './dates-in-words.ts';
import { moveSchedule } from './schedule.ts';

/** What a cell of times becomes; `doubt`: why its words may not say what its timings became. */
export type MovedWords = { words: string; schedules: Schedule[]; doubt?: string };

/**
 * The words of a timing column so many months later, so that reading them gives what was read before, moved; or a doubt
 * where no way of writing them does. `facts`: those under which the moved words are read.
 */
export function moveWords(
  cell: string,
  schedules: readonly Schedule[],
  { months, facts }: { months: number; facts: TimingFacts },
): MovedWords {
  const wanted = schedules.map(schedule => moveSchedule(schedule, months));
  const pieces = spansIn(cell);
  const ways = takings(months, wanted);
  const tried = ways.map(taking => rewrite(cell, pieces, taking));
  const read = (words: string) => readTimings(words, facts);
  const right = tried.find(words => same(read(words), wanted));
  const words = right ?? tried[0]!;
  const found = read(words);
  if (right === undefined) return { words, schedules: found, doubt: notCertain(cell, wanted) };
  const asked = schedules.every(one => !one.doubt) ? found.find(one => one.doubt) : undefined;
  if (asked) return { words, schedules: found, doubt: `“${words}”: ${asked.doubt}` };
  if (words === cell && YEAR.test(cell)) return { words, schedules: found, doubt: UNMOVED_YEAR };
  return { words, schedules: found };
}

const YEAR = /\b(?:19|20)\d\d\b/;
const UNMOVED_YEAR = 'these words name a year that was not moved: does it still hold?';

const notCertain = (cell: string, wanted: Schedule[]): string =>
  wanted.length
    ? `“${cell}” could not be moved for certain: it should mean ${wanted.map(inWords).join('; ')}`
    : `“${cell}” could not be moved for certain: when is this meant to happen?`;

type Spanned = { start: number; end: number; piece: Piece };

/** Where in a cell its timings stand. */
function spansIn(cell: string): Spanned[] {
  const tokens = tokenise(cell);
  return combine(tokens, scan(tokens)).map(piece => ({
    start: tokens[piece.start]!.start,
    end: tokens[piece.end - 1]!.end,
    piece,
  }));
}

/** Ways of moving the words, from the plainest on; the first that reads right is taken. */
function takings(months: number, wanted: Schedule[]): ((index: number) => Taking)[] {
  const yearOf = (index: number) => {
    const day = wanted[index]?.by ?? wanted[index]?.from;
    return day ? Number(day.slice(0, 4)) : undefined;
  };
  const plain = (index: number) => ({ months, falls: yearOf(index) });
  return [
    plain,
    index => ({ ...plain(index), shortYears: true }),
    index => ({ ...plain(index), year: yearOf(index) }),
    index => ({ ...plain(index), shortYears: true, year: yearOf(index) }),
  ];
}

function rewrite(cell: string, spans: Spanned[], taking: (index: number) => Taking): string {
  let words = '';
  let at = 0;
  for (const [index, { start, end, piece }] of spans.entries()) {
    if (start < at) continue;
    words += cell.slice(at, start) + movedPiece(cell.slice(start, end), piece, taking(index));
    at = end;
  }
  return words + cell.slice(at);
}

/** What recurs or goes on keeps its rhythm: only the bounds that it names move. Events and what is open stay. */
function movedPiece(text: string, { draft }: Piece, taking: Taking): string {
  if (draft.kind === 'dated') return moveDates(text, taking);
  if (draft.kind !== 'recurring' && draft.kind !== 'continuous') return text;
  if (!draft.bounds) return text;
  const rhythm = draft.kind === 'recurring' ? { rhythm: true as const } : {};
  return moveDates(text, { ...taking, ...rhythm });
}

/** In all but their words and doubts. */
function same(one: readonly Schedule[], other: readonly Schedule[]): boolean {
  return one.length === other.length && one.every((schedule, at) => told(schedule) === told(other[at]!));
}

const told = ({ kind, rule, often, from, by, trigger, limit, workingDays }: Schedule): string =>
  JSON.stringify([kind, rule, often?.times, often?.per, from, by, trigger, limit, workingDays]);
