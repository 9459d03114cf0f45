import type { Looks } from '../text/looks.ts';
import type { Heading } from './heading.ts';
import type { Sense } from './senses.ts';

/** A heading's sense once the cells under it have been heard. `section`: why the column only names groups of rows. */
export type Settled = {
  sense?: Sense;
  strength: number;
  phrase: string;
  why: string;
  section?: string;
  printed: string;
};

/**
 * Some headings mean one thing in one plan and another in the next: "Recommendation" over "Recommendation 11"
 * is a reference, "Outcome" over "Completed" a status. What the cells hold decides those, and only those.
 */
export function settle(heading: Heading, looks: Looks | undefined, all: Looks[]): Settled {
  const match = heading.match;
  const printed = heading.printed.join(' – ');
  const section = groups(match?.sense, heading, looks, all[0] === looks);
  if (!match) return { strength: 0, phrase: '', why: '', printed, ...(section ? { section } : {}) };
  const changed = looks && looks.filled > 0 ? byCells(match.sense, looks) : undefined;
  return {
    sense: changed?.sense ?? match.sense,
    strength: changed?.strength ?? match.strength,
    phrase: match.phrase,
    printed,
    why: changed
      ? `the heading says “${printed}” and its cells hold ${changed.holds}`
      : `the heading says “${printed}”`,
    ...(section ? { section } : {}),
  };
}

type Changed = { sense: Sense; holds: string; strength: number };
const NUMBERED: readonly Sense[] = [
  'recommendation',
  'action',
  'item',
  'priority',
  'objective',
  'subject',
  'detail',
  'term',
  'theme',
  'version',
];

function byCells(sense: Sense, looks: Looks): Changed | undefined {
  if (NUMBERED.includes(sense) && looks.reference >= 0.7) {
    return { sense: 'reference', holds: 'only numbers or references', strength: 0.95 };
  }
  if (sense === 'outcome' && looks.state >= 0.5)
    return { sense: 'status', holds: 'states such as “complete”', strength: 0.9 };
  if (['target', 'delivery', 'measure', 'support'].includes(sense) && looks.timing >= 0.6) {
    return { sense: 'timing', holds: 'dates and frequencies', strength: 0.8 };
  }
  if (sense === 'delivery' && looks.owner >= 0.6 && looks.channel < 0.4) {
    return { sense: 'owner', holds: 'names, posts or teams', strength: 0.8 };
  }
  if (sense === 'who' && looks.audience >= 0.5 && looks.audience - looks.owner >= 0.3) {
    return { sense: 'audience', holds: 'groups of people', strength: 0.9 };
  }
  if (sense === 'audience' && looks.timing >= 0.7)
    return { sense: 'timing', holds: 'dates and frequencies', strength: 0.9 };
  if (sense === 'response' && looks.state >= 0.6)
    return { sense: 'status', holds: 'states such as “complete”', strength: 0.5 };
  return undefined;
}

/**
 * A column that is filled only where something new begins names groups of rows rather than rows;
 * so does a theme at the head of the rows that repeats.
 */
function groups(
  sense: Sense | undefined,
  heading: Heading,
  looks: Looks | undefined,
  first: boolean,
): string | undefined {
  if (!looks || looks.filled === 0) return undefined;
  const grouped = looks.filled < looks.of || (first && looks.repeats > 0);
  if (sense === 'theme' && grouped) return `“${heading.printed.join(' – ')}” names groups of rows`;
  if (sense === 'objective' && first && looks.filled < looks.of)
    return `“${heading.printed.join(' – ')}” names groups of rows`;
  if (!sense && heading.printed.length === 0 && first && looks.filled < looks.of && looks.reference < 0.5) {
    return 'it has no heading and names groups of rows';
  }
  return undefined;
}
