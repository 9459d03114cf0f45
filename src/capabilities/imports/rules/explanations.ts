import type { Field, Reading, ReadLine, ReadTable, ReadTime } from '../../../reading/reading.ts';
import { costWords } from '../../../reading/text/budget/cost-words.ts';
import { ownerWords } from '../../../reading/text/owners/owner-words.ts';
import type { Schedule } from '../../../timing/schedule.ts';
import { WHY_KIND } from '../../../timing/why-kind.ts';
import { fieldWords } from '../reading-words.ts';

/** What was read of a cell: where it stands ("under “Lead”"), and by which rule. */
export type Explanation = { phrase: string; means: string; place: string; why: string };

/** The heading that a field's cells stand under, as printed: "under “Lead officer”". */
export function underHeading(field: string, table: ReadTable | undefined): string {
  if (field === 'section') return 'in the title over the line';
  const own = /^other:(.*)$/s.exec(field)?.[1];
  const column = table?.columns.find(one => one.meaning === field);
  const heading = own ?? column?.headings.filter(Boolean).join(' – ');
  return heading && !/^[—\s]*$/.test(heading)
    ? `under “${heading}”`
    : own === undefined
      ? `in the column taken for ${fieldWords(field)}`
      : 'in a column without a heading';
}

/** The same with the row above, where the cell leaves its words to one. */
function standing(line: ReadLine, field: Field, table: ReadTable | undefined): string {
  const because = line.taken?.[field]?.because;
  const under = underHeading(field, table);
  if (because === 'as above') return `${under}, in the row above that the cell points to`;
  return because ? `${under}, in a cell merged with the row above` : under;
}

export function whyState(line: ReadLine, table: ReadTable | undefined): string {
  const from = line.stateFrom;
  if (from?.shaded) return `${underHeading(from.field, table)}, ${from.why}`;
  if (from) return `“${from.phrase}” ${underHeading(from.field, table)}${from.why ? `: ${from.why}` : ''}`;
  return line.state === 'unknown' ? 'no cell of the row holds a word that tells a state' : 'a person said so';
}

export const explainedOwners = (line: ReadLine, table: ReadTable | undefined): Explanation[] =>
  (line.owners ?? []).map(owner => ({
    phrase: owner.name,
    means: ownerWords(owner),
    place: standing(line, owner.field, table),
    why: owner.why,
  }));

export const explainedCosts = (line: ReadLine, table: ReadTable | undefined): Explanation[] =>
  (line.costs ?? []).map(cost => ({
    phrase: cost.text.replace(/^[\s,;+&|•]+/, ''),
    means: costWords(cost),
    place: standing(line, 'budget', table),
    why: cost.why,
  }));

/** What each of several timings may belong to; nothing is split by it. */
export const explainedPairs = (line: ReadLine, table: ReadTable | undefined): Explanation[] =>
  (line.pairs ?? []).map(({ field, text, schedule = -1, suggestion = -1, why }) => ({
    phrase: text,
    means: (line.schedules[schedule] ?? line.suggestions[suggestion])?.phrase ?? '',
    place: standing(line, field, table),
    why,
  }));

/** Why a timing is one: its heading, its kind, and where its year comes from if none is printed. */
export function whyTiming(
  schedule: ReadTime & { field?: Field },
  line: ReadLine,
  table: ReadTable | undefined,
  document: Reading['document'],
): Pick<Explanation, 'place' | 'why'> {
  if (schedule.why)
    return { place: 'in the columns of the timetable', why: schedule.why + yearOf(schedule, document) };
  const { field = 'when' } = schedule;
  const place = standing(line, field, table);
  const offered = field === 'when' ? '' : '; only offered, since times belong in the column that says when';
  return { place, why: `${WHY_KIND[schedule.kind]}${yearOf(schedule, document)}${offered}` };
}

const YEAR = /(?:19|20)\d\d|\d{1,2}[/.-]\d{1,2}[/.-]\d\d|\b\d\d\/\d\d\b|['’]\d\d\b|\p{L}{3,}[ -]\d\d$/u;

function yearOf({ phrase, kind, from, by }: Schedule, { period, dated }: Reading['document']): string {
  if (kind !== 'dated' || !(from ?? by) || YEAR.test(phrase)) return '';
  const source = period
    ? `the document’s period, ${period.from} to ${period.to}`
    : dated
      ? `the document’s date, ${dated}`
      : 'the other times of its table, or else from today';
  return `; no year is printed, so it comes from ${source}`;
}
