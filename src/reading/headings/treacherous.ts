import type { Looks } from '../text/looks.ts';
import type { Heading } from './heading.ts';
import type { Match } from './match.ts';
import type { Sense } from './senses.ts';

/** A heading's sense once the cells under it have been heard. `section`: why the column only names groups of rows. */
export type Settled = {
  sense?: Sense;
  strength: number;
  phrase: string;
  why: string;
  section?: string;
  printed: string;
  /** The share of the cells that spoke, where they changed what the heading means. */
  changedBy?: number;
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
  const changed = looks && looks.filled > 0 ? byCells(match, looks) : undefined;
  return {
    sense: changed?.sense ?? match.sense,
    strength: changed?.strength ?? match.strength,
    phrase: match.phrase,
    printed,
    why: changed
      ? `the heading says “${printed}” and its cells hold ${changed.holds}`
      : `the heading says “${printed}”`,
    ...(section ? { section } : {}),
    ...(changed ? { changedBy: changed.share } : {}),
  };
}

type Changed = { sense: Sense; holds: string; strength: number; share: number };
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

/** Which cells change which headings: from what share of the column on, and how sure the new meaning is. */
type Rule = {
  from: readonly Sense[];
  look: 'reference' | 'state' | 'timing' | 'owner' | 'audience';
  least: number;
  to: Sense;
  strength: number;
  /** The headings of that sense which the rule is about; all of them where it says none. */
  only?: RegExp;
};
const RULES: Rule[] = [
  { from: NUMBERED, look: 'reference', least: 0.7, to: 'reference', strength: 0.95 },
  { from: ['outcome'], look: 'state', least: 0.5, to: 'status', strength: 0.9 },
  {
    from: ['target', 'delivery', 'measure', 'support'],
    look: 'timing',
    least: 0.6,
    to: 'timing',
    strength: 0.8,
  },
  { from: ['delivery'], look: 'owner', least: 0.6, to: 'owner', strength: 0.8 },
  { from: ['who'], look: 'audience', least: 0.5, to: 'audience', strength: 0.9 },
  { from: ['audience'], look: 'timing', least: 0.7, to: 'timing', strength: 0.9 },
  // "By | 30 June", "Action by | Monthly"
  { from: ['owner'], look: 'timing', least: 0.7, to: 'timing', strength: 0.9 },
  { from: ['messenger'], look: 'timing', least: 0.7, to: 'start', strength: 0.9 },
  // "Milestone | September 2025"
  { from: ['subject'], look: 'timing', least: 0.7, to: 'timing', strength: 0.8, only: /milestone/ },
  { from: ['channel'], look: 'state', least: 0.6, to: 'status', strength: 0.9 },
  { from: ['response'], look: 'state', least: 0.6, to: 'status', strength: 0.5 },
];
const HOLDS: Record<Rule['look'], string> = {
  reference: 'only numbers or references',
  state: 'states such as “complete”',
  timing: 'dates and frequencies',
  owner: 'names, posts or teams',
  audience: 'groups of people',
};

function byCells({ sense, phrase }: Match, looks: Looks): Changed | undefined {
  const rule = RULES.find(
    one =>
      one.from.includes(sense) &&
      (one.only?.test(phrase) ?? true) &&
      looks[one.look] >= one.least &&
      !speaksAgainst(one, looks),
  );
  return (
    rule && { sense: rule.to, holds: HOLDS[rule.look], strength: rule.strength, share: looks[rule.look] }
  );
}

/** "Staff" is an audience and an owner; a channel such as "Press Office" looks like an owner. */
function speaksAgainst({ look, to }: Rule, looks: Looks): boolean {
  if (to === 'audience') return looks.audience - looks.owner < 0.3;
  return look === 'owner' && looks.channel >= 0.4;
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
