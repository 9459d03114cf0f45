import type { LatestChange } from '../../../plans/index.ts';
import type {
  CellChange,
  CellConflict,
  Cells,
  MatchedBy,
  MergedLine,
  MergeInput,
  MergeOutcome,
} from '../merge/merging.ts';

/**
 * What a row of an edition is to the plan. `gone`: a line that the edition has no row for; `taken-out`: a row whose line
 * was taken out of the plan since.
 */
export const ROW_KINDS = ['new', 'changed', 'unchanged', 'gone', 'doubtful', 'taken-out'] as const;
export type RowKind = (typeof ROW_KINDS)[number];

/** A conflict with who changed our side last, where the history knows. `at` is an instant as text. */
export type ShownConflict = CellConflict & { who?: string; at?: string };

/** What the pages show of a row. */
export type ShownRow = {
  title: string;
  section: string;
  /** Of what is new, gone or taken out: the line's words. */
  cells?: Cells;
  by?: MatchedBy;
  likeness?: number;
  moved?: boolean;
  changes: CellChange[];
  conflicts: ShownConflict[];
  /** Where a row stands in the document; absent for a line that it has no row for. */
  place?: string;
  /** Gone from the file, but changed here since: what becomes of it is asked. */
  edited?: boolean;
  likely?: 'same' | 'new';
  /** Of a doubtful row: what stands in the plan, beside what the file says. */
  ours?: Cells;
};

export type MergeRow = {
  position: number;
  kind: RowKind;
  line: string | null;
  version: number | null;
  /** From 1, as the reading counts its lines. */
  readingPosition: number | null;
  shown: ShownRow;
};

/** The rows of an edition in their order, and behind them the lines that it has none for. */
export function mergeRows(input: MergeInput, outcome: MergeOutcome, latest: LatestChange[]): MergeRow[] {
  const lines = new Map(input.lines.map(line => [line.id, line]));
  const base = new Map(input.base.map(line => [line.id, line]));
  const changed = new Map(latest.map(one => [`${one.line} ${one.field}`, one]));
  const matched = (kind: RowKind, one: MergedLine, more: Partial<ShownRow> = {}) => {
    const row = input.rows[one.row]!;
    const { by, likeness, moved, changes } = one;
    const conflicts = one.conflicts.map(conflict => {
      const last = changed.get(`${one.line} ${conflict.cell}`);
      return last ? { ...conflict, who: last.who, at: last.at.toString() } : conflict;
    });
    const shown = { ...headOf(row.cells), by, likeness, moved, changes, conflicts, place: placeWord(row.at) };
    return at(one.row, kind, { line: one.line, shown: { ...shown, ...more } });
  };
  const at = (row: number, kind: RowKind, { line, shown }: { line: string | null; shown: ShownRow }) => ({
    kind,
    line,
    version: line === null ? null : (lines.get(line)?.version ?? null),
    readingPosition: row + 1,
    shown,
  });
  const inFile = [
    ...outcome.matched.map(one => matched(differs(one) ? 'changed' : 'unchanged', one)),
    ...outcome.doubtful.map(one =>
      matched('doubtful', one, {
        likely: one.likely,
        cells: input.rows[one.row]!.cells,
        ours: lines.get(one.line)?.cells ?? {},
      }),
    ),
    ...outcome.added.map(row => at(row, 'new', { line: null, shown: alone(input.rows[row]!) })),
    ...outcome.takenOut
      .filter(({ changes }) => changes.length)
      .map(({ row, line, changes }) =>
        at(row, 'taken-out', { line, shown: { ...alone(input.rows[row]!), changes } }),
      ),
  ].sort((one, other) => one.readingPosition - other.readingPosition);
  const gone = outcome.gone.map(({ line, edited }) => {
    const cells = lines.get(line)?.cells ?? base.get(line)?.cells ?? {};
    const shown = { ...headOf(cells), cells, changes: [], conflicts: [], edited };
    const version = lines.get(line)?.version ?? null;
    return { kind: 'gone' as const, line, version, readingPosition: null, shown };
  });
  return [...inFile, ...gone].map((row, index) => ({ position: index + 1, ...row }));
}

const differs = ({ changes, conflicts, moved }: MergedLine): boolean =>
  changes.length > 0 || conflicts.length > 0 || moved;

const alone = ({ cells, at }: MergeInput['rows'][number]): ShownRow => ({
  ...headOf(cells),
  cells,
  changes: [],
  conflicts: [],
  place: placeWord(at),
});

/** Characters by which a line is known in a list. */
const LONGEST = 160;

function headOf(cells: Cells): { title: string; section: string } {
  const words = cells.what || cells.recommendation || cells.audience || cells.how || cells.reference || '';
  const title = words.replace(/\s+/g, ' ').trim();
  const short = title.length > LONGEST ? `${title.slice(0, LONGEST - 1).trimEnd()}…` : title;
  const { reference } = cells;
  return {
    title: reference && reference !== words ? `${reference} ${short}` : short || 'A line without words',
    section: cells.section ?? '',
  };
}

/** A row's place in its document, as a decision about it names it: it stays when the document is read again. */
export const placeWord = ({ table, row, part }: MergeInput['rows'][number]['at']): string =>
  [table, row, ...(part === undefined ? [] : [part])].join('/');
