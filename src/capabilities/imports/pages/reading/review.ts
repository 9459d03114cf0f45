import { z } from 'zod';
import type { Within } from '../../../../platform/database/database.ts';
import { pageLinks } from '../../../../platform/govuk/page-links.ts';
import { count } from '../../../../platform/govuk/words.ts';
import { type HistoryEntry, historyOf } from '../../../../platform/history/history.ts';
import type { SignedInVisit } from '../../../../platform/http/visit.ts';
import type { Field, ReadLine, ReadTable } from '../../../../reading/reading.ts';
import type { TimingFacts } from '../../../../timing/schedule.ts';
import { listed } from '../../../../timing/words.ts';
import { countAlike, doubtOfNumber } from '../../queries/doubts.ts';
import { pageOfLines } from '../../queries/lines.ts';
import { besideLines } from '../../queries/readings.ts';
import { fieldWords, KIND_WORDS, MEANING_WORDS, STATE_WORDS } from '../../reading-words.ts';
import { columnGroups } from '../../rules/column-groups.ts';
import type { Figures } from '../../rules/figures.ts';
import { shownFields } from '../../rules/shown-fields.ts';
import type { Beside, StoredLine, StoredReading } from '../../stored-reading.ts';
import { lineAddress } from '../line/line-place.ts';
import { doubtFacts } from './doubt.ts';

/** Lines on a page. */
const SIZE = 50;

const queryShape = z.object({
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  doubtful: z.literal('yes').optional().catch(undefined),
  /** Which doubt is looked at, from 1. */
  doubt: z.coerce.number().int().min(1).max(1_000_000).catch(1),
  /** Given when the person came here by answering one. */
  next: z.literal('yes').optional().catch(undefined),
});
export type ReviewQuery = z.output<typeof queryShape>;

export const readQuery = (query: SignedInVisit['query']): ReviewQuery => queryShape.parse(query);

/** What the database knows of a reading that is to be checked. */
export type Review = {
  lines: StoredLine[];
  /** `alike`: how many lines raise it in the same words. */
  doubt?: StoredLine & { number: number; doubt: ReadLine['doubts'][number]; alike: number };
  /** Loaded where there are no lines to show. */
  beside?: Beside;
  /** Loaded once it is done with: until then it is still being made. */
  history?: HistoryEntry[];
};

export async function loadReview(
  within: Within,
  reading: StoredReading,
  query: ReviewQuery,
): Promise<Review> {
  const { id } = reading;
  const { doubts } = reading;
  const number = Math.min(query.doubt, doubts.doubts);
  const doubt = number && reading.status === 'read' ? await doubtOfNumber(within, id, number) : undefined;
  const wanted = { after: (query.page - 1) * SIZE, most: SIZE, doubtful: Boolean(query.doubtful) };
  return {
    lines: await pageOfLines(within, id, wanted),
    doubt: doubt && { ...doubt, number, alike: await countAlike(within, id, doubt.doubt) },
    beside: reading.outline?.figures.lines ? undefined : await besideLines(within, id),
    history: reading.status === 'accepted' ? await historyOf(within, { kind: 'reading', id }) : undefined,
  };
}

type Shown = { reading: StoredReading; review: Review; query: ReviewQuery; times: TimingFacts };

/** The facts of the page `review.njk`. */
export function reviewFacts({ reading, review, query, times }: Shown) {
  const { document, tables, figures } = reading.outline!;
  const { doubts } = reading;
  const total = query.doubtful ? doubts.lines : figures.lines;
  return {
    reading,
    document,
    figures,
    doubts,
    open: reading.status === 'read',
    seconds: ((reading.milliseconds ?? 0) / 1000).toFixed(1),
    doubtful: query.doubtful,
    groups: columnGroups(tables).map(shownGroup),
    meanings: Object.entries(MEANING_WORDS).map(([value, text]) => ({ value, text })),
    kinds: Object.entries(KIND_WORDS).map(([value, text]) => ({ value, text })),
    doubt:
      review.doubt && doubtFacts({ ...review.doubt, of: doubts.doubts, tables, times, next: query.next }),
    heads: headsOf(tables, figures.withState > 0),
    besideWords: besideWords(figures),
    rows: shownRows(review.lines, shownFields(tables)),
    pages: pageLinks({ total, page: query.page, size: SIZE }, page =>
      addressOf(reading.id, { ...query, page }),
    ),
    beside: review.beside,
    history: review.history?.flatMap(shownEntries),
  };
}

function shownGroup(group: ReturnType<typeof columnGroups>[number], at: number) {
  const columns = group.columns.map((column, place) => ({
    headings: column.headings.filter(Boolean).join(' / ') || `Column ${place + 1}, no heading`,
    name: `column-${at}-${place}`,
    value: column.meaning,
    why: column.why,
  }));
  return { columns, tables: group.tables.length };
}

function headsOf(tables: ReadTable[], states: boolean) {
  const long = ['what', 'recommendation'];
  return [
    { text: 'Line', width: 'narrow' },
    ...shownFields(tables).map(field => ({
      text: MEANING_WORDS[field].replace(/ \(.*/, ''),
      ...(long.includes(field) && { width: 'wide' }),
    })),
    ...(states ? [{ text: 'State', width: 'date' }] : []),
    { text: 'Read', width: 'date' },
  ];
}

/** "12 clauses, 4 audiences and channels, and 63 words in the remainder": what there is, and no noughts. */
function besideWords({ clauses, registers, words }: Figures): string {
  const parts = [
    clauses ? count(clauses, 'clause') : '',
    registers ? count(registers, 'audience or channel', 'audiences and channels') : '',
    `${count(words.remainder, 'word')} in the remainder`,
  ];
  return listed(parts.filter(Boolean));
}

/** Lines with a row for each section that begins on this page. Ready made: a template's conditions cost more. */
function shownRows(lines: StoredLine[], fields: Field[]) {
  return lines.map(({ position, line }, index) => ({
    position,
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

/** What was done, a line for each thing that changed. */
function shownEntries({ at, actor, action, changes }: HistoryEntry) {
  const said = { when: at.toString(), who: actor };
  if (action === 'gave in' || action === 'accepted' || !changes.length) return [{ ...said, words: action }];
  return changes.map(({ field, before, after }) => ({
    ...said,
    words: `${action}: ${field}`,
    before,
    after,
  }));
}

const addressOf = (id: string, { page, doubtful }: Pick<ReviewQuery, 'page' | 'doubtful'>): string =>
  `/readings/${id}?${new URLSearchParams({ ...(doubtful && { doubtful }), page: String(page) })}#lines`;
