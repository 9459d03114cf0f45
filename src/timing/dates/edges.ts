import type { Dated, Draft, Edge } from '../drafts/draft.ts';
import {
  as,
  beginning,
  either,
  follows,
  maybe,
  meaning,
  phrase,
  type Recogniser,
  sequence,
  token,
  unless,
} from '../grammar/grammar.ts';
import type { Token } from '../grammar/tokens.ts';
import { clock, fullYear } from './days.ts';
import type { Moment } from './moment.ts';
import { moment } from './parts.ts';
import { range } from './ranges.ts';
import { someWeekday } from './relative.ts';

/** The word before a date that says how the timing stands to it. */
export const edgeWord: Recogniser<Edge> = meaning<Edge>({
  'by|due': 'by',
  'until|till|til|to': 'until',
  'no|not later than': 'by',
  'on or before': 'by',
  'by or before': 'by',
  'due|completed|complete|delivered|ready|held|published by': 'by',
  'due date|on|in': 'by',
  'up to|until': 'until',
  'the? deadline is?|of?': 'by',
  'target date?': 'by',
  'by the? latest': 'by',
  'in time for': 'by',
  'at latest by?': 'by',
  'ends|ending|closes|closing|expires|expiring|finishes|finishing on|in|by?': 'by',
  'closing|end|expiry|completion date on|:?': 'by',
  'on or after|from': 'from',
  'as of|from': 'from',
  'commences on|in?': 'from',
  'at the latest by?': 'by',
  'before|pre': 'before',
  'prior to': 'before',
  'ahead of': 'before',
  'in advance of': 'before',
  'from|since|starting|commencing|effective|beginning|launching|starts|begins from|in|on|with?': 'from',
  'with effect from': 'from',
  'with? immediate effect from': 'from',
  'start|starting|commencement date|on|:|-?': 'from',
  'to start|commence|begin|launch|open from|in|on|with?': 'from',
  'opens|opening from|in|on?': 'from',
  'goes|going live from|in|on?': 'from',
  'later in|on': 'until',
  'w . e . f .?': 'from',
  wef: 'from',
  'started|commenced|began|begun in|on?': 'from',
  'the? rest|remainder|balance of': 'until',
  'not before|until': 'from',
  'no|not earlier|sooner than': 'from',
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
/** "April 2025 on", with nothing behind it that it could belong to. */
const on = sequence(phrase('on'), unless(token(t => t.kind !== 'mark')));

const asDraft = (found: Dated, open: boolean): Draft =>
  open ? { kind: 'continuous', bounds: { edge: 'from', start: found.start, end: undefined } } : found;

/** A name that a date only qualifies ("after the May elections") is an event and not a date. */
const qualifies = (tokens: readonly Token[], edge: Edge, end: number): boolean => {
  const next = tokens[end];
  return (
    (edge === 'before' || edge === 'after') &&
    next?.kind === 'word' &&
    !next.newLine &&
    !/^(or|and|if|to|at|subject|onwards|pending|then)$/.test(next.word)
  );
};

type Note = 'done' | 'replaced' | 'next';

/** What the words before a date say of it. */
const noteWords: Recogniser<Note> = meaning<Note>({
  'completed|complete|done|achieved|closed|delivered|implemented|actioned|finished :|-|in|on|(?': 'done',
  'last updated|reviewed :|-|in|on?': 'done',
  'was|originally|original|previously|formerly :|-|in|by|on|due?': 'replaced',
  'old|original|previous date|deadline|target :|-?': 'replaced',
  'the? next|first one|issue|edition|meeting|session|event|due|review|is|:': 'next',
});

/** "next 2027", "next: June"; not "next June". */
const nextYear: Recogniser<Note> = as(sequence(phrase('next'), follows(fullYear)), () => 'next' as const);

const DOUBTS: Partial<Record<Note, string>> = {
  done: 'already done, as the words say?',
  replaced: 'replaced by another date, as the words say?',
};

const latest = phrase(
  '(? at? the latest )?',
  '(? latest )?',
  'deadline',
  'or|if before|sooner|earlier possible?',
);

const placed = sequence(colon, maybe(clock), moment, maybe(latest));

const note = maybe(either(nextYear, noteWords));

/** "beginning" is an edge before "June" and none before "of June": the plain reading is tried second. */
const withEdge = either(
  as(sequence(note, edgeWord, placed), ([said, edge, rest]) => ({ said, edge, rest })),
  as(sequence(note, placed), ([said, rest]) => ({ said, edge: 'in' as Edge, rest })),
);

const doubtOf = (said: Note | undefined, edge: Edge): string | undefined =>
  said === undefined || (said === 'done' && edge !== 'in') ? undefined : DOUBTS[said];

const lone: Recogniser<Dated> = beginning(withEdge, (tokens, at) => {
  const found = withEdge(tokens, at);
  if (!found) return undefined;
  const { said, edge, rest } = found.value;
  const [, , start, last] = rest;
  if (!start.dayOfMonth && qualifies(tokens, edge, found.end)) return undefined;
  const read = dated(last ? 'by' : edge, start);
  const doubt = doubtOf(said, edge);
  return {
    value: { ...read, ...(doubt && { doubt }), ...(said === 'next' && { next: true as const }) },
    end: found.end,
  };
});

const spanned: Recogniser<Dated> = as(
  sequence(maybe(phrase('during|over|in|on|from|for|throughout')), colon, range),
  ([, , [start, end]]) => dated('in', start, end),
);

const NOT_ONCE = phrase('of|in|at|morning|mornings|each|every', 's');

/** "by Friday", "before Monday": of no week in particular. */
const byWeekday: Recogniser<Dated> = as(
  sequence(
    meaning<Edge>({ by: 'by', 'no later than': 'by', before: 'before', until: 'until' }),
    maybe(clock),
    someWeekday,
    maybe(clock),
    unless(NOT_ONCE),
  ),
  ([edge, , day]) => dated(edge, day),
);

const placedOrSpanned = either(spanned, lone, byWeekday);
const openEnd = either<unknown>(onwards, on);
const DEADLINE = /^(?:by|before|until)$/;

/** One date, window or range, with the word before it. */
export const one: Recogniser<Draft> = beginning(placedOrSpanned, (tokens, at) => {
  const found = placedOrSpanned(tokens, at);
  if (!found) return undefined;
  // "by May and ongoing" is a deadline, and then something else
  const open = DEADLINE.test(found.value.edge) ? undefined : openEnd(tokens, found.end);
  return { value: asDraft(found.value, open !== undefined), end: open?.end ?? found.end };
});
