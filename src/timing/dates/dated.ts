import type { Dated, Draft, Edge, Piece } from '../drafts/draft.ts';
import {
  as,
  beginning,
  either,
  maybe,
  phrase,
  type Recogniser,
  remembered,
  sequence,
} from '../grammar/grammar.ts';
import { count, type Season, weekday } from '../grammar/names.ts';
import type { Token } from '../grammar/tokens.ts';
import { calendarDay, dayNumber } from './days.ts';
import { colon, dated, edgeWord, one } from './edges.ts';
import { type Moment, onDay } from './moment.ts';
import { quarterOf } from './ranges.ts';
import { commencing, weekFrom } from './weeks.ts';
import { yearAfter } from './years.ts';

const separator = phrase(', and|or?', 'and|&|/|+|or', 'and|or again? in|by|on', 'and again');
const alternative = phrase('/', 'or');

/** The two share one window where they touch ("April/May 2015", "June or July"). */
function touching(first: Moment, second: Moment): boolean {
  const year = first.year ?? second.year ?? 2025;
  const facts = { today: new Temporal.PlainDate(year, 1, 1) };
  const next = first.in(year, facts)?.by.add({ days: 1 });
  return [year, year + 1].some(y => next !== undefined && second.in(y, facts)?.from.equals(next));
}

const seasonOf = ({ season }: Moment): Season[] => (season ? [season] : []);

/** A day by its number, and not the end of a month. */
const aDay = ({ dayOfMonth, deadline }: Moment) => dayOfMonth !== undefined && !deadline;

/** One window of two neighbours; "May/June 2015 onwards" begins with the first of them. */
function window(first: Draft, second: Draft): Draft | undefined {
  const later = second.kind === 'continuous' ? second.bounds : second;
  if (first.kind !== 'dated' || first.edge !== 'in' || !later || !('start' in later)) return undefined;
  const last = first.end ?? first.start;
  if (aDay(first.start) || aDay(later.start) || !touching(last, later.start)) return undefined;
  if (second.kind === 'continuous')
    return { ...second, bounds: { edge: 'from', start: first.start, end: later.start } };
  if (later.edge !== 'in') return undefined;
  const months = [...(first.months ?? first.start.months ?? []), ...(later.start.months ?? [])];
  const seasons = [...(first.seasons ?? seasonOf(first.start)), ...seasonOf(later.start)];
  return { ...first, end: later.start, months, seasons };
}

const alike = (first: Draft, second: Draft): Draft =>
  first.kind === 'dated' &&
  second.kind === 'dated' &&
  second.edge === 'in' &&
  !second.end &&
  first.edge === 'by'
    ? { ...second, edge: 'by' }
    : second;

function following(
  tokens: readonly Token[],
  pieces: Piece[],
  end: number,
): { pieces: Piece[]; end: number } | undefined {
  const gap = separator(tokens, end);
  const next = gap && one(tokens, gap.end);
  const last = pieces.at(-1);
  if (!gap || !next || !last || tokens[gap.end]?.newLine) return undefined;
  const draft = alternative(tokens, end) && window(last.draft, next.value);
  const more = draft
    ? [...pieces.slice(0, -1), { ...last, end: next.end, draft }]
    : [...pieces, { start: gap.end, end: next.end, draft: alike(last.draft, next.value) }];
  return { pieces: more, end: next.end };
}

const yearOf = (draft: Draft | undefined): Moment | undefined =>
  draft?.kind === 'dated' ? [draft.start, draft.end].find(m => m?.year !== undefined) : undefined;

/** "June, September and December 2025": a date without a year takes it from the next that has one, else the last. */
function sharingYears(pieces: Piece[]): Piece[] {
  return pieces.map((piece, at) => {
    const { draft } = piece;
    if (draft.kind !== 'dated' || yearOf(draft)) return piece;
    const next = pieces
      .slice(at + 1)
      .map(p => yearOf(p.draft))
      .find(Boolean);
    const before = pieces
      .slice(0, at)
      .map(p => yearOf(p.draft))
      .findLast(Boolean);
    const beside: Dated['beside'] = next
      ? { moment: next, side: 'before' }
      : before && { moment: before, side: 'after' };
    return { ...piece, draft: { ...draft, beside } };
  });
}

