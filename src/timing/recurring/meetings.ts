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
const LINKING = /^(and|or|the|of|at|in|for|to|by|on|with|stage|event|time|after|before|following)$/;
const described = token(t => t.kind === 'word' && !LINKING.test(t.word));

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
  let named = -1;
  for (let end = opened.end; end < opened.end + 6; end++) {
    if (bodyName(tokens, end)) named = end + 1;
    else if (!described(tokens, end)) break;
  }
  return named < 0
    ? undefined
    : { value: byCount(1, lowerCase(tokens.slice(opened.end, named))), end: named };
});

const issue = token(t => /^(issue|edition|bulletin|newsletter|publication|magazine)$/.test(t.word));

const inEach = phrase('in|for|with? each|every', 'per');

/** "each issue", "in every newsletter edition": as often as the publication comes out. */
const eachIssue: Recogniser<Recurring> = either(
  as(sequence(inEach, issue), ([, { word }]) => byCount(1, word)),
  as(sequence(inEach, described, issue), ([, before, { word }]) => byCount(1, `${before.word} ${word}`)),
);

/** A recurrence that follows the calendar of a body or a publication, which a plan does not hold. */
export const byOccasion: Recogniser<Recurring> = either(eachMeeting, eachIssue);
