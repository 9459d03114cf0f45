import type { ColumnMeaning, Field, ReadColumn } from '../reading.ts';
import type { Looks } from '../text/looks.ts';
import { byContents } from './contents.ts';
import type { Heading } from './heading.ts';
import type { Sense } from './senses.ts';
import { settle } from './treacherous.ts';

/** The fields that a sense may fill, the best first; a sense without any keeps its own heading. */
const WANTS: Partial<Record<Sense, [Field, number][]>> = {
  reference: [['reference', 3]],
  recommendation: [['recommendation', 3]],
  action: [['what', 4]],
  subject: [['what', 1.5]],
  message: [['what', 3]],
  description: [['what', 2]],
  item: [['what', 1]],
  audience: [['audience', 3]],
  messenger: [
    ['messenger', 3],
    ['owner', 1],
  ],
  channel: [['how', 3]],
  delivery: [['how', 2]],
  timing: [['when', 3]],
  start: [['when', 1]],
  purpose: [['why', 4]],
  outcome: [['why', 3]],
  objective: [
    ['why', 2],
    ['what', 0.5],
  ],
  who: [
    ['owner', 2],
    ['audience', 1],
  ],
  owner: [['owner', 3]],
  member: [['owner', 1]],
  status: [['status', 4]],
  rag: [['status', 2]],
  progress: [
    ['status', 3],
    ['comments', 1],
  ],
  budget: [['budget', 3]],
  measure: [['measure', 3]],
  target: [['measure', 2]],
  comments: [['comments', 3]],
};

/** Words that name a column of times less surely than "deadline" or "frequency" do. */
const LOOSE_TIMES = new Set([
  'date',
  'month',
  'year',
  'quarter',
  'week',
  'period',
  'time',
  'cycle',
  'end',
  'revised date',
  'exec date',
]);

export type Column = ReadColumn & {
  /** The heading that an `other` column's cells are kept under. */
  name: string;
  sense?: Sense;
};

type Wish = { column: number; field: Field; weight: number; why: string };

/**
 * Decides what each column of a table is. Each heading wishes for fields, what the cells hold can change or add wishes,
 * and the strongest wish for a field gets it; the rest keep their own heading.
 */
export function decideColumns(headings: Heading[], looks: Looks[]): Column[] {
  const senses = headings.map((heading, column) => settle(heading, looks[column], looks));
  const wishes = senses.flatMap((settled, column): Wish[] => {
    if (!settled.sense) return [];
    return (WANTS[settled.sense] ?? []).map(([field, rank]) => ({
      column,
      field,
      weight: rank * settled.strength - (LOOSE_TIMES.has(settled.phrase) ? 0.5 : 0) - column / 1000,
      why: settled.why,
    }));
  });
  const given = grant(wishes);
  addByContents(
    given,
    headings,
    looks,
    senses.map(settled => settled.sense),
  );
  return headings.map((heading, column) => {
    const settled = senses[column];
    const section = !given.has(column) && settled?.section;
    const meaning: ColumnMeaning = section ? 'section' : (given.get(column)?.field ?? 'other');
    const why = section ? settled.section : (given.get(column)?.why ?? whyOther(heading));
    return {
      headings: heading.printed,
      meaning,
      why: why || whyOther(heading),
      name: heading.name,
      ...(settled?.sense ? { sense: settled.sense } : {}),
    };
  });
}

/** Strongest wish first; a column gets one field and a field one column. */
function grant(wishes: Wish[]): Map<number, Wish> {
  const given = new Map<number, Wish>();
  const taken = new Set<Field>();
  for (const wish of [...wishes].sort((a, b) => b.weight - a.weight)) {
    if (given.has(wish.column) || taken.has(wish.field)) continue;
    given.set(wish.column, wish);
    taken.add(wish.field);
  }
  return given;
}

/** Where a heading is missing or says nothing known, the cells speak for themselves, if the field is still free. */
function addByContents(
  given: Map<number, Wish>,
  headings: Heading[],
  looks: Looks[],
  senses: (Sense | undefined)[],
): void {
  const taken = new Set([...given.values()].map(wish => wish.field));
  const silent = headings.flatMap((_, column) => (senses[column] || given.has(column) ? [] : [column]));
  const guesses = silent.flatMap(column =>
    byContents(looks[column]).map(guess => ({
      column,
      field: guess.field,
      weight: guess.likely,
      why: guess.why,
    })),
  );
  for (const [column, wish] of grant(guesses.filter(guess => !taken.has(guess.field))))
    given.set(column, wish);
}

function whyOther(heading: Heading): string {
  return heading.printed.length
    ? `no field is called “${heading.printed.join(' – ')}”, so it keeps its own heading`
    : 'it has no heading and its cells do not show what they are';
}
