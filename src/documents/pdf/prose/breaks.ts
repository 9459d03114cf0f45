import type { Line } from '../words/line.ts';
import { bulletOf, isNumbered } from './markers.ts';

/**
 * Between which places the lines of a column run, and the usual distance of base lines as a share of the size. `edge` is
 * up to where lines might have run, where no line ran so far.
 */
export type Measure = { left: number; right: number; pitch: number; edge?: number };

const USUAL_PITCH = 1.2;
const LOOSE = 1.5;
/** More than the usual distance by this is a gap between paragraphs. */
const WIDER = 1.22;
/** As a share of the size: a blank, with some doubt about where lines end. */
const BLANK = 0.3;
const DOUBT = 0.35;

/** Whether a line begins a new paragraph. `group` are the lines of the paragraph so far, `above` the last of them. */
export function breaksBefore(line: Line, above: Line, group: Line[], measure: Measure): boolean {
  if (bulletOf(line.words)) return true;
  if (Math.abs(line.size - above.size) > 0.12 * Math.max(line.size, above.size)) return true;
  if (line.y - above.y > measure.pitch * WIDER * Math.max(line.size, above.size)) return true;
  const runsOn = /^\p{Ll}/u.test(line.words[0]?.text ?? '') && !fits(line, above, measure);
  if (line.bold !== above.bold && !runsOn) return true;
  if (isNumbered(line.words) && (closes(above) || hangs(line, group) || goesOnCounting(line, group)))
    return true;
  if (!runsOn && /:$/.test(above.words.at(-1)?.text ?? '')) return true;
  return fits(line, above, measure);
}

/** The line above had room for the first word of this one, so somebody broke it. */
export function fits(line: Line, above: Line, { right, edge = right }: Measure): boolean {
  const first = line.words[0];
  if (!first) return false;
  const centred = Math.abs(above.x0 + above.x1 - line.x0 - line.x1) < 4 && Math.abs(above.x0 - line.x0) > 4;
  const room = (edge - above.x1) * (centred ? 2 : 1);
  return room > unbroken(first) + (BLANK + DOUBT) * Math.max(above.size, first.size);
}

/** Words after which no cell ends. */
const OPEN = /(?:[,&–]|\b(?:a|an|and|at|by|for|from|in|of|on|or|our|the|their|to|with))$/i;

/** The text breaks off in the middle of a sentence, so that it goes on further down, with a capital too. */
export const breaksOff = (text: string): boolean => OPEN.test(text);

/** The width of a word up to where a line may be broken. */
function unbroken(word: { text: string; x0: number; x1: number }): number {
  const piece = /^.+?-(?=.)/.exec(word.text)?.[0] ?? word.text;
  return (word.x1 - word.x0) * (piece.length / word.text.length);
}

const closes = (line: Line) => /[.;:!?]["”’)]?$/.test(line.words.at(-1)?.text ?? '');

/** Stands further left than the lines above it, which hang below the words behind their number. */
const hangs = (line: Line, group: Line[]) =>
  group.length > 1 && line.x0 < Math.min(...group.slice(1).map(one => one.x0)) - 3;

/** Numbered as the paragraph is, and set at the same place. */
function goesOnCounting(line: Line, group: Line[]): boolean {
  const first = group[0];
  return first !== undefined && isNumbered(first.words) && Math.abs(first.x0 - line.x0) < 2;
}

/** A share of the most that makes a distance common enough to be the one inside paragraphs. */
const COMMON = 0.3;

/**
 * The usual distance of base lines inside a paragraph, as a share of the size: the least that is common between a line
 * that is full and the next. `right` is where the lines of a column end.
 */
export function pitchOf(columns: { lines: Line[]; right: number }[]): number {
  const counts = new Map<number, number>();
  for (const { lines, right } of columns) {
    lines.forEach((line, index) => {
      const above = lines[index - 1];
      if (!above || Math.abs(above.size - line.size) > 0.5 || fits(line, above, { left: 0, right, pitch: 0 }))
        return;
      // A sentence below one that has ended may begin a paragraph, though the line above was full.
      if (closes(above) && /^\p{Lu}/u.test(line.words[0]?.text ?? '')) return;
      const pitch = Math.round(((line.y - above.y) / line.size) * 20) / 20;
      if (pitch >= 0.9 && pitch <= 2.2) counts.set(pitch, (counts.get(pitch) ?? 0) + 1);
    });
  }
  const most = Math.max(0, ...counts.values());
  const [only] = counts.size === 1 && most === 1 ? counts.keys() : [];
  // A single line below another may begin a paragraph, where the other happens to be full.
  if (only !== undefined && only > LOOSE) return USUAL_PITCH;
  const common = [...counts].filter(([, count]) => count >= COMMON * most).map(([pitch]) => pitch);
  return common.length ? Math.max(Math.min(...common), 1) : USUAL_PITCH;
}
