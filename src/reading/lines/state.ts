import { matchHeading } from '../headings/match.ts';
import type { Sense } from '../headings/senses.ts';
import { keptState, STATE_HEADING } from '../own-state.ts';
import type { Field, State } from '../reading.ts';
import { folded } from '../text/plain.ts';
import { stateOf } from './state-words.ts';
import { statusOf } from './status-words.ts';

export type FoundState = {
  state: State;
  field: string;
  phrase: string;
  plain: boolean;
  /** The rule, for a person. */
  why: string;
};

/** Where a state is looked for, most telling first. What is to be done or was recommended never says how far it is. */
const FIELDS: Field[] = ['status', 'comments', 'when', 'measure', 'budget'];
const THINGS =
  '(?:actions?|recommendations?|items?|tasks?|work|projects?|objectives?|commitments?|activit(?:y|ies)|outcomes?)';
/** A title such as "Office closed" speaks of something else than its lines. */
const CLOSED = new RegExp(
  String.raw`^(?:[\w ]*[:–-] |\d+[.)]? |already |now )?(?:closed|delivered)$|\b${THINGS}\b.*\b(?:closed|delivered)\b(?! by)|\b(?:closed|delivered)\b(?! by).*\b${THINGS}\b`,
);
const SECTION_STATES: [State, RegExp][] = [
  ['in-progress', /\b(?:already )?(?:in train|in progress|under ?way|being implemented|current actions)\b/],
  ['complete', /\b(?:completed|complete|achieved)\b(?! by)/],
  ['complete', CLOSED],
  ['not-progressing', /\bnot (?:being )?(?:progress\w*|pursued|supported|accepted)\b|\brejected\b/],
  ['deferred', /\b(?:deferred|on hold|paused|postponed)\b/],
  ['not-started', /\b(?:not (?:yet )?started|yet to start|future actions not)\b/],
  ['ongoing', /\b(?:ongoing|business as usual)\b/],
];
const RATED = /^(?:rag|brag|rating|traffic|progress|%|complet|done|status|state|closed)/;
const TOLD_IN: readonly (Sense | undefined)[] = ['status', 'rag', 'progress'];
const COLOURS = /^(?:r|a|g|b|red|amber|green|blue|yellow|grey|gray|black|purple|amber\/green|amber\/red)\.?$/;

const TICKED = 'the heading asks whether it is done, and the cell answers';
const COLOURED = 'the colour stands for it, by the plan’s own key or as plans use blue';
const ANSWERED = 'the cell answers with this word';
const SPOKEN = 'the text of the cell speaks of it';
const TITLED = 'no cell of the row tells a state, so the title over it does';

/** The words of one line that may tell its state: fields and other columns, with "as above" followed. */
export type Told = { field: string; text: string }[];

/**
 * The state of a line, from whichever cell holds the word: first the column of states, even where its cell only speaks
 * of it; then cells that answer with it, comments before times; then cells that speak of it; last the section's title.
 * A column that Commsgrid itself wrote decides before all. `colours` is the plan's own key to ratings.
 */
export function decideState(
  told: Told,
  section: string,
  colours: ReadonlyMap<string, State>,
): FoundState | undefined {
  const kept = told.find(one => one.field === `other:${STATE_HEADING}`);
  const own = kept && keptState(kept.text);
  if (kept && own)
    return {
      state: own,
      field: kept.field,
      phrase: kept.text,
      plain: true,
      why: 'Commsgrid wrote it there itself',
    };
  const found = [...told]
    .sort((a, b) => rank(a.field) - rank(b.field) || later(a, b, told))
    .flatMap(({ field, text }): FoundState[] => {
      const tick = ticked(field, text);
      if (tick) return [{ state: tick, field, phrase: text, plain: true, why: TICKED }];
      const colour =
        colours.get(folded(text).replace(/\.$/, '')) ??
        (/^blue$/i.test(text.trim()) || (asks(field) && /^b$/i.test(text.trim())) ? 'complete' : undefined);
      if (colour) return [{ state: colour, field, phrase: text, plain: true, why: COLOURED }];
      const word = asks(field) ? statusOf(text) : stateOf(text);
      return word && (word.plain || field !== 'when')
        ? [{ ...word, field, why: word.plain ? ANSWERED : SPOKEN }]
        : [];
    });
  const asked = found.find(one => one.field === 'status');
  const nearer =
    asked?.phrase === 'open' &&
    found.find(one => one !== asked && one.plain && STILL_OPEN.includes(one.state));
  return (nearer || asked) ?? found.find(one => one.plain) ?? found[0] ?? bySection(section);
}

/** What an open action may be, which is more than that it is open. */
const STILL_OPEN: State[] = ['not-started', 'ongoing', 'deferred'];

/** Whether a cell holds only a colour, which says how things go and not how far they are. */
export const isColour = (text: string): boolean => COLOURS.test(folded(text));

/** Whether the heading asks how far a line is. */
const asks = (field: string): boolean =>
  field === 'status' || (field.startsWith('other:') && asksItself(field.slice('other:'.length)));

const asksItself = (heading: string): boolean =>
  RATED.test(folded(heading)) || TOLD_IN.includes(matchHeading(heading)?.sense);

function rank(field: string): number {
  const at = FIELDS.indexOf(field as Field);
  if (at >= 0) return at * 2;
  return asks(field) ? 1 : 20;
}

/** Of several columns that tell how far a line is, quarter by quarter, the last that says something is the newest. */
const later = (one: Told[number], other: Told[number], told: Told): number =>
  rank(one.field) === 1 ? told.indexOf(other) - told.indexOf(one) : 0;

/** "Yes" or a tick where the heading asks whether it is done. */
function ticked(field: string, text: string): State | undefined {
  if (!asks(field)) return undefined;
  if (/^(?:yes|y|✓|☑|✔|√|x)$/i.test(text.trim())) return 'complete';
  return /^(?:no|n|✗|☐|☒)$/i.test(text.trim()) ? 'not-started' : undefined;
}

function bySection(section: string): FoundState | undefined {
  const small = folded(section);
  for (const [state, pattern] of SECTION_STATES) {
    const phrase = pattern.exec(small)?.[0];
    if (phrase !== undefined) return { state, field: 'section', phrase, plain: false, why: TITLED };
  }
  return undefined;
}
