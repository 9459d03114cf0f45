import { folded } from '../text/plain.ts';
import { type Match, matchHeading } from './match.ts';
import type { Sense } from './senses.ts';

/** One printed heading over a column: its text, how many columns it stands over, and whether this is the first of them. */
export type HeadingCell = { text: string; columns: number; first: boolean };

/**
 * What the headings over one column say together. `parts` are the texts that make its name; a text over several columns
 * names the first of them only, so that no word has two places.
 */
export type Heading = { printed: string[]; parts: string[]; name: string; match: Match | undefined };

/** Questions in a row of their own ("Who from | What | When") say more plainly what the row above names. */
const QUESTION = /^(?:who|what|when|where|why|how|by whom|by when|to whom)\b/;
/** "Resources" over "Time | Cost | Staff": the sub-headings are kinds of resource, "Time" is no deadline. */
const RULING: readonly Sense[] = ['budget', 'risk'];

/** Reads the headings of one column, given from the top row down. */
export function readHeading(cells: HeadingCell[]): Heading {
  const written = cells.filter(cell => cell.text !== '');
  const printed = written.map(cell => cell.text);
  const group = written.find(cell => cell.columns > 1);
  const own = written.filter(cell => cell !== group || written.length === 1);
  const parts = own.filter(cell => cell.first).map(cell => cell.text);
  const name = parts.join(' ').replace(/\s+/g, ' ');
  const match = together(
    own.map(cell => cell.text),
    group?.text,
  );
  return { printed, parts, name, match };
}

function together(own: string[], group: string | undefined): Match | undefined {
  const over = group === undefined ? undefined : matchHeading(group);
  if (over && RULING.includes(over.sense)) return over;
  const question = own.length > 1 ? own.find(text => QUESTION.test(folded(text))) : undefined;
  const asked = question === undefined ? undefined : matchHeading(question);
  if (asked && asked.strength >= 0.9 && asked.sense !== 'who') return asked;
  const joined = matchHeading(own.join(' '));
  const best = [joined, ...own.map(matchHeading)].filter(match => match !== undefined);
  best.sort((a, b) => b.strength - a.strength);
  return best[0] ?? over;
}
