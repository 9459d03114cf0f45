import type { State } from '../reading.ts';
import { folded } from '../text/plain.ts';

/**
 * A state that words speak of. `plain`: the text is that word, or begins with it as one answers a question
 * ("Ongoing – linked to…"); otherwise the words stand somewhere inside and weigh less.
 */
export type StateWord = { state: State; phrase: string; plain: boolean };

type Rule = [State, RegExp];

/** In this order, since "not being progressed" holds "progressed" and "not yet complete" holds "complete". */
const ANYWHERE: Rule[] = [
  [
    'not-progressing',
    /\bnot (?:being |to be |going to be |currently being )?(?:progress(?:ed|ing)|pursued|pursuing|taken forward|supported|proceeding|proceeded with|adopted|accepted|agreed|feasible|viable|possible|achievable|achieved)\b|\bno longer (?:required|needed|relevant|applicable|being|proposed|planned|supported|viable|a priority)\b|\bunlikely to (?:be )?(?:supported|progress(?:ed)?|proceed|happen|go ahead|funded|agreed)\b|\bno justification\b|\b(?:recommendation|action|proposal|request) (?:was |has been |is )?(?:rejected|refused|declined|withdrawn|dropped|abandoned)\b|\bwill not (?:be )?(?:proceed|progressed|taken forward|implemented|pursued|go ahead|happen)\b|\b(?:decided|agreed) not to\b|\bcannot be (?:progressed|implemented|delivered|completed|achieved|done)\b/,
  ],
  [
    'superseded',
    /\bsuperseded\b|\breplaced by\b|\bovertaken by\b|\b(?:now|has been|been) (?:incorporated|absorbed|subsumed|merged) (?:in|into|with|within)\b|\bnow (?:forms )?part of\b|\bresponsibility (?:has )?(?:passed|transferred) to\b/,
  ],
  [
    'deferred',
    /\bdeferred\b|\bpostponed\b|\bon hold\b|\bput back\b|\bpaused\b|\bsuspended\b|\bparked\b|\bcarried (?:over|forward)\b|\bsubject to (?:\w+ )?(?:funding|budgets?|resources?|financ\w+|business cases?)\b|\bdepend[ae]nt (?:up)?on (?:\w+ )?(?:funding|budgets?|resources?)\b|\bresource issues?\b|\bawaiting (?:funding|budget|resources?)\b|\bno (?:funding|budget|resources?) (?:available|identified|at present)\b|\black of (?:funding|budget|resources?)\b/,
  ],
  [
    'not-started',
    /\b(?:not|hasn't|has not|have not)(?: been)?(?: yet)? (?:yet )?(?:started|begun|commenced|due)\b|\byet to (?:start|begin|commence|be started)\b|\bwork (?:is )?(?:due )?to (?:start|begin|commence)\b|\bno (?:progress|action|work) (?:yet|to date|has been|so far)\b/,
  ],
  [
    'in-progress',
    /\bnot (?:yet )?been (?:fully )?(?:completed|done|finished|achieved|implemented|met|delivered)\b|\bnot fully (?:complete\w*|done|achieved|implemented|met|delivered)\b|\b(?:not yet|nearly|almost|partly|partially|part|nearing|largely|mostly|substantially) (?:fully )?(?:complete\w*|done|achieved|implemented|met|delivered|completion)\b|\bincomplete\b|\bwork in progress\b|\bin progress\b|\bin train\b|\bunder ?way\b|\bin development\b|\bunder (?:development|construction|review|consideration|discussion|preparation)\b|\bin hand\b|\bon track\b|\bon target\b|\bon schedule\b|\bbehind schedule\b|\boff track\b|\bin preparation\b|\bhas (?:begun|started|commenced)\b|\bhave (?:begun|started|commenced)\b|\bprogressing\b/,
  ],
  [
    'in-progress',
    /(?<!\b(?:not|are|is there|without|from|after|before|than|of|for|by|while|whilst) )\bbeing (?:\w+ly )?(?:\w+ed|written|built|drawn|made|set|put|taken|sought|held|done|run|led|rewritten|undertaken)\b/,
  ],
  [
    'complete',
    /\b(?:has|have) (?:now |all |been |since |already )*(?:completed|delivered|achieved|implemented|actioned|closed)\b|\bhas (?:now )?been (?:agreed and )?(?:launched|published|adopted|installed|established)\b|\b(?:fully|now|all|already|successfully) (?:complete|completed|implemented|delivered|achieved|in place)\b|\b(?:is|was|were|are) (?:now )?(?:complete|completed)\b/,
  ],
  ['ongoing', /\bbusiness as usual\b|\bongoing\b|\bon-going\b/],
];

/** The word with which an answer begins. */
const FIRST: Rule[] = [
  [
    'not-started',
    /^(?:not (?:yet )?(?:started|begun|commenced|due)|no progress(?: to date| yet)?|not due(?: yet)?|yet to start|to do|to be (?:started|done|actioned|progressed)|to (?:start|commence|begin)(?=\s*$)|pending|awaiting(?! (?:final|formal|sign|publication|print|feedback|comments|proof|responses|replies|quotes|results|installation|delivery)\w*)|outstanding|planned|scheduled|proposed|upcoming|forthcoming|future|unstarted|0 ?%)/,
  ],
  [
    'not-progressing',
    /^(?:not (?:to be )?(?:being )?(?:progress(?:ed|ing)|pursued|proceeding|taken forward|supported|achieved|accepted|agreed|required|complete[d]? and closed)|rejected|withdrawn|abandoned|cancelled|canceled|dropped|declined|discontinued|stopped|refused|no longer (?:required|needed|relevant|applicable)|will not proceed|closed[ -]*(?:not|without)(?: \w+)?)/,
  ],
  ['superseded', /^(?:superseded|replaced|transferred|merged|incorporated|subsumed|absorbed)/],
  [
    'deferred',
    /^(?:deferred|postponed|paused|on hold|suspended|parked|delayed|slipped|carried (?:over|forward)|resource issue|stalled|blocked)/,
  ],
  [
    'in-progress',
    /^(?:(?:work )?in[ -]progress|wip|under ?way|underway|in train|in hand|in development|under development|under review|on track|on target|on schedule|started|commenced|begun|progressing|part(?:ly|ially)?[ -](?:complete\w*|done|implemented|achieved|met|delivered)|(?:nearly|almost|nearing) (?:complete|completed|done|completion|finished)|not (?:yet )?(?:completed|complete|done|finished)|incomplete|overdue|behind(?: schedule)?|off track|at risk|active|open|drafted|drafting|piloted|in draft|in (?:procurement|consultation|design|testing|discussion)|out (?:to|for) (?:consultation|tender|comments?|print)|developing|progress(?:ing)? (?:well|made))/,
  ],
  [
    'ongoing',
    /^(?:on-?\s?going|continuing|continues?|continuous|continued|rolling|bau|business as usual|embedded)/,
  ],
  [
    'complete',
    /^(?:(?:now |all |fully |already |action )?(?:complete[d]?|done|achieved|delivered|implemented|actioned|closed|finished|fulfilled|discharged|concluded|in place|launched|published|installed|signed off)|100 ?%)/,
  ],
];

/** What may follow the word of an answer; "Complete the survey" and "Planned maintenance" are not answers. */
const ANSWERED =
  /^\s*(?:$|[-–,.;:()/\n!]|\b(?:and|but|as|in|on|by|since|with|at|for|to date|to (?:\d|next|later|q[1-4]|the (?:next|new|end)|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*|from|until|through|via|following|awaiting|subject|linked|linking|due|except|apart from|other than|save for|dec(?:ember)?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|spring|summer|autumn|winter|q[1-4]|\d|work|action|see)\b)/;
/** "To be completed by May" and "when complete" speak of an end that has not come. */
const NOT_YET =
  /\b(?:to be|will be|should be|must be|be|when|once|until|till|before|after|if|upon|on|not|never|for) (?:\w+ly )?$/;

/** "Delivered by post", "Achieved through posters": how something is done, and not that it is. */
const MEANT =
  /^(?:delivered|achieved|implemented|published|launched|installed|started|commenced|concluded|fulfilled)$/;
const BY_WHICH_MEANS =
  /^ (?:through|via|by (?!\d|end|the end|mid|early|late|q[1-4]|spring|summer|autumn|winter|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|deadline|target))/;

/** A colour before the word: "Green – complete", "Amber (in progress)". */
const RATED_FIRST = /^(?:red|amber|green|blue|yellow|gr[ea]y|[ragb])\s*(?:[-:/(]|\s-)\s*(?=\w)/;

export function stateOf(text: string): StateWord | undefined {
  const small = folded(text)
    .replace(/^[•*\s-]+/, '')
    .replace(RATED_FIRST, '');
  const bare = withoutLabel(small);
  if (!bare) return undefined;
  return percentage(bare) ?? partOf(bare) ?? answer(bare) ?? inside(bare);
}

/** "Status: complete", "May 2025 – done", "✔ Done": a label, a day or a tick before the answer. */
export const withoutLabel = (small: string): string =>
  small
    .replace(/^[✓✔☑√●■]\s*(?=\w)|(?<=\w)\s*[✓✔☑√]$/gu, '')
    .replace(
      /^(?:current )?(?:status|update|state|progress|position)(?: (?:to date|at \w+ \d{4}))?\s*(?::|\s-)\s*/,
      '',
    )
    .replace(
      /^(?:\d{1,2}[/.](?:\d{1,2}[/.])?\d{2,4}|(?:\d{1,2} )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d{2,4})\s*(?::|\s?-)\s*/,
      '',
    );

function answer(small: string): StateWord | undefined {
  for (const [state, pattern] of FIRST) {
    const phrase = pattern.exec(small)?.[0];
    if (phrase === undefined) continue;
    const rest = small.slice(phrase.length);
    if (ANSWERED.test(rest) && !(BY_WHICH_MEANS.test(rest) && MEANT.test(phrase)))
      return turned(state, phrase, rest);
  }
  return undefined;
}

/** Answers that what follows takes back: "Complete except for the posters", "Started, now on hold". */
const TURNS: [State[], RegExp, State][] = [
  [
    ['complete'],
    /^,?\s*(?:except|apart from|bar\b|other than|save for|but (?!ongoing|monitor|continu|to be reviewed))/,
    'in-progress',
  ],
  [
    ['in-progress', 'ongoing'],
    /^[^.;]*\b(?:but|now|then|currently|although|however)\b[^.;]*\b(?:paused|on hold|stalled|suspended|postponed|deferred|stopped)\b/,
    'deferred',
  ],
  [['not-progressing'], /^[^.;]*\b(?:carried|rolled|moved|deferred|put back)\b/, 'deferred'],
];

function turned(state: State, phrase: string, rest: string): StateWord {
  const turn = TURNS.find(([from, pattern]) => from.includes(state) && pattern.test(rest));
  const more = turn?.[1].exec(rest)?.[0];
  return turn && more
    ? { state: turn[2], phrase: (phrase + more).trim(), plain: true }
    : { state, phrase, plain: true };
}

/** "75%", "75% complete", "c. 50% done". */
function percentage(small: string): StateWord | undefined {
  const found =
    /^(?:c\.?|ca\.?|circa|approx\w*\.?|about|around|~)? ?(\d{1,3}) ?%(?: (?:complete|completed|done|progress|achieved|delivered|finished))?\.?$/.exec(
      small,
    );
  return found ? { state: shareState(Number(found[1]) / 100), phrase: found[0], plain: true } : undefined;
}

/** "3/4 complete", "2 of 4 done". */
function partOf(small: string): StateWord | undefined {
  const found =
    /^(\d{1,3}) ?(?:\/|of|out of) ?(\d{1,3}) (?:\w+ )?(?:complete|completed|done|delivered|achieved)\b/.exec(
      small,
    );
  const [done, all] = [Number(found?.[1]), Number(found?.[2])];
  return found && done <= all
    ? { state: shareState(all ? done / all : 0), phrase: found[0], plain: true }
    : undefined;
}

const shareState = (share: number): State =>
  share >= 1 ? 'complete' : share === 0 ? 'not-started' : 'in-progress';

function inside(small: string): StateWord | undefined {
  for (const [state, pattern] of ANYWHERE) {
    const found = pattern.exec(small);
    if (found && !NOT_YET.test(small.slice(0, found.index))) return { state, phrase: found[0], plain: false };
  }
  return undefined;
}
