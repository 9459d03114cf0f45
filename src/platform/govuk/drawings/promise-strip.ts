import { escaped } from '../markup.ts';

/** How one dated instance of a promise stands. */
export type OccurrenceState = 'met' | 'late' | 'missed' | 'due' | 'planned' | 'excused' | 'not-triggered';

/**
 * `label` is shown when a pointer rests on the square: "30 June: met". `words`: what is counted aloud, where one square stands
 * for several things ("postponed").
 */
export type StripOccurrence = { state: OccurrenceState; label?: string; words?: string };

const SIDE = 13;
const STEP = 16;

const WORDS: Record<OccurrenceState, string> = {
  met: 'met',
  late: 'late',
  missed: 'missed',
  due: 'due now',
  planned: 'planned',
  excused: 'excused',
  'not-triggered': 'not triggered',
};

/** One square for each occurrence, newest last. Decoration for those who see: `stripInWords` stands beside it. */
export function drawStrip(occurrences: StripOccurrence[]): string {
  const width = Math.max(occurrences.length * STEP - (STEP - SIDE), 0);
  const squares = occurrences.map((one, place) => square(one, place * STEP)).join('');
  return `<svg class="cg-strip__squares" width="${width}" height="${SIDE}" viewBox="0 0 ${width} ${SIDE}" aria-hidden="true" focusable="false">${squares}</svg>`;
}

/** "3 met, 1 late, 2 met, 1 due now": runs in their order, oldest first. For screen readers, emails and printed reports. */
export function stripInWords(occurrences: StripOccurrence[]): string {
  if (occurrences.length === 0) return 'no dates yet';
  const runs: { words: string; length: number }[] = [];
  for (const { state, words = WORDS[state] } of occurrences) {
    const last = runs.at(-1);
    if (last?.words === words) last.length += 1;
    else runs.push({ words, length: 1 });
  }
  return runs.map(run => `${run.length} ${run.words}`).join(', ');
}

function square({ state, label }: StripOccurrence, x: number): string {
  const title = label ? `<title>${escaped(label)}</title>` : '';
  return `<g class="cg-strip__${state}" transform="translate(${x} 0)">${title}${SHAPES[state]}</g>`;
}

const OUTLINE = '<path class="cg-strip__outline" d="M1 1h11v11H1z"/>';

/** The shape alone tells the state, for those who do not tell colours and for paper without them. */
const SHAPES: Record<OccurrenceState, string> = {
  met: '<path class="cg-strip__fill" d="M0 0h13v13H0z"/>',
  late: `${OUTLINE}<path class="cg-strip__fill" d="M0 0h13L0 13z"/>`,
  missed: `${OUTLINE}<path class="cg-strip__stroke" d="M2.5 2.5l8 8m0-8l-8 8"/>`,
  due: `${OUTLINE}<path class="cg-strip__fill" d="M4 4h5v5H4z"/>`,
  planned: OUTLINE,
  excused: '<path class="cg-strip__stroke" d="M1 6.5h11"/>',
  'not-triggered': '<path class="cg-strip__fill" d="M5 5h3v3H5z"/>',
};

/**
 * The squares once for a page that shows hundreds, each of which is a `squareOnce`: drawn anew each takes half as much again, or twice as much.
 * Without a script, and of the same document, which the content security policy lets through.
 */
export const squareDefinitions = (): string =>
  `<svg class="cg-strip__drawn-once" width="0" height="0" aria-hidden="true"><defs>${(
    Object.keys(SHAPES) as OccurrenceState[]
  )
    .map(state => `<g id="${idOf(state)}">${SHAPES[state]}</g>`)
    .join('')}</defs></svg>`;

/** One square of a page that has `squareDefinitions`. */
export const squareOnce = (state: OccurrenceState): string =>
  `<svg class="cg-strip__squares" width="${SIDE}" height="${SIDE}" viewBox="0 0 ${SIDE} ${SIDE}" aria-hidden="true"><use class="cg-strip__${state}" href="#${idOf(state)}"/></svg>`;

const idOf = (state: OccurrenceState): string => `square-${state}`;