type Places = { values: { value: number; start: number; end: number }[]; end: number };

/** More numbers in a row than this are no dates. */
const LONGEST_LIST = 12;

/** Bare numbers of a list and where each stands: "1, 8 and" before "15 May". */
function numbersListed(
  tokens: readonly Token[],
  at: number,
  number: Recogniser<number>,
  apart = separator,
): Places {
  const places: Places = { values: [], end: at };
  while (places.values.length < LONGEST_LIST) {
    const found = sequence(number, apart)(tokens, places.end);
    const here = number(tokens, places.end);
    if (!found || !here) return places;
    places.values.push({ value: here.value, start: places.end, end: here.end });
    places.end = found.end;
  }
  return places;
}

const opening: Recogniser<Edge> = as(sequence(maybe(edgeWord), colon), ([edge]) => edge ?? 'in');

const daysOpening = sequence(opening, maybe(commencing));

/** "5", "Mon 5th". */
const dayListed: Recogniser<number> = as(sequence(maybe(weekday), dayNumber), ([, number]) => number);

/** "1, 8 and 15 May 2025", "w/c 9 & 16 June": days before the month that they share. */
const daysListed: Recogniser<Piece[]> = beginning(sequence(daysOpening, dayListed), (tokens, at) => {
  const opened = daysOpening(tokens, at);
  const days = numbersListed(tokens, opened?.end ?? at, dayListed);
  const last = days.values.length ? calendarDay(tokens, days.end) : undefined;
  const [m] = last?.value.months ?? [];
  if (!opened || !last || !m || !last.value.dayOfMonth) return undefined;
  const [edge, weekly] = opened.value;
  const piece = (start: number, end: number, moment: Moment): Piece => ({
    start,
    end,
    draft: dated(edge, weekly ? weekFrom(moment) : moment),
  });
  const before = days.values.map(d => piece(d.start, d.end, onDay(m, d.value, last.value.year)));
  return { value: [...before, piece(days.end, last.end, last.value)], end: last.end };
});

const quarterNumber: Recogniser<number> = as(sequence(maybe(phrase('q')), count), ([, n]) =>
  n >= 1 && n <= 4 ? n : undefined,
);
const together = phrase(', and?', 'and|&|+');
const quarterEnd = phrase('the? end of');

const quartersOpening = sequence(opening, maybe(quarterEnd), phrase('q|qs|quarters'));

/** "Q2 & Q4 2025/26", "at the end of quarters two and four". */
const quartersListed: Recogniser<Piece[]> = beginning(quartersOpening, (tokens, at) => {
  const opened = quartersOpening(tokens, at);
  const listed = opened && numbersListed(tokens, opened.end, quarterNumber, together);
  const last = listed && sequence(quarterNumber, maybe(yearAfter))(tokens, listed.end);
  if (!opened || !listed?.values.length || !last) return undefined;
  const [edge, atEnd] = opened.value;
  const [value, year] = last.value;
  const all = [...listed.values, { value, start: listed.end, end: last.end }];
  const pieces = all.map(
    ({ value: n, start, end }, i): Piece => ({
      start: i ? start : at,
      end,
      draft: dated(atEnd ? 'by' : edge, quarterOf(n, year?.year)),
    }),
  );
  return { value: pieces, end: last.end };
});

const listed: Recogniser<Piece[]> = beginning(one, (tokens, at) => {
  const found = one(tokens, at);
  if (!found) return undefined;
  let all = { pieces: [{ start: at, end: found.end, draft: found.value }], end: found.end };
  for (
    let next = following(tokens, all.pieces, all.end);
    next && all.pieces.length < LONGEST_LIST;
    next = following(tokens, all.pieces, all.end)
  )
    all = next;
  return { value: sharingYears(all.pieces), end: all.end };
});

/** Every date of a list, each a timing of its own. */
export const dates: Recogniser<Piece[]> = remembered(either(daysListed, quartersListed, listed));
