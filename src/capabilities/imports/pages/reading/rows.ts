import { count } from '../../../../platform/govuk/words.ts';
import type { Field, ReadLine, ReadTable } from '../../../../reading/reading.ts';
import { fieldWords, MEANING_WORDS, STATE_WORDS } from '../../reading-words.ts';
import { shownFields } from '../../rules/shown-fields.ts';
import type { StoredLine } from '../../stored-reading.ts';
import { lineAddress } from '../line/line-place.ts';

/** `ticked`: with a column of boxes, for saying which lines are none. */
export function headsOf(tables: ReadTable[], states: boolean, ticked: boolean) {
  const long = ['what', 'recommendation'];
  return [
    { text: 'Line', width: 'narrow' },
    ...shownFields(tables).map(field => ({
      text: MEANING_WORDS[field].replace(/ \(.*/, ''),
      ...(long.includes(field) && { width: 'wide' }),
    })),
    ...(states ? [{ text: 'State', width: 'date' }] : []),
    { text: 'Read', width: 'date' },
    ...(ticked ? [{ text: 'No line', width: 'narrow' }] : []),
  ];
}

/** Lines with a row for each section that begins on this page. Ready made: a template's conditions cost more. */
export function shownRows(lines: StoredLine[], fields: Field[]) {
  return lines.map(({ position, line }, index) => ({
    position,
    /** Not one of several that were made of a row: only a whole row is left out. */
    whole: line.at.part === undefined,
    section: line.section !== lines[index - 1]?.line.section ? line.section || 'No section' : undefined,
    address: lineAddress(line.at),
    cells: fields.map(field => shownCell(line, field)),
    state: line.state === 'unknown' ? undefined : STATE_WORDS[line.state],
    doubts: line.doubts.length ? count(line.doubts.length, 'doubt') : undefined,
  }));
}

/** The words of a cell, and softly under them where they come from when it is not this cell. */
function shownCell(line: ReadLine, field: Field): { text: string; note?: string } {
  const text = line[field] ?? '';
  const taken = line.taken?.[field];
  if (taken)
    return text
      ? { text, note: `${taken.text}, ${taken.because}` }
      : { text: taken.text, note: taken.because };
  if (field !== 'when' || text) return { text };
  const [marked] = line.schedules;
  if (marked?.why) return { text: marked.phrase, note: 'marked in the timetable' };
  const [found] = line.suggestions;
  return found ? { text: found.phrase, note: `found under ${fieldWords(found.field)}` } : { text };
}
