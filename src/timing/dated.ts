import { financialQuarter } from './calendar.ts';
import { calendarDay, clock, dayNumber } from './days.ts';
import type { Dated, Draft, Edge, Piece } from './draft.ts';
import { as, either, type Found, maybe, meaning, phrase, type Recogniser, sequence } from './grammar.ts';
import { type Moment, onDay } from './moment.ts';
import { count } from './names.ts';
import { moment } from './parts.ts';
import type { Token } from './tokens.ts';
import { yearAfter } from './years.ts';

const edgeWord: Recogniser<Edge> = meaning<Edge>({
  'by|due': 'by',
  'until|till|til': 'until',
  'no|not later than': 'by',
  'on or before': 'by',
  'by or before': 'by',
  'due|completed|complete|delivered|ready|held|published by|on|date|in': 'by',
  'up to|until': 'until',
  'the? deadline is?|of?': 'by',
  'target date?': 'by',
  'by the? latest': 'by',
  'at the latest by?': 'by',
  'before|pre': 'before',
  'prior to': 'before',
  'ahead of': 'before',
  'in advance of': 'before',
  'from|since|starting|commencing|effective|beginning|launching|starts|begins from|in|on|with?': 'from',
  'with effect from': 'from',
  'after|following|post': 'after',
  'in|on|during|within|over|for|at|around|circa|expected|planned|scheduled|anticipated|provisionally|due':
    'in',
  'expected|planned|scheduled|anticipated|due|booked in|on|for|during': 'in',
  'throughout|across': 'in',
  'all|whole of|through?': 'in',
});

const colon = maybe(phrase(':|-', 'the'));
const joint = phrase('-|to|until|till|through|til', 'up to|until', 'and?');
const through = phrase('-|to|until|till|through|til', 'up to|until', 'to the? end of');

/** "1-12 September 2025", "12 to 14 May". */
const daysOfOneMonth: Recogniser<[Moment, Moment]> = as(
  sequence(dayNumber, through, calendarDay),
  ([first, , last]) => {
    const m = last.months?.[0];
    return m && last.dayOfMonth && first < last.dayOfMonth ? [onDay(m, first, last.year), last] : undefined;
  },
);

const quarterIn = (n: number, year?: number): Moment => ({
  year,
  in: (y, facts) => financialQuarter(y, n, facts),
});

/** "Q1-3 2025/26", "quarters 1 to 3". */
const quarters: Recogniser<[Moment, Moment]> = as(
  sequence(phrase('q|quarters'), count, through, maybe(phrase('q')), count, maybe(yearAfter)),
  ([, first, , , last, y]) =>
    first >= 1 && last <= 4 && first < last
      ? [quarterIn(first, y?.year), quarterIn(last, y?.year)]
      : undefined,
);

const range: Recogniser<[Moment, Moment]> = either(
  daysOfOneMonth,
  quarters,
  as(sequence(maybe(phrase('from', 'between')), moment, through, maybe(clock), moment), ([, a, , , b]) => [
    a,
    b,
  ]),
  as(sequence(phrase('between'), moment, joint, maybe(clock), moment), ([, a, , , b]) => [a, b]),
  as(sequence(phrase('between'), dayNumber, joint, calendarDay), ([, first, , last]) =>
    last.months?.[0] ? [onDay(last.months[0], first, last.year), last] : undefined,
  ),
);

const dated = (edge: Edge, start: Moment, end?: Moment): Dated => ({ kind: 'dated', edge, start, end });

const onwards = phrase(
  'onwards|onward|on|ongoing',
  'and|then|,|-|/ ongoing|onwards|continuing|beyond|continuous|thereafter',
  'and then|is ongoing|continuing',
  '( ongoing )',
);

const asDraft = (found: Dated, open: true | undefined): Draft =>
  open ? { kind: 'continuous', bounds: { edge: 'from', start: found.start, end: undefined } } : found;

/** A name that a date only qualifies ("after the May elections") is an event and not a date. */
const qualifies = (tokens: readonly Token[], edge: Edge, end: number): boolean => {
  const next = tokens[end];
  return (
    (edge === 'before' || edge === 'after') &&
    next?.kind === 'word' &&
    !next.newLine &&
    !/^(or|and|if|to|at)$/.test(next.word)
  );
};

