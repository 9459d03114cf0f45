import type { State } from '../reading.ts';
import { folded, wordsIn } from '../text/plain.ts';
import { type StateWord, stateOf, withoutLabel } from './state-words.ts';

type Rule = [State, RegExp];

const DONE = '(?:completed?|done|finished|delivered|achieved|met|closed|implemented|actioned)';
/** The word ends the answer; what it is followed by is a remark. */
const END = String.raw`(?=\s*(?:$|[-,.;:(!]))`;
const AFTERWARDS = String.raw`(?=\s*(?:$|[-,.;:(!]|(?:out|on|in|by|to|at|early|late|ahead|and|for|as|following|via|through|with|since|before|after)\b))`;
const MONTHS =
  '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn|winter|q[1-4]|\\d|next|later|the|early|mid|late)';

const PAST_DAY = String.raw`(?:\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*(?: 20\d\d)?|(?:january|february|march|april|may|june|july|august|september|october|november|december) 20\d\d)`;

/**
 * Words that answer only where the heading asks how far a line is. "Sent", "Live" or "Starts in June" may be said of
 * anything in a remark; in a column of states each is the answer. In this order, since "phase 1 complete" holds "complete".
 */
const ASKED: Rule[] = [
  [
    'ongoing',
    /^(?:(?:regular|daily|weekly|fortnightly|monthly|quarterly|termly|annual) (?:[\w’'-]+ ){1,3}(?:taking place|happening|held|in place|continu\w+|published|sent)\b|(?:regular|annual|monthly|weekly|quarterly) (?:activity|item|task)|(?:sent|issued|published|held|updated|circulated|reviewed|produced|distributed|posted) (?:out )?(?:daily|weekly|fortnightly|monthly|quarterly|termly|annually|yearly|regularly|every|each)\b)/,
  ],
  [
    'deferred',
    /^(?:awaiting|waiting for|needs?|no|lack of) (?:\w+ )?(?:funding|budgets?|resources?)\b|^unfunded\b/,
  ],
  [
    'not-started',
    new RegExp(
      String.raw`^(?:(?:(?:due|expected|planned|scheduled|aiming|hoping) )?(?:to |will |shall )?(?:start|begin|commence)s? (?:in|on|from|by|after|once|when|${MONTHS})|(?:starting|beginning|commencing) (?:in|on|from|by|after|once|when|${MONTHS})|(?:due|expected|planned|scheduled) to (?:start|begin|commence)|no action\b|due (?:in |by |on |from )?${MONTHS}|nothing (?:done|started|has|yet)\b|awaiting\b(?! (?:final|formal|sign|publication|print|feedback|comments|proof|responses|replies|quotes|results|installation|delivery))|waiting\b|n\/s$|to be (?!confirmed|agreed|deleted|removed)\w+|will be (?!complet|done|finish|deliver|achiev)\w+|unstarted|not (?:yet )?(?:implemented|actioned|addressed)(?=\s*(?:$|[-,.;:(!]))|still to (?:do\b|start|begin|come|be ))`,
    ),
  ],
  [
    'not-progressing',
    /^(?:ceased|stopped|not needed|not going ahead|not delivered|cannot be|can not be|(?:action )?(?:to be )?(?:deleted?|removed?)\b|did not (?:happen|proceed|go ahead))/,
  ],
  [
    'superseded',
    /^(?:(?:now |to be |to become )?(?:incorporated|combined|covered|merged|amalgamated|subsumed) (?:in|into|by|with|under|within)\b|duplicates? of\b|(?:to become |now )?(?:forms? )?part of\b|transfer(?:red)? to\b|(?:handed|passed) (?:over )?to\b|responsibility (?:to pass|passed|transferred|now))/,
  ],
  [
    'deferred',
    /^(?:rolled (?:over|forward)|moved (?:back |on )?to (?:\d|next|q[1-4]|the next|the new|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|rescheduled|pushed back|put (?:back|off|on hold)|carried (?:over|forward|to)|held over|on pause)/,
  ],
  [
    'in-progress',
    new RegExp(
      String.raw`^(?:(?:phase|stage|part|step|year) ?(?:\w+ )?(?:is |now |has been )*${DONE}|(?:first |second |initial |final )draft|draft(?: stage| version)?${END}|draft (?:\w+ )?(?:with|sent|shared|circulated|being|under|out|for|to)\b|awaiting\b|with (?:the )?\w+(?: team)?(?: for \w+)?$|(?:half|three[- ]quarters|mostly|largely)[- ]${DONE}|(?:(?:will|should) (?:be )?|(?:due|expected|anticipated|aim\w*|hop(?:e|ing)|likely|on course|on target) (?:to|for) (?:be )?)(?:\w+ly )?(?:complet|finish|deliver|done|achiev|conclud)|on course|(?:nearly|almost) (?:there|ready)|getting there|behind(?: (?:target|plan|time))?${END}|late${END}|ahead of (?:schedule|target|plan|time)|current(?:ly)?${END}|live${END}|(?:good|some|limited|slow|steady|little|significant|excellent|reasonable|partial) progress|progress(?:ed|es|ing)?\b|just started|well under|(?:time )?extension (?:requested|granted|agreed)|extended (?:to|until)|being \w+|piloting|trial(?:l?ing)?${END}|working on|work (?:is )?(?:continuing|continues|started|begun|under)|started\b|commenced\b|begun\b)`,
    ),
  ],
  [
    'ongoing',
    new RegExp(
      String.raw`^(?:now (?:bau|business as usual|ongoing)|rolling(?: programme| basis)?${END}|continu(?:e|es|ed|ing|ous)\b|maintained${END}|standing item)`,
    ),
  ],
  [
    'complete',
    new RegExp(
      String.raw`^(?:(?:sent|issued|held|met|resolved|posted|uploaded|completed|achieved|delivered|finished|circulated|distributed|attended|produced|updated|approved|created|established|introduced|published|launched)${AFTERWARDS}|went live|gone live|(?:is |are )?now live|live (?:since|from|in|on)\b|(?:[\w'’-]+ ){1,4}(?:is|are) (?:now )?(?:live|up and running|in (?:place|use))${END}|actions? taken\b|(?:all (?:the |of the )?)?(?:tasks?|work|actions?|targets?|objectives?|milestones?|projects?|activit(?:y|ies)|event|campaign|training)s? (?:is |are |was |were |has |have |been |now |all |fully )*${DONE}${END})`,
    ),
  ],
  // "Bid submitted; decision expected in June", "Design approved; now recruiting": a part is done and the rest is to come.
  [
    'in-progress',
    /^[^.;]*[.;] (?:[\w'’-]+ ){0,3}(?:expected|awaited|pending|due)\b|^[^.;]*(?:ed|sent|done|held|made|built|written)[.;] (?:now |currently )?(?!awaiting|nothing|during|including)[a-z]+ing\b/,
  ],
  ['in-progress', /^(?:partly|partially|in part|half|about half(?: way)?|halfway)[.!]?$/],
  // "Dashboard built but not yet shared"
  [
    'in-progress',
    /^(?:[\w'’-]+ ){0,5}(?:\w+ed|sent|done|held|made|built|written),? but (?:is |are |was |were |has |have )?(?:not (?:yet|fully|all)|still|yet to)\b/,
  ],
  // What was begun, told in a sentence: "Schedule drafted; goes to Cabinet in April", "Second edition at proof stage".
  [
    'in-progress',
    /^(?:[\w'’,-]+ ){1,5}(?:at (?:the )?(?:[\w'’-]+ ){0,2}stage\b|(?:being )?drafted\b|out (?:to|for) \w+|gone to \w+|with (?:the )?(?:printers?|designers?|legal|suppliers?|contractors?|procurement|cabinet member|director)\b|(?:being|still) \w+|awaiting \w+|awaited\b|in draft\b|partly \w+|half \w+ed\b)/,
  ],
  // "Training delivered to all staff": what was done, with nothing behind it that is left to do.
  [
    'complete',
    /^(?!first|draft|initial|some|most|half|phase|stage|part|once|when|if|until|regular)(?:(?!(?:to|be|being|not|never|yet|will|should|must|is|are|no|need|needs|awaiting)\b)[\w'’&-]+ ){1,4}(?:delivered|printed|submitted|distributed|published|launched|issued|installed)\b(?!.*\b(?:but|still|remaining|outstanding|to follow|to be|not|awaiting|awaited|expected|pending|due|next|draft)\b)/,
  ],
  // "Signed 14 January 2025": what was done, and the day.
  [
    'complete',
    new RegExp(
      String.raw`^(?!plann|schedul|delay|revis|mov|propos|expect|extend|need|start|begun|rais|requir|forecast|anticipat|target|ongoing)(?:[\w'’-]+ ){0,3}?(?:\w{3,}ed|sent|held|made|built|bought|written|given|won|done|paid|met|set up)(?: (?:to|at|by|with)(?: [\w'’-]+){1,3}?)?(?: (?:on|in))? ${PAST_DAY}`,
    ),
  ],
];

/** "11 of 23 parishes supplied": how many of all, whatever was done with them. */
function countOf(small: string): StateWord | undefined {
  const found =
    /^(?:only )?(\d{1,3}) (?:out )?of (?:the |our )?(\d{1,3})\b(?! (?:january|february|march|april|may|june|july))/.exec(
      small,
    );
  const [done, all] = [Number(found?.[1]), Number(found?.[2])];
  return found && done <= all
    ? {
        state: done === all ? 'complete' : done ? 'in-progress' : 'not-started',
        phrase: found[0],
        plain: true,
      }
    : undefined;
}

/** "All templates done. Complete", "£1,150 + VAT. Closed": a last sentence that is a state and nothing else. */
function lastSaid(small: string): StateWord | undefined {
  const sentence = /[.;!]\s+([^.;!]+?)[.!]?$/.exec(small)?.[1];
  const word = sentence && wordsIn(sentence).length <= 3 ? stateOf(sentence) : undefined;
  return word?.plain && word.phrase === sentence ? word : undefined;
}

/** The state that a cell tells in a column that asks for it. */
export function statusOf(text: string): StateWord | undefined {
  const known = stateOf(text);
  if (known?.plain) return known;
  const small = withoutLabel(folded(text));
  const last = lastSaid(small);
  if (last) return last;
  for (const [state, pattern] of ASKED) {
    const phrase = pattern.exec(small)?.[0];
    if (phrase?.trim()) return { state, phrase: wholeWords(small, phrase), plain: true };
  }
  return countOf(small) ?? known;
}

/** A rule may end inside a word ("will be complet"); a person is shown the whole of it. */
const wholeWords = (text: string, phrase: string): string =>
  (phrase + (/^\p{L}*/u.exec(text.slice(phrase.length))?.[0] ?? '')).trim();
