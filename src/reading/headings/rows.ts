import { goesOnWithTimes, namesTime, namesTimes } from '../calendar/heading-row.ts';
import { labelOf } from '../calendar/labels.ts';
import { filled, type GridCell, type GridRow } from '../grid/grid.ts';
import { stateOf } from '../lines/state-words.ts';
import { isTiming } from '../text/looks.ts';
import { wordsIn } from '../text/plain.ts';
import { isReference } from '../text/reference.ts';
import { LISTED, matchHeading } from './match.ts';
import { standsOverData, standsOverTimes } from './over-data.ts';

const LONGEST = 14;

/** Headings that are as often what a cell says: a row of these alone is a row of the plan. */
const ALSO_DATA = new Set(
  `staff email public media partner group team communication website member customer platform letter telephone mobile event
  project campaign message director manager service department directorate officer panel committee portfolio holder councillor
  spokesperson coordinator new quarter month year week complete completed done closed agreed accepted decision video photo print
  material information story contact stakeholder recipient head lead support approval design language finance resource cost action
  update progress communication lead communication officer comm officer portfolio holder cabinet member lead member head service
  service lead lead officer resource needed control opportunity response improvement engagement activity planned channel
  communication channel next step launch completion value ask job pledge person index situation sponsor author ticket business resolution lesson edition participant delegate attendance turnout money fix remedy solution because resolved need copy caption`.split(
    /\s+/,
  ),
);
const alsoData = (phrase: string) => phrase.split(' ').every(word => ALSO_DATA.has(word));

/** How sure a row's cells are headings: the share of its filled cells that are known ones, a part known by half. */
function known(row: GridRow, leading: Leading): { share: number; count: number } {
  const cells = filled(row);
  const strengths = cells.map(cell => {
    const match = matchHeading(cell.text);
    if (!match) return 0;
    if (alsoData(match.phrase)) return match.strength >= 0.85 ? 0.5 : 0;
    // below other rows, "Quick, cheap and measurable" is a cell
    if (!leading && match.strength === LISTED) return 0.5;
    return match.strength >= 0.85 ? 1 : 0.5;
  });
  const count = strengths.reduce<number>((sum, strength) => sum + strength, 0);
  return { share: cells.length ? count / cells.length : 0, count };
}

/** A cell that no heading looks like: a sentence, a reference, a state. */
const speaksAsData = (text: string) =>
  wordsIn(text).length > LONGEST ||
  isReference(text) ||
  (/[.;]$/.test(text.trim()) && wordsIn(text).length > 3) ||
  plainAnswer(text);

/** "Ongoing", "Monthly", "March 2025": an answer, unless the word is a heading in itself ("Completed", "Month"). */
const plainAnswer = (text: string) =>
  (matchHeading(text)?.strength ?? 0) < 0.9 && (stateOf(text)?.plain === true || isTiming(text));

/** Times that are too wide or too vague for marks under them to be dated. */
const CALENDAR =
  /^(?:q[1-4](?:\s.*)?|(?:week|wk|month)\s?\d{1,2}|(?:spring|summer|autumn|winter)(?: term)?)$/i;

/** Months, quarters, weeks or days side by side over cells that are no times: a calendar, ticked or shaded below. */
function isCalendar(row: GridRow, next: GridRow | undefined): boolean {
  const texts = textsOf(row);
  if (next && namesTimes(texts) && goesOnWithTimes(textsOf(next), texts)) return true;
  const days = namesTimes(texts);
  const labels = filled(row).filter(({ text }) => (days ? labelOf(text) : isWide(text)) !== undefined);
  const below = labels.map(cell => next?.cells.find(other => other.column === cell.column)?.text ?? '');
  // dates over nothing are the last row of a plan as likely as headings
  if (labels.length < 3 || below.some(isTiming) || (!next && labels.some(({ text }) => labelOf(text)?.day)))
    return false;
  return days || new Set(labels.map(({ text }) => text)).size === labels.length;
}

/** A month, a quarter, a season: what heads columns wherever it stands among them. */
function isWide(text: string): true | undefined {
  const label = labelOf(text);
  const named = label && (label.month ?? label.quarter) !== undefined && !label.day;
  return named || CALENDAR.test(text.trim()) ? true : undefined;
}

/** "March 2025" over several columns, which are its weeks or days. */
const headsTimes = (cell: GridCell) => cell.columns > 1 && namesTime(cell.text);

/** A row of nothing else, over the headings proper. */
export const namesPeriods = (row: GridRow): boolean =>
  filled(row).length > 0 && filled(row).every(headsTimes);

