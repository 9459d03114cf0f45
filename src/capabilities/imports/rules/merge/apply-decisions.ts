import { isSamePlace } from '../../../../reading/places.ts';
import type {
  Cells,
  FileRow,
  MergeDecisions,
  MergedLine,
  MergeInput,
  MergeOutcome,
  MergeWrites,
} from './merging.ts';
import { newOrder } from './new-order.ts';

const REASON = 'It is not in the later edition.';

/** What is to be written of a merge, by what a person decided; `MergeWrites.undecided` names what waits for them. */
export function applyDecisions(
  input: MergeInput,
  outcome: MergeOutcome,
  decisions: MergeDecisions,
): MergeWrites {
  const decided = new Decided(input, decisions);
  const same = outcome.doubtful.filter(({ row }) => decided.doubtful(row)?.is === 'same');
  const others = outcome.doubtful.filter(({ row }) => decided.doubtful(row)?.is === 'new');
  const matched = [...outcome.matched, ...same].sort((one, other) => one.row - other.row);
  const gone = [...outcome.gone, ...others.map(({ line }) => ({ line, edited: false }))];
  const added = [...outcome.added, ...others.map(({ row }) => row)].sort((one, other) => one - other);
  const back = outcome.takenOut.filter(({ row }) => decided.takenOut(row)?.now === 'back');
  const order = newOrder(input, matched, added, back);
  return {
    inserts: added.map(row => ({ row, cells: cellsSaid(input.rows[row]!), after: order.before(row) })),
    updates: matched.flatMap(one => update(one, decided)),
    closures: gone.flatMap(({ line, edited }) => closure(line, edited, decided)),
    back: back.map(({ row, line }) => ({ line, row, cells: cellsSaid(input.rows[row]!) })),
    ...(order.changed ? { order: order.all } : {}),
    undecided: {
      conflicts: matched.flatMap(({ line, conflicts }) =>
        conflicts.filter(({ cell }) => !decided.conflict(line, cell)).map(({ cell }) => ({ line, cell })),
      ),
      doubtful: outcome.doubtful.filter(({ row }) => !decided.doubtful(row)).map(({ row }) => row),
      gone: gone.filter(({ line, edited }) => edited && !decided.gone(line)).map(({ line }) => line),
      takenOut: outcome.takenOut
        .filter(({ row, changes }) => changes.length && !decided.takenOut(row))
        .map(({ row }) => row),
    },
  };
}

/** A person's decisions by what they are about. */
class Decided {
  readonly #input: MergeInput;
  readonly #versions: Map<string, number>;
  readonly #decisions: MergeDecisions;
  readonly #conflicts: Map<string, NonNullable<MergeDecisions['conflicts']>[number]>;
  readonly #gone: Map<string, NonNullable<MergeDecisions['gone']>[number]>;

  constructor(input: MergeInput, decisions: MergeDecisions) {
    this.#input = input;
    this.#versions = new Map(input.lines.map(({ id, version }) => [id, version]));
    this.#decisions = decisions;
    this.#conflicts = new Map(decisions.conflicts?.map(one => [`${one.line} ${one.cell}`, one]));
    this.#gone = new Map(decisions.gone?.map(one => [one.line, one]));
  }

  conflict = (line: string, cell: string) => this.#conflicts.get(`${line} ${cell}`);
  gone = (line: string) => this.#gone.get(line);
  doubtful = (row: number) => this.#atRow(this.#decisions.doubtful, row);
  takenOut = (row: number) => this.#atRow(this.#decisions.takenOut, row);
  version = (line: string) => this.#versions.get(line)!;

  #atRow<One extends { at: FileRow['at'] }>(all: One[] | undefined, row: number): One | undefined {
    return all?.find(({ at }) => isSamePlace(at, this.#input.rows[row]!.at));
  }
}

const cellsSaid = ({ cells }: FileRow): Cells =>
  Object.fromEntries(Object.entries(cells).filter(([, text]) => text));

function update({ row, line, changes, conflicts }: MergedLine, decided: Decided): MergeWrites['updates'] {
  const settled = conflicts.flatMap(({ cell, theirs, ours }): [string, string][] => {
    const take = decided.conflict(line, cell)?.take ?? 'ours';
    const text = take === 'ours' ? ours : take === 'theirs' ? theirs : take.typed;
    return text === ours ? [] : [[cell, text]];
  });
  const cells = Object.fromEntries([
    ...changes.map(({ cell, after }): [string, string] => [cell, after]),
    ...settled,
  ]);
  return Object.keys(cells).length ? [{ line, version: decided.version(line), row, cells }] : [];
}

/** A line that is gone from the file is closed, and stays readable; one that was edited here since waits for a person. */
function closure(line: string, edited: boolean, decided: Decided): MergeWrites['closures'] {
  const said = decided.gone(line);
  const now = said?.now ?? (edited ? 'kept' : 'closed');
  if (now === 'kept') return [];
  return [{ line, version: decided.version(line), now, reason: said?.reason || REASON }];
}
