import { severalTimings } from '../../../../reading/lines/several-timings.ts';
import { otherCell } from '../../../../reading/other-cells.ts';
import type { Field, ReadLine, ReadTable } from '../../../../reading/reading.ts';
import type { TimingFacts } from '../../../../timing/schedule.ts';
import { shownTiming } from '../../../plans/index.ts';
import { fieldWords, STATE_WORDS } from '../../reading-words.ts';
import { printedRow } from '../../rules/as-read.ts';
import { explainedCosts, explainedOwners, whyState } from '../../rules/explanations.ts';
import { pairFacts } from '../../rules/pairs-offered.ts';
import type { StoredLine } from '../../stored-reading.ts';
import { lineAddress } from '../line/line-place.ts';

type Asked = StoredLine & {
  doubt: ReadLine['doubts'][number];
  number: number;
  of: number;
  alike: number;
  tables: ReadTable[];
  times: TimingFacts;
  next?: 'yes';
};

/** One doubt as the page puts it: the row as printed, what was read of it, and the answer that is likely. */
export function doubtFacts({ position, line, doubt, number, of, alike, tables, times, next }: Asked) {
  const table = tables[line.at.table];
  const aboutColumn = table?.columns.some(column => column.doubt === doubt.reason) ?? false;
  const section = line.section && `, ${line.section}`;
  return {
    number,
    of,
    others: alike - 1,
    title: doubt.reason,
    where: `line ${position}${section}`,
    field: doubt.field,
    fieldWords: fieldWords(doubt.field),
    address: lineAddress(line.at),
    at: line.at,
    printed: printedRow(line, table),
    phrases: doubt.field === 'state' ? [line.stateFrom?.phrase ?? ''] : phrasesOf(line, doubt.field),
    // of a whole column it is asked once, and answered by the choice above it
    aboutColumn: aboutColumn || undefined,
    value: aboutColumn ? undefined : readValue(line, doubt.field),
    choices: doubt.field === 'state' && !aboutColumn ? stateChoices : undefined,
    timings: doubt.field === 'when' ? line.schedules.map(schedule => shownTiming(schedule, times)) : [],
    whyState: doubt.field === 'state' ? whyState(line, table) : undefined,
    explainedTitle: doubt.field === 'owner' ? 'Who answers for it' : 'What it costs',
    explained:
      doubt.field === 'owner'
        ? explainedOwners(line, table)
        : doubt.field === 'budget'
          ? explainedCosts(line, table)
          : [],
    ready: next === 'yes',
    ...(doubt.reason === severalTimings(line)?.reason ? pairFacts(line, table) : {}),
  };
}

/** The words in question, to be marked in the printed row. */
function phrasesOf(line: ReadLine, field: string): string[] {
  if (field === 'when') return line.schedules.map(({ phrase }) => phrase);
  const value = readValue(line, field);
  return value ? [value] : [];
}

/** What a line holds for a field; undefined for what no field is called. */
export function readValue(line: ReadLine, field: string): string | undefined {
  if (field === 'state') return line.state;
  if (field === 'section') return line.section;
  if (field.startsWith('other:')) return otherCell(line.other, field.slice('other:'.length));
  return isField(field) ? (line[field] ?? '') : undefined;
}

const isField = (field: string): field is Field => field !== 'other' && fieldWords(field) !== field;

export const stateChoices = Object.entries(STATE_WORDS).map(([value, text]) => ({ value, text }));
