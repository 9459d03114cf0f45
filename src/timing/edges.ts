import { clock } from './days.ts';
import type { Dated, Draft, Edge } from './draft.ts';
import { as, either, maybe, meaning, phrase, type Recogniser, sequence } from './grammar.ts';
import type { Moment } from './moment.ts';
import { moment } from './parts.ts';
import { range } from './ranges.ts';
import type { Token } from './tokens.ts';

/** The word before a date that says how the timing stands to it. */
export const edgeWord: Recogniser<Edge> = meaning<Edge>({
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

export const colon = maybe(phrase(':|-', 'the'));

export const dated = (edge: Edge, start: Moment, end?: Moment): Dated => ({
  kind: 'dated',
  edge,
  start,
  end,
});

const onwards = phrase(
  'onwards|onward|ongoing',
  'and|then|,|-|/ ongoing|onwards|continuing|beyond|continuous|thereafter',
  'and then|is ongoing|continuing',
  '( ongoing )',
  'and|then? on going',
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

/** One date, window or range, with the word before it. */
export const one: Recogniser<Draft> = as(sequence(either(spanned, lone), maybe(onwards)), ([found, open]) =>
  asDraft(found, open),
);