const textsOf = (row: GridRow): string[] => filled(row).map(cell => cell.text);

/** Where a row stands: above all rows of its table (and whether a table as wide came before it), or below some. */
export type Leading = 'first' | 'after a table' | false;

/** Whether a row prints headings; the surer, the less is known of its words and the likelier it goes on with rows above. */
export function isHeadingRow(row: GridRow, leading: Leading, below: GridRow[], width: number): boolean {
  const [next] = below;
  const cells = filled(row);
  if (cells.length < 2) return false;
  if (leading && isCalendar(row, next)) return true;
  const { share, count } = known(row, leading);
  const plainly = count >= 2 && share >= 0.5;
  if (!leading && !plainly) return false;
  const data = cells.filter(cell => speaksAsData(cell.text) && !headsTimes(cell)).length;
  if (data > cells.length / 3) return false;
  if (plainly || (count >= 1 && cells.some(headsTimes))) return true;
  if (data > 0) return false;
  // Headings of a body's own wording: marked by the file, or set in bold or capitals over rows that are not.
  if (
    row.header ||
    (count >= 0.5 && (standsOut(row, next, cell => cell.bold) || standsOut(row, next, inCapitals)))
  )
    return true;
  if (leading === 'first' && (standsOverData(row, below, width) || standsOverTimes(row, below))) return true;
  return (
    leading === 'first' && count >= 1 && share >= 0.34 && cells.every(cell => wordsIn(cell.text).length <= 6)
  );
}

const inCapitals = (cell: GridCell) => /\p{Lu}{2}/u.test(cell.text) && cell.text === cell.text.toUpperCase();

const standsOut = (row: GridRow, next: GridRow | undefined, set: (cell: GridCell) => boolean) =>
  filled(row).every(set) && next !== undefined && !filled(next).every(set);

/** Whether a row right above headings names groups of their columns: short texts, some of them over several columns. */
export function namesGroups(row: GridRow, width: number): boolean {
  const cells = filled(row);
  const months = cells.every(cell => namesTime(cell.text));
  return (
    (cells.length >= 2 || months) &&
    cells.some(cell => cell.columns > 1 && cell.columns < width) &&
    cells.every(cell => wordsIn(cell.text).length <= 6 && (months || !speaksAsData(cell.text)))
  );
}

/**
 * Whether a row goes on with the headings above it: sub-headings under a group, questions under names ("Who from"),
 * or the rest of headings that were broken over two rows ("Responsible" over "officer").
 */
export function continuesHeading(row: GridRow, above: GridRow): boolean {
  const cells = filled(row);
  const whole = cells.length === 1 && (cells[0]?.columns ?? 1) > 1;
  if (goesOnWithTimes(textsOf(row), textsOf(above))) return true;
  if (cells.length === 0 || whole || cells.some(cell => speaksAsData(cell.text))) return false;
  if (cells.every(cell => wordsIn(cell.text).length <= 6) && row.header && above.header) return true;
  const { share, count } = known(row, 'first');
  if (cells.length >= 2 && count >= 2 && share >= 0.6) return true;
  const grouped = cells.every(
    cell => (over(above, cell.column)?.columns ?? 1) > 1 || over(above, cell.column)?.continues,
  );
  if (grouped && cells.every(cell => wordsIn(cell.text).length <= 4)) return true;
  if (underGroup(cells, above) && cells.some(cell => (matchHeading(cell.text)?.strength ?? 0) >= 0.85))
    return true;
  return cells.length < filled(above).length && cells.every(cell => completes(above, cell));
}

const over = (row: GridRow, column: number) =>
  row.cells.find(cell => cell.column <= column && column < cell.column + cell.columns);

/** Plain text has no merged cells: a group's name stands over its first column, and over the rest stands nothing. */
function underGroup(cells: GridCell[], above: GridRow): boolean {
  const first = cells[0]?.column ?? 0;
  return (
    cells.length > 1 &&
    cells.every(
      (cell, index) =>
        cell.column === first + index &&
        wordsIn(cell.text).length <= 3 &&
        ((over(above, cell.column)?.text ?? '') !== '') === (index === 0),
    )
  );
}

/** The two texts together are a known heading, and a better known one than the upper alone. */
function completes(above: GridRow, cell: { text: string; column: number }): boolean {
  const upper = over(above, cell.column)?.text ?? '';
  if (!upper || wordsIn(cell.text).length > 3) return false;
  if (/[/&,-]$/.test(upper)) return true;
  const joined = matchHeading(`${upper} ${cell.text}`)?.strength ?? 0;
  return joined >= 0.9 && joined >= (matchHeading(upper)?.strength ?? 0);
}
