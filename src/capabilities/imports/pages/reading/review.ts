import { count } from '../../../../language/words.ts';
import type { Within } from '../../../../platform/database/database.ts';
import { pageLinks } from '../../../../platform/govuk/page-links.ts';
import { type HistoryEntry, historyOf } from '../../../../platform/history/history.ts';
import type { ReadLine } from '../../../../reading/reading.ts';
import type { TimingFacts } from '../../../../timing/schedule.ts';
import { listed } from '../../../../timing/words.ts';
import { countAlike, doubtOfNumber } from '../../queries/doubts.ts';
import { countFound, linesOfRows, pageOfLines } from '../../queries/lines.ts';
import { besideLines } from '../../queries/readings.ts';
import { KIND_WORDS, MEANING_WORDS } from '../../reading-words.ts';
import { columnGroups } from '../../rules/column-groups.ts';
import type { Figures } from '../../rules/figures.ts';
import { shownFields } from '../../rules/shown-fields.ts';
import type { Beside, StoredLine, StoredReading } from '../../stored-reading.ts';
import { type PutRightList, putRightList, rowsNamed } from '../put-right/list.ts';
import { doubtFacts } from './doubt.ts';
import { asked, isFiltered, type ReviewQuery, SIZE } from './query.ts';
import { drawRows, headsOf } from './rows.ts';

/** What was put right that the page lists; the rest stands on a page of its own. */
const LISTED = 12;

/** What the database knows of a reading that is to be checked. */
export type Review = {
  lines: StoredLine[];
  /** How many lines the filter finds. */
  total: number;
  putRight: PutRightList;
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
  const filter = { doubtful: Boolean(query.doubtful), section: query.section, words: query.q };
  const { figures } = reading.outline ?? {};
  const rows = await linesOfRows(within, id, rowsNamed(reading, LISTED));
  return {
    lines: await pageOfLines(within, id, { ...filter, after: (query.page - 1) * SIZE, most: SIZE }),
    total:
      query.section || query.q
        ? await countFound(within, id, filter)
        : query.doubtful
          ? doubts.lines
          : (figures?.lines ?? 0),
    putRight: putRightList(reading, rows, LISTED),
    doubt: doubt && { ...doubt, number, alike: await countAlike(within, id, doubt.doubt) },
    beside: reading.outline?.figures.lines ? undefined : await besideLines(within, id),
    history: reading.status === 'accepted' ? await historyOf(within, { kind: 'reading', id }) : undefined,
  };
}

type Shown = {
  reading: StoredReading;
  review: Review;
  query: ReviewQuery;
  times: TimingFacts;
  /** The lines that were ticked, by their addresses. */
  ticked: string[];
};

/** The facts of the page `review.njk`. */
export function reviewFacts({ reading, review, query, times, ticked }: Shown) {
  const { document, tables, figures } = reading.outline!;
  const { doubts } = reading;
  return {
    reading,
    document,
    figures,
    doubts,
    open: reading.status === 'read',
    seconds: ((reading.milliseconds ?? 0) / 1000).toFixed(1),
    query,
    filtered: isFiltered(query),
    // a document that stands on one page is found through by eye
    searchable: figures.lines > SIZE || isFiltered(query),
    search: asked(query),
    sections: sectionChoices(reading.outline?.sections),
    lastPage: Math.max(1, Math.ceil(review.total / SIZE)),
    putRight: review.putRight,
    groups: columnGroups(tables).map(shownGroup),
    meanings: Object.entries(MEANING_WORDS).map(([value, text]) => ({ value, text })),
    kinds: Object.entries(KIND_WORDS).map(([value, text]) => ({ value, text })),
    doubt:
      review.doubt && doubtFacts({ ...review.doubt, of: doubts.doubts, tables, times, next: query.next }),
    heads: headsOf(tables, figures.withState > 0, reading.status === 'read'),
    besideWords: besideWords(figures),
    rows: drawRows(review.lines, {
      reading: reading.id,
      fields: shownFields(tables),
      states: figures.withState > 0,
      open: reading.status === 'read',
      ticked,
    }),
    pages: pageLinks(
      { total: review.total, page: query.page, size: SIZE },
      page => `/readings/${reading.id}?${asked({ ...query, page })}#lines`,
    ),
    beside: review.beside,
    history: review.history?.flatMap(shownEntries),
  };
}

/** A document with more titles than anyone would look through is searched by words. */
const MOST_SECTIONS = 300;

function sectionChoices(sections: string[] = []) {
  const titled = [...new Set(sections.filter(Boolean).map(title => title.slice(0, 300)))];
  if (titled.length < 2) return [];
  return [
    { value: '', text: 'Every section' },
    ...titled.slice(0, MOST_SECTIONS).map(title => ({ value: title, text: title })),
  ];
}

function shownGroup(group: ReturnType<typeof columnGroups>[number], at: number) {
  const columns = group.columns.map((column, place) => ({
    headings: column.headings.filter(Boolean).join(' / ') || `Column ${place + 1}, no heading`,
    name: `column-${at}-${place}`,
    value: column.meaning,
    kept: { name: `name-${at}-${place}`, value: column.name ?? '' },
    why: column.why,
  }));
  return { columns, tables: group.tables.length };
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
