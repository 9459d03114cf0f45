import type { Column } from '../headings/columns.ts';
import { setOtherCell } from '../other-cells.ts';
import { disagreements } from '../pairs/disagreements.ts';
import { pairsOf } from '../pairs/pairs.ts';
import { type Corrections, FIELDS, type Field, type ReadLine, STATES, type State } from '../reading.ts';
import { readCosts } from '../text/budget/read-costs.ts';
import type { InitialsKey } from '../text/owners/key.ts';
import { headedBy } from '../text/reference.ts';
import { type Called, doubtsOf } from './doubts.ts';
import { markedMonths } from './marked-months.ts';
import { ownersOf } from './owners.ts';
import type { PlanRow } from './plan-row.ts';
import { decideState, type Told } from './state.ts';
import { takenFrom } from './taken.ts';
import type { Timings } from './timings.ts';

/** What the lines of one plan table share. */
export type LineFacts = {
  columns: Column[];
  rows: PlanRow[];
  /** The column whose texts begin with the rows' numbers. */
  numbered: number | undefined;
  timings: Timings;
  colours: Map<string, State>;
  /** What initials stand for, by the plan's own key. */
  initials: InitialsKey;
  corrected: Corrections['cells'];
};

/** What a column leaves open is asked once, at the first line of its table. */
const aboutColumns = (columns: Column[]): ReadLine['doubts'] =>
  columns.flatMap(({ doubt, meaning, name }) =>
    doubt ? [{ field: meaning === 'other' ? `other:${name}` : meaning, reason: doubt }] : [],
  );

/** Fields in which a timing may hide, besides `when`. */
const MAY_HIDE: Field[] = [
  'recommendation',
  'what',
  'audience',
  'messenger',
  'how',
  'why',
  'status',
  'measure',
  'comments',
];

export function lineOf(index: number, facts: LineFacts): ReadLine {
  const row = facts.rows[index];
  if (!row) throw new RangeError('no such row');
  const mine = facts.corrected.filter(one => one.table === row.at.table && one.row === row.at.row);
  const line: ReadLine = {
    at: row.at,
    section: row.section?.text ?? '',
    ...fieldsOf(row, facts),
    state: 'unknown',
    schedules: [],
    suggestions: [],
    doubts: [],
    printed: row.cells,
  };
  for (const one of mine) correct(line, one.field, one.text);
  const taken = takenFrom(index, facts, line);
  if (Object.keys(taken).length) line.taken = taken;
  if (index === 0) line.doubts.push(...aboutColumns(facts.columns));
  derive(
    line,
    facts,
    mine.some(one => one.field === 'state'),
  );
  return line;
}

function fieldsOf(
  row: PlanRow,
  { columns, numbered }: LineFacts,
): Pick<ReadLine, 'other'> & Partial<Record<Field, string>> {
  const fields: Partial<Record<Field, string>> = {};
  const other: Record<string, string> = {};
  columns.forEach((column, index) => {
    let text = row.cells[index] ?? '';
    const headed = index === numbered ? headedBy(text) : undefined;
    if (headed) {
      fields.reference = headed.reference;
      text = headed.rest;
    }
    if (!text || column.meaning === 'section') return;
    if (column.meaning === 'other') setOtherCell(other, column.name, text);
    else fields[column.meaning] = [fields[column.meaning], text].filter(Boolean).join('\n');
  });
  return { ...fields, other };
}

function correct(line: ReadLine, field: Corrections['cells'][number]['field'], text: string): void {
  if (field === 'section') line.section = text;
  else if (field === 'state') line.state = STATES.find(state => state === text) ?? 'unknown';
  else if (field.startsWith('other:')) setOther(line.other, field.slice('other:'.length), text);
  else
    set(
      line as Partial<Record<Field, string>>,
      FIELDS.find(one => one === field),
      text,
    );
}

function set<Key extends string>(
  into: Partial<Record<Key, string>>,
  key: Key | undefined,
  text: string,
): void {
  if (key === undefined) return;
  if (text) into[key] = text;
  else delete into[key];
}

function setOther(other: ReadLine['other'], heading: string, text: string): void {
  if (text) setOtherCell(other, heading, text);
  else delete other[heading];
}

/** Everything that a line's words say beyond themselves: its state, times, hidden times and doubts. */
function derive(line: ReadLine, facts: LineFacts, stateGiven: boolean): void {
  const told = toldBy(line);
  const found = stateGiven ? undefined : decideState(told, line.section, facts.colours);
  if (found) {
    line.state = found.state;
    line.stateFrom = { field: found.field, phrase: found.phrase, why: found.why };
  }
  line.schedules = facts.timings.read(line.taken?.when?.text ?? line.when ?? '');
  line.suggestions = MAY_HIDE.flatMap(field =>
    facts.timings.find(line[field] ?? '').map(schedule => ({ ...schedule, field })),
  );
  const marked = markedMonths(facts.columns, line.printed, facts.timings);
  line.suggestions.push(...marked.map(schedule => ({ ...schedule, field: 'when' as const })));
  const asksOwner = facts.columns.some(column => column.meaning === 'owner');
  const pairs = pairsOf(line, facts.timings);
  if (pairs.length) line.pairs = pairs;
  const owners = ownersOf(line, asksOwner, facts.initials);
  if (owners.length) line.owners = owners;
  const costs = readCosts(line.taken?.budget?.text ?? line.budget ?? '');
  if (costs.length) line.costs = costs;
  const called = calledIn(facts.columns);
  line.doubts.push(...doubtsOf(line, told, asksOwner, called), ...disagreements(line, facts.timings, called));
}

/** A field as its own table prints it, or as it is always called where no heading does. */
function calledIn(columns: Column[]): Called {
  return field => {
    const own = /^other:(.*)$/s.exec(field)?.[1];
    const printed =
      own ??
      columns
        .find(column => column.meaning === field)
        ?.headings.filter(Boolean)
        .join(' – ');
    if (printed && !/^[—\s]*$/.test(printed)) return `“${printed.replace(/\s+/g, ' ')}”`;
    return own === undefined ? field : 'a column without a heading';
  };
}

function toldBy(line: ReadLine): Told {
  const fields = (['status', 'comments', 'when', 'measure', 'budget'] as const).flatMap(field => {
    const text = line.taken?.[field]?.text ?? line[field];
    return text ? [{ field: field as string, text }] : [];
  });
  return [...fields, ...Object.entries(line.other).map(([name, text]) => ({ field: `other:${name}`, text }))];
}
