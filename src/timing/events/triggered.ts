import { clock } from '../dates/days.ts';
import { yearAfter } from '../dates/years.ts';
import type { Triggered } from '../drafts/draft.ts';
import {
  as,
  beginning,
  either,
  follows,
  maybe,
  phrase,
  type Recogniser,
  sequence,
  token,
  unless,
} from '../grammar/grammar.ts';
import { month, unit, unitAdverb, weekday } from '../grammar/names.ts';
import { tail, words } from './tail.ts';
import { soft, wait } from './waits.ts';

const triggered = (trigger?: string): Triggered => ({ kind: 'triggered', trigger });

const condition: Recogniser<Triggered> = as(soft, () => ({ ...triggered(), condition: true as const }));

const NOUNS = new Set(
  'enquiry enquiries inquiry inquiries incident incidents emergency emergencies complaint complaints event events launch publication completion implementation election elections purdah crisis'.split(
    ' ',
  ),
);

const eventNoun = either<unknown>(
  token(t => NOUNS.has(t.word)),
  phrase('go live date?'),
);

/** A bare event in a cell for times ("Periodic/ Enquiries"). */
const bareEvent: Recogniser<Triggered> = beginning(eventNoun, (tokens, at) => {
  const here = tokens[at];
  const found = here && eventNoun(tokens, at);
  if (!found) return undefined;
  const opens = at === 0 || here.newLine || /^[/;,&(:]$|^and$/.test(tokens[at - 1]?.word ?? '');
  const next = tokens[found.end];
  const closes = !next || next.newLine || /^[/;,&).]$/.test(next.word);
  return opens && closes ? { value: triggered(words(tokens, at, found.end)), end: found.end } : undefined;
});

const period: Recogniser<Triggered> = as(
  sequence(phrase('the? pre election period', 'purdah'), maybe(yearAfter)),
  () => ({ ...triggered('the pre-election period'), day: true as const }),
);

const NO_EVENT =
  /^(?:working|business|clear|calendar|school|week|same|next|each|every|any|the|a|one|first|last|this|that|per|of|in|all|and|or|to|day|on|by|at|for|subsequent|following|previous|preceding|prior|before|after|whole|full|half|other|second|third|rest|single)$/;
const before = token(t => t.kind === 'word' && !NO_EVENT.test(t.word));

/** "polling day", "results day": the day of an event that has its own date elsewhere. */
const eventDay: Recogniser<Triggered> = as(
  sequence(
    maybe(clock),
    maybe(phrase('on? the')),
    unless(either<unknown>(month, weekday, unit)),
    before,
    phrase('day'),
  ),
  ([, , , name]) => ({ ...triggered(`${name.text} day`), day: true as const }),
);

/** "day of launch", "launch week". */
const eventWeek = sequence(eventNoun, phrase('week|date'));
const nearEvent: Recogniser<Triggered> = either(
  as(
    sequence(phrase('on|in? the? day|date|morning|week of the?'), follows(eventNoun), tail),
    ([, , trigger]) => triggered(trigger),
  ),
  beginning(eventWeek, (tokens, at) => {
    const found = eventWeek(tokens, at);
    return (
      found && { value: { ...triggered(words(tokens, at, found.end)), day: true as const }, end: found.end }
    );
  }),
);

/** "by 7am on the day": of whatever it is. */
const onTheDay: Recogniser<Triggered> = as(
  sequence(clock, phrase('the same? day|morning|afternoon|evening'), maybe(sequence(phrase('of'), tail))),
  ([, , rest]) => triggered(rest?.[1] ?? 'the day'),
);

export const waiting: Recogniser<Triggered> = either(
  onTheDay,
  nearEvent,
  eventDay,
  as(wait, () => triggered()),
  condition,
  period,
  bareEvent,
);

const strongOpening = phrase(
  'after|following|once|upon|when|whenever|before|post|unless',
  'prior to',
  'halfway|midway through',
  'ahead of',
  'in advance of',
  'in response to',
  'in the event of',
  'in case of',
  'as soon as',
  'as and when',
  'each|every time',
  'after|following|before|at|on|upon|for|per each|every|any|all',
  'in line|conjunction with',
);
const weakOpening = phrase('on|if|where|per|pre|alongside');
const OF_THE_CALENDAR = /\b(?:days?|weeks?|months?|quarters?|years?|terms?|holidays?|breaks?|times?)\b/;

const named = (opener: Recogniser<unknown>, fits = (_: string) => true): Recogniser<Triggered> =>
  as(sequence(opener, maybe(phrase('-')), tail), ([, , trigger]) =>
    fits(trigger) ? triggered(trigger) : undefined,
  );

const anEdge = phrase(
  'the? start|beginning|end|launch|completion|close|outset|conclusion|inception of',
  'the? project|programme|program|campaign|contract|scheme|works start|end|close|closure|completion|launch|mobilisation|inception',
);
const givenBy = phrase('defined|determined|dictated|directed|prompted|driven|triggered by');

/** "aligned to the committee cycle": beside a recurrence it only says with what it keeps step. */
const alongside: Recogniser<Triggered> = as(named(phrase('linked|tied|aligned|timed to|with')), found => ({
  ...found,
  at: true,
}));

/** "during the consultation", "until launch": beside a recurrence it only says for how long. */
const whileOpen: Recogniser<Triggered> = as(
  sequence(
    either<unknown>(
      phrase('during|whilst|while|until', 'for? as long as'),
      sequence(phrase('from|since the?'), follows(eventNoun)),
    ),
    tail,
  ),
  ([, trigger]) => ({ ...triggered(trigger), during: true }),
);

const behind = named(phrase('after|following|before', 'prior to', 'ahead of'));
const rightBehind: Recogniser<Triggered> = beginning(behind, (tokens, at) => {
  const before = tokens[at - 1];
  const found =
    before?.kind === 'word' && !/^(?:and|or|then|but)$/.test(before.word) ? behind(tokens, at) : undefined;
  return found && { value: { ...found.value, beside: true as const }, end: found.end };
});

/** "on publication of the report": the event is named in free words. */
export const eventNamed: Recogniser<Triggered> = either(
  whileOpen,
  alongside,
  rightBehind,
  named(strongOpening),
  named(sequence(unless(clock), maybe(phrase('at|from|by|to|until|on')), follows(anEdge))),
  named(sequence(maybe(phrase('as')), follows(givenBy))),
);

const DATE = /\b(?:19|20)\d\d\b/;
const FLOOR = /^(?:least|most|minimum|a minimum)\b/;
const HAPPENS =
  /\b(is|are|be|becomes?|arises?|happens?|occurs?|emerges?|changes?|allows?|permits?|joins?|comes?|starts?|develops?|progress(?:es)?|available|confirmed)\b/;

/** As `eventNamed`, after words that say less ("on", "at"): trusted only where a timing is expected. */
export const eventNamedWeakly: Recogniser<Triggered> = either(
  as(sequence(phrase('by|at|before|to? the? next'), tail), ([, trigger]) =>
    DATE.test(trigger) ? undefined : { ...triggered(`the next ${trigger}`), day: true as const },
  ),
  named(phrase('each|every'), trigger => !OF_THE_CALENDAR.test(trigger)),
  named(weakOpening, trigger => !FLOOR.test(trigger) && !DATE.test(trigger)),
  named(phrase('should'), trigger => HAPPENS.test(trigger)),
  as(
    named(sequence(phrase('at'), unless(unitAdverb)), trigger => !FLOOR.test(trigger) && !DATE.test(trigger)),
    found => ({ ...found, at: true }),
  ),
  named(phrase('as'), trigger => HAPPENS.test(trigger)),
);
