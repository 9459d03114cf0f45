import { shadesOf } from '../colours/shades.ts';
import type { Column } from '../headings/columns.ts';
import { setOtherCell } from '../other-cells.ts';
import { isSamePlace } from '../places.ts';
import { type Corrections, FIELDS, type Field, type ReadLine, STATES } from '../reading.ts';
import { headedBy } from '../text/reference.ts';
import { derive } from './derive.ts';
import type { LineFacts } from './line-facts.ts';
import type { PlanRow } from './plan-row.ts';
import { takenFrom } from './taken.ts';

/** What a column leaves open is asked once, at the first line of its table. */
export const aboutColumns = (columns: Column[]): ReadLine['doubts'] =>
  columns.flatMap(({ doubt, meaning, name }) =>
    doubt ? [{ field: meaning === 'other' ? `other:${name}` : meaning, reason: doubt }] : [],
  );

export function lineOf(index: number, facts: LineFacts): ReadLine {
  const row = facts.rows[index];
  if (!row) throw new RangeError('no such row');
  const mine = correctionsAt(row.at, facts.corrected);
  const line: ReadLine = {
    at: row.at,
    section: row.section?.text ?? '',
    ...fieldsOf(row, facts),
    state: 'unknown',
    schedules: [],
    suggestions: [],
    doubts: [],
    printed: row.cells,
    ...shadesOf(row),
    ...(row.identity ? { identity: row.identity } : {}),
  };
  for (const one of mine) correct(line, one.field, one.text);
  const taken = takenFrom(index, facts, line);
  if (Object.keys(taken).length) line.taken = taken;
  if (index === 0) line.doubts.push(...aboutColumns(facts.columns));
  derive(line, facts, { state: mine.some(one => one.field === 'state') });
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

/** What a person put right in a line, or in one of the lines that they made of its row. */
export const correctionsAt = (at: ReadLine['at'], corrected: Corrections['cells']): Corrections['cells'] =>
  corrected.filter(one => isSamePlace(one, at));

export function correct(line: ReadLine, field: Corrections['cells'][number]['field'], text: string): void {
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
