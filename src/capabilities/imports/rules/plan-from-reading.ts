import type { Field, ReadLine, ReadTable } from '../../../reading/reading.ts';
import type { LineOwners, Marking, NewLine, NewPlan, NewSection } from '../../plans/index.ts';
import type { Beside, Outline } from '../stored-reading.ts';
import { asReadOf } from './as-read.ts';
import { keptColumns } from './kept-columns.ts';

/** What the person who accepts a reading says of the plan it becomes. */
export type Accepted = { title: string; kind: NewPlan['kind']; marking: Marking };

/** Who was settled to have a line; undefined leaves that to its own cells. */
export type OwnersOf = (line: ReadLine) => LineOwners | undefined;

type Read = { outline: Outline; beside: Beside; lines: ReadLine[]; ownersOf?: OwnersOf };

/** The plan that a reading becomes: every line under its section, with the columns of the table it was printed in. */
export function planFromReading(
  { outline, beside, lines, ownersOf = () => undefined }: Read,
  accepted: Accepted,
  sourceFileId: string | null,
): NewPlan {
  return {
    ...accepted,
    dated: outline.document.dated,
    period: outline.document.period,
    sourceFileId,
    beside: withoutReasons(beside),
    sections: sectionsOf(lines, outline, ownersOf),
  };
}

/** A plan keeps what the document says, and not how that was found out. */
function withoutReasons({ registers: _registers, ...kept }: Beside): NewPlan['beside'] {
  return { ...kept, clauses: kept.clauses.map(({ why: _why, whyHeading: _rule, ...clause }) => clause) };
}

/** A section that goes on in a table of other columns stands as a second one under the same title. */
function sectionsOf(lines: ReadLine[], { tables, document }: Outline, ownersOf: OwnersOf): NewSection[] {
  const sections: NewSection[] = [];
  let before: ReadLine | undefined;
  for (const line of lines) {
    const table = tables[line.at.table];
    if (line.section !== before?.section || line.at.table !== before.at.table) {
      sections.push({ title: line.section, columns: keptColumns(table), lines: [] });
    }
    sections.at(-1)!.lines.push(lineFromReading(line, { table, document, ownersOf }));
    before = line;
  }
  return sections;
}

type Around = { table: ReadTable | undefined; document: Outline['document']; ownersOf: OwnersOf };

/** A line as a plan stores it, with who was settled to have it and how the reader came to what it read. */
export function lineFromReading(line: ReadLine, { table, document, ownersOf }: Around): NewLine {
  const settledOwners = ownersOf(line);
  return {
    ...newLine(settledOwners?.accountable ? withoutOwnerDoubts(line) : line),
    asRead: asReadOf(line, table, document),
    ...(settledOwners && { settledOwners }),
  };
}

/** Who leads is no question where somebody answers, as for the last edition somebody may. */
const withoutOwnerDoubts = (line: ReadLine): ReadLine => ({
  ...line,
  doubts: line.doubts.filter(({ field }) => field !== 'owner'),
});

/** A line of a reading as a plan keeps it. */
export function newLine(line: ReadLine): NewLine {
  const {
    at: _at,
    section: _section,
    printed: _printed,
    shades: _shades,
    stateFrom: _from,
    owners: _who,
    costs: _costs,
    parts: _parts,
    pairs: _pairs,
    identity: _identity,
    taken,
    ...own
  } = line;
  return { ...own, ...valuesTaken(taken) };
}

/**
 * A plan's line stands alone, so it carries what a merged cell says for it. A pointer ("as above") stays as printed,
 * but an owner is somebody: the person above.
 */
function valuesTaken(taken: ReadLine['taken'] = {}): Partial<Record<Field, string>> {
  const carried = Object.entries(taken).filter(
    ([field, from]) => from.because === 'merged cell' || field === 'owner',
  );
  return Object.fromEntries(carried.map(([field, from]) => [field, from.text]));
}
