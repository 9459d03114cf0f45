import { type Corrections, FIELDS, type ReadLine } from '../../../../reading/reading.ts';
import { fieldWords, STATE_WORDS } from '../../reading-words.ts';
import { isSameText } from '../../rules/corrections.ts';
import type { StoredLine, StoredReading } from '../../stored-reading.ts';
import { printedCells, readValue, stateChoices } from '../reading/doubt.ts';
import { shownTiming } from '../timings.ts';
import { type CellField, cellField } from './cell-field.ts';

/** The most characters that a cell put right may have. */
const LONGEST = 20_000;

/** Fields that a line is asked for even where its table has no column for them. */
const ALWAYS = ['what', 'when', 'owner'];

/** The facts of the page `line.njk`. */
export function lineFacts(reading: StoredReading, { position, line }: StoredLine, today: Temporal.PlainDate) {
  const table = reading.outline?.tables[line.at.table];
  const there = new Set<string>([...ALWAYS, ...(table?.columns.map(column => column.meaning) ?? [])]);
  const fields = FIELDS.filter(field => there.has(field) || line[field] || line.taken?.[field]);
  const others = Object.keys(line.other).map(heading => `other:${heading}`);
  return {
    position,
    line,
    open: reading.status === 'read',
    where: [table?.where, line.section].filter(Boolean).join(', '),
    printed: printedCells(line, table),
    phrases: [...line.schedules, ...line.suggestions].map(({ phrase }) => phrase),
    fields: ['section', ...fields, ...others].map((field, index) => ({
      ...shownField(line, field, reading.corrections),
      id: `cell-${index}`,
    })),
    states: stateChoices,
    stateWords: STATE_WORDS[line.state],
    stateFrom: line.stateFrom && { phrase: line.stateFrom.phrase, field: fieldWords(line.stateFrom.field) },
    timings: [
      ...line.schedules.map(schedule => shownTiming(schedule, today)),
      ...line.suggestions.map(one => ({ ...shownTiming(one, today), found: fieldWords(one.field) })),
    ],
    doubts: line.doubts.map(doubt => ({ ...doubt, field: fieldWords(doubt.field) })),
  };
}

function shownField(line: ReadLine, field: string, corrections: Corrections) {
  const value = readValue(line, field) ?? '';
  const taken = FIELDS.find(one => one === field);
  return {
    name: field,
    label: fieldWords(field),
    value,
    rows: Math.min(8, Math.max(1, Math.ceil(value.length / 60), value.split('\n').length)),
    taken: taken && line.taken?.[taken],
    corrected: corrections.cells.some(
      cell => cell.table === line.at.table && cell.row === line.at.row && cell.field === field,
    ),
  };
}

/** The cells of a form that say something else than the line does. */
export function changedCells(
  line: ReadLine,
  form: Record<string, unknown>,
): (Corrections['cells'][number] & { before: string })[] {
  return Object.entries(form).flatMap(([name, text]) => {
    const field = cellField.safeParse(name).data;
    const before = field && readValue(line, field);
    if (!field || before === undefined || typeof text !== 'string' || isSameText(before, text)) return [];
    if (!isAnswerFor(field, text, line)) return [];
    return [{ ...line.at, field, text: text.trim().slice(0, LONGEST), before }];
  });
}

/** A state is one of the list, and a column of its own heading is one that the line has. */
function isAnswerFor(field: CellField, text: string, line: ReadLine): boolean {
  if (field === 'state') return text in STATE_WORDS;
  return !field.startsWith('other:') || field.slice('other:'.length) in line.other;
}
