import { severalTimings } from '../../../../reading/lines/several-timings.ts';
import { isSamePlace } from '../../../../reading/places.ts';
import { type CellField, type Corrections, FIELDS, type ReadLine } from '../../../../reading/reading.ts';
import type { TimingFacts } from '../../../../timing/schedule.ts';
import { shownTiming } from '../../../plans/index.ts';
import { fieldWords, STATE_WORDS } from '../../reading-words.ts';
import { printedRow } from '../../rules/as-read.ts';
import { isSameText } from '../../rules/corrections.ts';
import {
  explainedCosts,
  explainedOwners,
  underHeading,
  whyState,
  whyTiming,
} from '../../rules/explanations.ts';
import { pairFacts } from '../../rules/pairs-offered.ts';
import type { StoredLine, StoredReading } from '../../stored-reading.ts';
import { readValue, stateChoices } from '../reading/doubt.ts';
import { lineAddress } from './line-place.ts';

/** The most characters that a cell put right may have. */
const LONGEST = 20_000;

/** Fields that a line is asked for even where its table has no column for them. */
const ALWAYS = ['what', 'when', 'owner'];

/** The facts of the page `line.njk`. */
export function lineFacts(reading: StoredReading, { position, line }: StoredLine, times: TimingFacts) {
  const table = reading.outline?.tables[line.at.table];
  const there = new Set<string>([...ALWAYS, ...(table?.columns.map(column => column.meaning) ?? [])]);
  const fields = FIELDS.filter(field => there.has(field) || line[field] || line.taken?.[field]);
  const { document } = reading.outline ?? {};
  const because = (timing: Parameters<typeof whyTiming>[0] | undefined) =>
    timing && document && whyTiming(timing, line, table, document);
  const others = Object.keys(line.other).map(heading => `other:${heading}`);
  return {
    position,
    line,
    open: reading.status === 'read',
    where: [table?.where, line.section].filter(Boolean).join(', '),
    printed: printedRow(line, table),
    phrases: [...line.schedules, ...line.suggestions].map(({ phrase }) => phrase),
    fields: ['section', ...fields, ...others].map((field, index) => ({
      ...shownField(line, field, reading.corrections),
      id: `cell-${index}`,
    })),
    states: stateChoices,
    stateWords: STATE_WORDS[line.state],
    whyState: whyState(line, table),
    place: because(line.schedules[0])?.place ?? (table && underHeading('when', table)),
    timings: [
      ...line.schedules.map(one => ({ ...shownTiming(one, times), why: because(one)?.why })),
      ...line.suggestions.map(one => ({
        ...shownTiming(one, times),
        found: fieldWords(one.field),
        why: because(one)?.why,
      })),
    ],
    ...pairFacts(line, table),
    several: line.doubts.find(({ reason }) => reason === severalTimings(line)?.reason),
    action: `/readings/${reading.id}/lines/${lineAddress(line.at)}`,
    rowAction: `/readings/${reading.id}/lines/${line.at.table}/${line.at.row}`,
    joined: (line.joined ?? []).map(row => ({
      text: `Take row ${row + 1} of the table out of it again`,
      taken: JSON.stringify([{ kind: 'joined', table: line.at.table, row }]),
    })),
    owners: explainedOwners(line, table),
    costs: explainedCosts(line, table),
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
    corrected: corrections.cells.some(cell => cell.field === field && isSamePlace(cell, line.at)),
  };
}

/** The cells of a form that say something else than the line does. Browsers change the line ends in a field's name too. */
export function changedCells(
  line: ReadLine,
  form: Record<string, unknown>,
): (Corrections['cells'][number] & { before: string })[] {
  const sent = new Map(Object.entries(form).map(([name, text]) => [name.replaceAll('\r\n', '\n'), text]));
  return cellsOf(line).flatMap(field => {
    const text = sent.get(field);
    const before = readValue(line, field) ?? '';
    if (typeof text !== 'string' || isSameText(before, text)) return [];
    if (field === 'state' && !Object.hasOwn(STATE_WORDS, text)) return [];
    return [{ ...line.at, ...whenJoined(line), field, text: text.trim().slice(0, LONGEST), before }];
  });
}

const whenJoined = ({ joined }: ReadLine) => (joined ? { joined: joined.length } : {});

/** Every cell that may be put right: columns of an own heading only where the line has them. */
const cellsOf = (line: ReadLine): CellField[] => [
  ...FIELDS,
  'section',
  'state',
  ...Object.keys(line.other).map(heading => `other:${heading}` as const),
];
