import { count } from '../../../../language/words.ts';
import { escaped } from '../../../../platform/govuk/markup.ts';
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

/** What the rows of a page are drawn with: where they lead, what they show, and whether they may be ticked. */
export type Drawing = {
  reading: string;
  fields: Field[];
  states: boolean;
  open: boolean;
  ticked: string[];
};

/**
 * The body of the table of lines, with a row for each section that begins on this page. Written here and not by the
 * view: its loops took most of the page's time.
 */
export function drawRows(lines: StoredLine[], drawing: Drawing): string {
  const span = 2 + drawing.fields.length + Number(drawing.states) + Number(drawing.open);
  return lines
    .map(({ line, position }, index) => {
      const begins = line.section !== lines[index - 1]?.line.section;
      const title = begins
        ? `<tr class="cg-table__section"><th scope="rowgroup" colspan="${span}">${escaped(line.section || 'No section')}</th></tr>\n`
        : '';
      return title + drawRow(line, position, drawing);
    })
    .join('');
}

function drawRow(line: ReadLine, position: number, drawing: Drawing): string {
  const { reading, fields, states, open, ticked } = drawing;
  const address = lineAddress(line.at);
  const link = `<a class="govuk-link" href="/readings/${reading}/lines/${address}"><span class="govuk-visually-hidden">Line </span>${position}</a>`;
  const cells = fields.map(field => drawCell(shownCell(line, field))).join('');
  const state = states ? `<td>${stateWords(line)}</td>` : '';
  const tick = open ? `<td>${line.at.part === undefined ? box(address, position, ticked) : ''}</td>` : '';
  return `<tr><th scope="row">${link}</th>${cells}${state}<td>${doubtTag(line)}</td>${tick}</tr>\n`;
}

const drawCell = ({ text, note }: ShownCell): string => {
  const under = note ? ` <span class="cg-soft cg-under">${escaped(note)}</span>` : '';
  return text ? `<td><div class="cg-clamp">${escaped(text)}${under}</div></td>` : '<td></td>';
};

const stateWords = ({ state }: ReadLine): string =>
  state === 'unknown' ? '<span class="cg-soft">not given</span>' : STATE_WORDS[state];

const doubtTag = ({ doubts }: ReadLine): string =>
  doubts.length
    ? `<span class="govuk-tag govuk-tag--yellow cg-tag">${count(doubts.length, 'doubt')}</span>`
    : '<span class="govuk-tag govuk-tag--green cg-tag">Sure</span>';

/** Only a whole row is left out, not one of several lines that were made of it. */
const box = (address: string, position: number, ticked: string[]): string =>
  `<label class="cg-tick"><input type="checkbox" name="line" value="${address}"${ticked.includes(address) ? ' checked' : ''}><span class="govuk-visually-hidden"> Line ${position} is no line</span></label>`;

type ShownCell = { text: string; note?: string };

/** The words of a cell, and softly under them where they come from when it is not this cell. */
function shownCell(line: ReadLine, field: Field): ShownCell {
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
