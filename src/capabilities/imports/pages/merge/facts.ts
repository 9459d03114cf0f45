import type { Within } from '../../../../platform/database/database.ts';
import { pageLinks } from '../../../../platform/govuk/page-links.ts';
import { FIELDS } from '../../../../reading/reading.ts';
import {
  decisionsOf,
  type Merge,
  pageOfRows,
  type Shown,
  type StoredRow,
} from '../../queries/edition/merges.ts';
import { fieldWords, STATE_WORDS } from '../../reading-words.ts';
import { changedWords } from '../../rules/edition/changed-words.ts';
import { answerTo, type Decisions, questionsOf } from '../../rules/edition/decisions.ts';
import type { Cells } from '../../rules/merge/merging.ts';
import type { StoredReading } from '../../stored-reading.ts';
import { type MergeQuery, mergeAddress } from './query.ts';

/** Rows on a page. */
export const SIZE = 50;

export type Rows = { show: Shown; rows: StoredRow[]; decisions: Decisions };

/** What is looked at where the address does not say: first what is to be decided, then what is to be known. */
function firstToShow({ counts }: Merge): Shown {
  if (counts.conflicts) return 'conflicts';
  const order = ['doubtful', 'taken-out', 'changed', 'new', 'gone'] as const;
  return order.find(kind => counts[kind]) ?? 'unchanged';
}

export async function loadRows(within: Within, merge: Merge, query: MergeQuery): Promise<Rows> {
  const show = query.show ?? firstToShow(merge);
  const wanted = { show, after: (query.page - 1) * SIZE, most: SIZE };
  const rows = await pageOfRows(within, merge.reading, wanted);
  const names = rows.flatMap(row => questionsOf(row).map(question => question.name));
  const decisions = names.length ? await decisionsOf(within, merge.reading, names) : new Map();
  return { show, rows, decisions };
}

type Facts = { reading: StoredReading; merge: Merge; rows: Rows };

/** The facts of the page `merge.njk`. */
export function mergeFacts({ reading, merge, rows }: Facts, query: MergeQuery) {
  const { show } = rows;
  const address = (to: Shown) => `${mergeAddress(reading.id, { show: to })}#rows`;
  const total = show === 'conflicts' ? merge.counts.conflictRows : merge.counts[show];
  return {
    reading,
    merge,
    open: reading.status === 'read' && merge.status === 'made',
    counts: merge.counts,
    decided: merge.counts.undecided === 0,
    changes: merge.counts.new + merge.counts.changed + merge.counts.gone + merge.counts.doubtful,
    addresses: Object.fromEntries(KINDS.map(kind => [kind, address(kind)])),
    show,
    title: TITLES[show],
    hint: HINTS[show],
    asks: show === 'conflicts' || show === 'doubtful' || show === 'gone' || show === 'taken-out',
    rows: rows.rows.map(row => shownRow(row, rows.decisions, merge.plan.id)),
    page: query.page,
    pages: pageLinks({ total, page: query.page, size: SIZE }, to =>
      mergeAddress(reading.id, { show, page: to }),
    ),
    noun: show === 'conflicts' ? 'line' : 'row',
  };
}

const KINDS: Shown[] = ['conflicts', 'doubtful', 'taken-out', 'changed', 'new', 'gone', 'unchanged'];

const TITLES: Record<Shown, string> = {
  conflicts: 'Changed on both sides',
  doubtful: 'Perhaps the same line',
  'taken-out': 'Removed here, changed in the document',
  changed: 'Changed lines',
  new: 'New lines',
  gone: 'Lines that the document does not have any more',
  unchanged: 'Unchanged lines',
};

const HINTS: Record<Shown, string> = {
  conflicts:
    'Somebody changed these cells in the plan, and the document changes them otherwise. Say which words stand.',
  doubtful:
    'The words are alike, but not so much that it is sure. Say whether the row is that line, or a new one.',
  'taken-out': 'Somebody removed these lines from the plan, and the document has them with other words.',
  changed: 'The document’s words are taken; what was changed only in the plan stays as it is.',
  new: 'They become lines of the plan where they stand in the document.',
  gone: 'They are closed as superseded and stay in the plan with their history, unless you say otherwise.',
  unchanged: 'Nothing of them is written.',
};

function shownRow(row: StoredRow, decisions: Decisions, plan: string) {
  const { shown, kind, line } = row;
  const questions = questionsOf(row);
  const answer = (index: number) => answerTo(questions[index]!, decisions);
  const matched = kind === 'doubtful' ? 1 : 0;
  return {
    ...shown,
    position: row.position,
    kind,
    href: line && kind !== 'taken-out' ? `/plans/${plan}/lines/${line}` : undefined,
    undecided: row.undecided,
    answer: kind === 'changed' ? undefined : questions.length ? answer(0)?.choice : undefined,
    likely: shown.likely,
    changes: shown.changes.map(({ cell, before, after }) => ({
      cell: fieldWords(cell),
      ...changedWords(cellWords(cell, before), cellWords(cell, after)),
    })),
    conflicts: shown.conflicts.map(({ cell, base, ours, theirs, who, at }, index) => {
      const given = answer(matched + index);
      return {
        name: `q-${row.position}-${matched + index}`,
        cell: fieldWords(cell),
        base: base === undefined ? undefined : cellWords(cell, base),
        ours: cellWords(cell, ours),
        theirs: cellWords(cell, theirs),
        typed: given?.choice === 'typed' ? given.text : undefined,
        states: cell === 'state' ? STATES : undefined,
        choice: given?.choice,
        who,
        at,
      };
    }),
    name: `q-${row.position}-0`,
    cells: cellsShown(shown.cells),
    ours: shown.ours && besideCells(shown.ours, shown.cells ?? {}),
  };
}

const STATES = Object.entries(STATE_WORDS).map(([value, text]) => ({ value, text }));

const cellWords = (cell: string, text: string): string =>
  cell === 'state' ? ((STATE_WORDS as Record<string, string>)[text] ?? text) : text;

const ORDER = [...FIELDS, 'state'];

function cellsShown(cells: Cells = {}) {
  return namesIn(cells).map(cell => ({ heading: fieldWords(cell), text: cellWords(cell, cells[cell]!) }));
}

/** Both sides of a doubtful row, cell by cell, with the words marked that differ. */
function besideCells(ours: Cells, theirs: Cells) {
  return namesIn({ ...ours, ...theirs }).map(cell => ({
    cell: fieldWords(cell),
    ...changedWords(cellWords(cell, ours[cell] ?? ''), cellWords(cell, theirs[cell] ?? '')),
  }));
}

const namesIn = (cells: Cells): string[] =>
  Object.keys(cells)
    .filter(cell => cell !== 'section' && cells[cell] && !(cell === 'state' && cells[cell] === 'unknown'))
    .sort((one, other) => placeOf(one) - placeOf(other));

const placeOf = (cell: string): number => {
  const place = ORDER.indexOf(cell);
  return place < 0 ? ORDER.length : place;
};