const lone: Recogniser<Dated> = (tokens, at) => {
  const found = sequence(maybe(edgeWord), colon, maybe(clock), moment)(tokens, at);
  if (!found) return undefined;
  const [edge = 'in', , , start] = found.value;
  if (start.year === undefined && qualifies(tokens, edge, found.end)) return undefined;
  return { value: dated(edge, start), end: found.end };
};

const spanned: Recogniser<Dated> = as(
  sequence(maybe(phrase('during|over|in|on|from|for|throughout')), colon, range),
  ([, , [start, end]]) => dated('in', start, end),
);

const one: Recogniser<Draft> = as(sequence(either(spanned, lone), maybe(onwards)), ([found, open]) =>
  asDraft(found, open),
);

const separator = phrase(', and|or?', 'and|&|/|+', 'or', 'and in|by|on');
const alternative = phrase('/', 'or');

/** The two share one window where they touch ("April/May 2015", "June or July"). */
function touching(first: Moment, second: Moment): boolean {
  const year = first.year ?? second.year ?? 2025;
  const facts = { today: new Temporal.PlainDate(year, 1, 1) };
  const next = first.in(year, facts)?.by.add({ days: 1 });
  return [year, year + 1].some(y => next !== undefined && second.in(y, facts)?.from.equals(next));
}

const joinable = (found: Draft): found is Dated => found.kind === 'dated' && found.edge === 'in';

type Listed = { pieces: Piece[]; end: number };

function following(tokens: readonly Token[], listed: Listed): Listed | undefined {
  const gap = separator(tokens, listed.end);
  const next = gap && one(tokens, gap.end);
  const last = listed.pieces.at(-1);
  if (!gap || !next || !last || tokens[gap.end]?.newLine) return undefined;
  const joined = alternative(tokens, listed.end) && joinable(last.draft) && joinable(next.value);
  const [a, b] = [last.draft, next.value];
  if (joined && joinable(a) && joinable(b) && touching(a.end ?? a.start, b.start)) {
    const months = [...(a.months ?? a.start.months ?? []), ...(b.start.months ?? [])];
    const window = { ...last, end: next.end, draft: { ...a, end: b.start, months } };
    return { pieces: [...listed.pieces.slice(0, -1), window], end: next.end };
  }
  const edged =
    a.kind === 'dated' && b.kind === 'dated' && b.edge === 'in' && !b.end && a.edge === 'by'
      ? { ...b, edge: a.edge }
      : b;
  return { pieces: [...listed.pieces, { start: gap.end, end: next.end, draft: edged }], end: next.end };
}

type Days = { day: number; start: number; end: number };

/** Days before the month that they share: "1, 8 and 15 May 2025", "12 & 13 June". */
const daysListed: Recogniser<Piece[]> = (tokens, at) => {
  const opening = sequence(maybe(edgeWord), colon)(tokens, at);
  const days: Days[] = [];
  let place = opening?.end ?? at;
  for (;;) {
    const last = days.length ? calendarDay(tokens, place) : undefined;
    const m = last?.value.months?.[0];
    if (last && m && last.value.dayOfMonth) {
      const edge = opening?.value[0] ?? 'in';
      const piece = (start: number, end: number, value: Moment): Piece => ({
        start,
        end,
        draft: dated(edge, value),
      });
      const before = days.map(d => piece(d.start, d.end, onDay(m, d.day, last.value.year)));
      return { value: [...before, piece(place, last.end, last.value)], end: last.end };
    }
    const found = sequence(dayNumber, separator)(tokens, place);
    if (!found) return undefined;
    days.push({ day: found.value[0], start: place, end: place + 1 });
    place = found.end;
  }
};

/** Every date of a list, each a timing of its own. */
export const dates = (tokens: readonly Token[], at: number): Found<Piece[]> | undefined => {
  const several = daysListed(tokens, at);
  if (several) return several;
  const found = one(tokens, at);
  if (!found) return undefined;
  let listed: Listed = { pieces: [{ start: at, end: found.end, draft: found.value }], end: found.end };
  for (let next = following(tokens, listed); next; next = following(tokens, listed)) listed = next;
  return { value: listed.pieces, end: listed.end };
};
