import type { Recurring } from '../drafts/draft.ts';
import { as, beginning, either, phrase, type Recogniser, sequence, token } from '../grammar/grammar.ts';
import type { Token } from '../grammar/tokens.ts';
import { byCount } from './frequency.ts';

const BODIES = new Set(
  'council councils committee cabinet board panel meeting meetings assembly executive forum cycle subcommittee agm plenary session'.split(
    ' ',
  ),
);
const bodyName = token(t => BODIES.has(t.word));
/** An authority is as often one of many that are told ("each local authority"); these say that it meets. */
const AUTHORITY_THAT_MEETS = /^(full|fire|rescue|combined|police|park|transport|waste)$/;
const authority = (tokens: readonly Token[], at: number) =>
  tokens[at]?.word === 'authority' && AUTHORITY_THAT_MEETS.test(tokens[at - 1]?.word ?? '');
const LINKING = /^(and|or|the|of|at|in|for|to|by|on|with|stage|event|time|after|before|following)$/;
const described = token(t => t.kind === 'word' && !LINKING.test(t.word));

const MEETING = /^(meeting|session)s?$/;
const ofThe = phrase('of the?');
/** "and" within a name: "police and crime panel"; not behind a period, after which another timing begins. */
const PERIOD = /^(day|week|fortnight|month|quarter|half|term|year)$/;

const opening = phrase(
  'at? each|every',
  'per',
  'in|to|for|before each|every',
  'as a standing item at each|every',
);

const lowerCase = (tokens: readonly Token[]) => tokens.map(t => t.word).join(' ');

/** "each full council", "at every committee cycle": as often as the body meets. */
const eachMeeting: Recogniser<Recurring> = beginning(opening, (tokens, at) => {
  const opened = opening(tokens, at);
  if (!opened || tokens[opened.end - 2]?.word === 'before') return undefined;
  const named = nameEnd(tokens, opened.end);
  if (named < 0) return undefined;
  const bare = named === opened.end + 1 && MEETING.test(tokens[named - 1]!.word);
  const of = bare ? ofThe(tokens, named) : undefined;
  const body = of ? nameEnd(tokens, of.end) : -1;
  // "each meeting of the full council" is each full council
  return of && body > 0
    ? { value: byCount(1, lowerCase(tokens.slice(of.end, body))), end: body }
    : { value: byCount(1, lowerCase(tokens.slice(opened.end, named))), end: named };
});

/** Where the name of a body ends that begins at a word; below 0 where none does. */
function nameEnd(tokens: readonly Token[], start: number): number {
  let named = -1;
  for (let end = start; end < start + 6; end++) {
    if (bodyName(tokens, end) || authority(tokens, end)) named = end + 1;
    else if (!described(tokens, end) && !(named < 0 && within(tokens, end, start))) break;
  }
  return named;
}

const within = (tokens: readonly Token[], at: number, start: number): boolean =>
  at > start && tokens[at]?.word === 'and' && !PERIOD.test(tokens[at - 1]!.word);

const issue = token(t => /^(issue|edition|bulletin|newsletter|publication|magazine)$/.test(t.word));

const inEach = phrase('in|for|with? each|every', 'per');

/** "each issue", "in every newsletter edition": as often as the publication comes out. */
const eachIssue: Recogniser<Recurring> = either(
  as(sequence(inEach, issue), ([, { word }]) => byCount(1, word)),
  as(sequence(inEach, described, issue), ([, before, { word }]) => byCount(1, `${before.word} ${word}`)),
);

/** A recurrence that follows the calendar of a body or a publication, which a plan does not hold. */
export const byOccasion: Recogniser<Recurring> = either(eachMeeting, eachIssue);
