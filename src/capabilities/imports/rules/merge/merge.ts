import { matchLines } from './match-lines.ts';
import { changedInFile, mergeLine } from './merge-line.ts';
import type { Cells, Match, MergeCounts, MergedLine, MergeInput, MergeOutcome } from './merging.ts';
import { movedLines } from './moved.ts';
import { cellAt, sameCell } from './same-cell.ts';

/**
 * A later edition of a plan's document, or its own export edited elsewhere, merged into the plan; pure and in three steps:
 *
 * 1. `fileRows(reading)` (file-rows.ts) gives the rows of the file. The caller loads the plan's lines as they stand
 *    (`cells`: `valuesOf` with `section`, the title of their section) and the base: the same lines as they stood when the
 *    export was made that `reading.identity` names, or when the plan was last read. Lines that the file was never shown
 *    (added since, or left out by a filter) are not in the base: then they are not taken for gone. Of an export,
 *    `asReadBack(base, fileRows(readBack(plan as it was), known))` tells edits from what reading makes of odd cells.
 * 2. `mergeReading(input)` compares. Its outcome is plain data; rows are named by their index, lines by their id.
 *    `countsOf` counts it. Nothing of it is decided by the order in which people answer.
 * 3. `applyDecisions(input, outcome, decisions)` (apply-decisions.ts) turns it, and what a person chose, into what is to
 *    be written. What is undecided changes nothing and is listed.
 *
 * For the same input the outcome is the same, so it may be computed again at any time; updates carry the version of the
 * line that they were computed for.
 */
export function mergeReading(input: MergeInput): MergeOutcome {
  const { sure, doubtful, alone } = matchLines(input);
  const ours = new Map(input.lines.map(line => [line.id, line]));
  const base = new Map(input.base.map(line => [line.id, line]));
  const isHere = ({ line }: Match) => ours.has(line);
  const moved = movedLines(sure.filter(isHere), input);
  const perhapsMoved = movedLines([...sure, ...doubtful].filter(isHere).sort(byRow), input);
  const merged = (match: Match, elsewhere: Set<string>): MergedLine => ({
    ...match,
    ...mergeLine(ours.get(match.line)!.cells, base.get(match.line), input.rows[match.row]!),
    moved: elsewhere.has(match.line),
  });
  const seen = new Set([...sure, ...doubtful].map(({ line }) => line));
  const away = [...sure, ...doubtful].filter(match => !isHere(match));
  return {
    matched: sure.filter(isHere).map(one => merged(one, moved)),
    doubtful: doubtful.filter(isHere).map(one => ({ ...merged(one, perhapsMoved), likely: one.likely })),
    added: alone,
    gone: input.base
      .filter(({ id, unseen }) => !unseen && !seen.has(id) && ours.has(id))
      .map(({ id, cells }) => ({ line: id, edited: !sameCells(cells, ours.get(id)!.cells) })),
    takenOut: away.map(({ row, line }) => ({
      row,
      line,
      changes: changedInFile(base.get(line)!, input.rows[row]!),
    })),
  };
}

const byRow = (one: Match, other: Match): number => one.row - other.row;

const sameCells = (one: Cells, other: Cells): boolean =>
  Object.keys({ ...one, ...other }).every(cell => sameCell(cellAt(one, cell), cellAt(other, cell)));

/** What is told before anything is stored. A line with conflicts alone is unchanged so far. */
export function countsOf({ matched, doubtful, added, gone, takenOut }: MergeOutcome): MergeCounts {
  const changed = matched.filter(({ changes }) => changes.length);
  const still = matched.filter(({ changes }) => !changes.length);
  const moved = still.filter(one => one.moved);
  return {
    new: added.length,
    changed: changed.length,
    unchanged: still.length - moved.length,
    gone: gone.length,
    doubtful: doubtful.length,
    conflicts: matched.reduce((sum, { conflicts }) => sum + conflicts.length, 0),
    moved: moved.length,
    takenOut: takenOut.filter(({ changes }) => changes.length).length,
  };
}
