import { oddPlans } from './odd-plans.ts';
import {
  editsOnBothSides,
  editsThereAreFound,
  strippedEditsCome,
  unchangedChangesNothing,
} from './properties.ts';
import { WAYS, type Way } from './written-and-read.ts';

export type Runs = { numRuns: number; seed?: number };
type Property = { says: string; holds: (runs: Runs) => Promise<void>; share: number };

/** Most cases need no file; of those that do, Word's take the longest. */
const SHARES: Record<Way, number> = { memory: 0.76, xlsx: 0.1, csv: 0.1, docx: 0.04 };

/** Each way of a plan out and in again with what must hold of it; `share` of all cases. */
export const PROPERTIES: Property[] = WAYS.flatMap(way => {
  // separated values have no place for what rows are known by
  const known: Omit<Property, 'share'>[] =
    way === 'csv'
      ? []
      : [
          {
            says: `${way}: given out and read back, a plan is unchanged`,
            holds: runs => unchangedChangesNothing(way, true, runs),
          },
          {
            says: `${way}: edits in the file are found, and nothing else`,
            holds: runs => editsThereAreFound(way, runs),
          },
        ];
  const own = [
    ...known,
    {
      says: `${way}: a plan with cells that look like something else is unchanged`,
      holds: (runs: Runs) => unchangedChangesNothing(way, way !== 'csv', runs, oddPlans),
    },
    {
      says: `${way}: the same of such a plan where nothing says which line a row is`,
      holds: (runs: Runs) => unchangedChangesNothing(way, false, runs, oddPlans),
    },
    {
      says: `${way}: the same where nothing says which line a row is`,
      holds: (runs: Runs) => unchangedChangesNothing(way, false, runs),
    },
    {
      says: `${way}: edits in the file come where nothing says which line a row is`,
      holds: (runs: Runs) => strippedEditsCome(way, runs),
    },
    {
      says: `${way}: of edits on both sides each is kept or asked about`,
      holds: (runs: Runs) => editsOnBothSides(way, runs),
    },
  ];
  return own.map(one => ({ ...one, share: SHARES[way] / own.length }));
});
