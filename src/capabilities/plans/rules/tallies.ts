import type { State } from '../../../reading/reading.ts';
import type { Filter } from './asked.ts';

/** How many lines of a plan are alike in all of this. */
export type Tally = {
  section: string;
  state: State;
  owned: boolean;
  dated: boolean;
  doubtful: boolean;
  lines: number;
};

/** How many lines of each kind a plan has, and how many match a filter; its owner and its words apart. */
export type Tallies = {
  lines: number;
  complete: number;
  unowned: number;
  undated: number;
  doubtful: number;
  matching: number;
};

export function talliesFor(tallies: Tally[], filter: Filter): Tallies {
  const count = (fits: (tally: Tally) => boolean) =>
    tallies.reduce((sum, tally) => (fits(tally) ? sum + tally.lines : sum), 0);
  return {
    lines: count(() => true),
    complete: count(({ state }) => state === 'complete'),
    unowned: count(ONLY.unowned),
    undated: count(ONLY.undated),
    doubtful: count(ONLY.doubtful),
    matching: count(tally => matches(tally, filter)),
  };
}

const ONLY = {
  unowned: ({ owned }: Tally) => !owned,
  undated: ({ dated }: Tally) => !dated,
  doubtful: ({ doubtful }: Tally) => doubtful,
};

const matches = (tally: Tally, { section, state, only }: Filter): boolean =>
  (!section || tally.section === section) &&
  (!state || tally.state === state) &&
  (!only || ONLY[only](tally));
