/** Why a document looks like a later edition of a plan; `share`: of its rows or of the words of its title, from 0 to 1. */
export type Resembling = { plan: string; because: 'export' | 'rows' | 'lines' | 'title'; share: number };

export type PlanKnown = { id: string; title: string; kind: string; lines: number };

export type Resemblance = {
  /** The document's own title and kind, and how many lines were read of it. */
  title: string;
  kind: string;
  lines: number;
  /** The plan that the file says it was given out of. */
  exportOf: string | undefined;
  /** How many rows say that they are lines of a plan, and how many say the same as one; by plan. */
  identified: Map<string, number>;
  alike: Map<string, number>;
};

/** Fewer rows that say the same are chance: every plan has a "Press release". */
const LEAST_ALIKE = 0.3;
const LEAST_OF_TITLE = 0.6;
const MOST = 5;

/** The plans that a document looks like a later edition of, likeliest first. */
export function resembling(document: Resemblance, plans: PlanKnown[]): Resembling[] {
  const found = plans.flatMap(plan => likeness(document, plan) ?? []);
  const rank = { export: 0, rows: 1, lines: 2, title: 3 };
  return found
    .sort((one, other) => rank[one.because] - rank[other.because] || other.share - one.share)
    .slice(0, MOST);
}

function likeness(document: Resemblance, { id, title, kind, lines }: PlanKnown): Resembling | undefined {
  const fewer = Math.max(1, Math.min(document.lines, lines));
  if (document.exportOf === id) return { plan: id, because: 'export', share: 1 };
  const identified = (document.identified.get(id) ?? 0) / fewer;
  if (identified >= LEAST_ALIKE) return { plan: id, because: 'rows', share: Math.min(1, identified) };
  const alike = (document.alike.get(id) ?? 0) / fewer;
  if (alike >= LEAST_ALIKE) return { plan: id, because: 'lines', share: Math.min(1, alike) };
  const titled = sharedWords(document.title, title);
  return titled >= LEAST_OF_TITLE && kind === document.kind
    ? { plan: id, because: 'title', share: titled }
    : undefined;
}

/** Of all words of two titles, how many both have; years and numbers are what editions differ in. */
function sharedWords(one: string, other: string): number {
  const [words, others] = [wordsOf(one), wordsOf(other)];
  const all = words.union(others).size;
  return all ? words.intersection(others).size / all : 0;
}

const wordsOf = (title: string): Set<string> => new Set(title.toLowerCase().match(/\p{L}{2,}/gu));
