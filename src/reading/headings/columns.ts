import { periodsOf } from '../calendar/periods.ts';
import type { ColumnMeaning, Field, ReadColumn } from '../reading.ts';
import type { Looks } from '../text/looks.ts';
import { channelColumns } from './channel-columns.ts';
import { columnDoubts } from './column-doubts.ts';
import { byContents } from './contents.ts';
import { needsAsMessages, outputsAsMeasures, themesAsSubjects, waysAsActions } from './doing.ts';
import type { Heading } from './heading.ts';
import { newest } from './newest.ts';
import type { Sense } from './senses.ts';
import { type Settled, settle } from './treacherous.ts';
import { looseness, WANTS } from './wants.ts';
import {
  groupsOfActions,
  groupsOfAudiences,
  membersOfAudiences,
  rolesThatAct,
  whoIsAudience,
} from './who.ts';

export type Column = Omit<ReadColumn, 'name'> & {
  /** The heading that an `other` column's cells are kept under. */
  name: string;
  /** The printed texts that make that name. */
  parts: string[];
  /** The same name, where a person chose it. */
  chosen?: string;
  sense?: Sense;
};

/** How plainly cells must show a field where a heading that is not known stands over them. */
const CLEAR = 0.75;
/** The strength of a heading of which only its first word is known. */
const A_WORD = 0.5;

/** Rows are numbered where they begin; further on, numbers under a heading of their own are counts. */
const LAST_NUMBERED = 1;
const countsOnly = (field: Field, look: Looks | undefined): boolean =>
  field === 'reference' || (field === 'budget' && (look?.reference ?? 0) >= CLEAR);

type Wish = { column: number; field: Field; weight: number; why: string };

/**
 * Decides what each column of a table is. Each heading wishes for fields, what the cells hold can change or add wishes,
 * and the strongest wish for a field gets it; the rest keep their own heading. At most one column names groups of rows.
 */
export function decideColumns(headings: Heading[], heard: Looks[]): Column[] {
  const times = periodsOf(headings.map(heading => heading.printed));
  const looks = marksUnheard(heard, times);
  const alone = headings.map((heading, column) =>
    times[column]
      ? { strength: 0, phrase: '', why: '', printed: heading.printed.join(' – ') }
      : settle(heading, looks[column], looks),
  );
  const known = channelColumns(whosWho(alone, looks), looks);
  const settled = outputsAsMeasures(needsAsMessages(themesAsSubjects(waysAsActions(known))));
  const group = settled.findIndex(one => one.section);
  const better = newest(settled, looks);
  const given = grant(
    settled.flatMap((one, column) => (column === group ? [] : wishesOf(one, column, better[column] ?? 0))),
  );
  addByContents(given, settled, looks, group);
  const meanings = headings.map((_, column): ColumnMeaning => {
    return column === group ? 'section' : (given.get(column)?.field ?? 'other');
  });
  const doubts = columnDoubts(settled, meanings);
  return named(headings).map((heading, column): Column => {
    const { sense, section } = settled[column] ?? {};
    return {
      headings: heading.printed,
      meaning: meanings[column] ?? 'other',
      why:
        (column === group ? section : given.get(column)?.why) ?? (times[column] ? TIMED : whyOther(heading)),
      name: heading.name,
      parts: heading.parts,
      ...(sense ? { sense } : {}),
      ...(doubts[column] ? { doubt: doubts[column] } : {}),
    };
  });
}

const whosWho = (columns: Settled[], looks: Looks[]): Settled[] =>
  rolesThatAct(
    whoIsAudience(membersOfAudiences(groupsOfAudiences(groupsOfActions(columns, looks), looks))),
    looks,
  );

/** What stands in the columns of a timetable marks a time, and is no field. */
const marksUnheard = (heard: Looks[], times: unknown[]): Looks[] =>
  heard.map((look, column) => (times[column] ? { ...look, filled: 0 } : look));

const TIMED = 'its heading names a time: what marks or shades its cells says when';

function wishesOf(settled: Settled, column: number, better: number): Wish[] {
  const wants = settled.sense ? (WANTS[settled.sense] ?? []) : [];
  return wants.map(([field, right]) => ({
    column,
    field,
    weight: right * settled.strength + better - looseness(settled.phrase) - column / 1000,
    why: settled.why,
  }));
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
function addByContents(given: Map<number, Wish>, settled: Settled[], looks: Looks[], group: number): void {
  const taken = new Set([...given.values()].map(wish => wish.field));
  // where no heading is known by more than a word of it, nothing but the cells can tell
  const foreign = settled.every(one => one.strength <= A_WORD);
  const guesses = settled.flatMap((one, column) => {
    if (one.sense || column === group) return [];
    // A heading of the body's own wording says something; the cells must say clearly more.
    const needed = one.printed && !foreign ? CLEAR : 0;
    return byContents(looks[column], looks)
      .filter(guess => guess.likely >= needed)
      .filter(guess => !one.printed || column <= LAST_NUMBERED || !countsOnly(guess.field, looks[column]))
      .map(guess => ({
        column,
        field: guess.field,
        weight: guess.likely,
        why: guess.why,
      }));
  });
  for (const [column, wish] of grant(guesses.filter(guess => !taken.has(guess.field))))
    given.set(column, wish);
}

/** Cells without a field are kept under their heading, so no two columns may share one: the later gets a dash more. */
function named(headings: Heading[]): Heading[] {
  const names = new Set<string>();
  return headings.map(heading => {
    let name = heading.name || '—';
    while (names.has(name)) name = `${name} —`;
    names.add(name);
    return { ...heading, name };
  });
}

function whyOther(heading: Heading): string {
  return heading.printed.length
    ? `no field is called “${heading.printed.join(' – ')}”, or another column has it, so it keeps its own heading`
    : 'it has no heading and its cells do not show what they are';
}
