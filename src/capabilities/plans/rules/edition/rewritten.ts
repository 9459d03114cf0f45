import type { Change } from '../../../../platform/history/history.ts';
import { FIELDS, type State } from '../../../../reading/reading.ts';
import type { TimingFacts } from '../../../../timing/schedule.ts';
import type { AsRead, Column, LineOwners } from '../../plan.ts';
import type { StandingLine, StandingSection } from '../../queries/standing-plan.ts';
import { CLOSED, changedByEdition, withReason } from '../deeds.ts';
import { changesOf, type LineValues, valuesOf } from '../line-changes.ts';
import { readAgain } from '../read-again.ts';

/** A line before and after, and what its history says of that. */
export type Rewritten = {
  before: StandingLine;
  after: StandingLine;
  action: string;
  changes: Change[];
  /** Of its section. */
  columns: Column[];
  /** Whom a person or the reading settled for its cell of owners, where that is another one now. */
  settledOwners?: LineOwners;
};

type FromFile = {
  cells: Record<string, string>;
  asRead?: AsRead;
  settledOwners?: LineOwners;
  section: Pick<StandingSection, 'title' | 'columns'>;
  facts: TimingFacts;
  file: string;
};

const OWN = 'other:';

/** A line with cells of a later edition: its times are read anew, and what was doubted of those cells is answered. */
export function changedLine(
  line: StandingLine,
  { cells, asRead, settledOwners, section, facts, file }: FromFile,
): Rewritten {
  const before = { ...valuesOf(line), section: section.title };
  const changes = changesOf(before, cells);
  const values: LineValues = { ...before, ...cells };
  const changed = changes.map(change => change.field);
  const after: StandingLine = {
    ...line,
    ...Object.fromEntries(FIELDS.map(field => [field, values[field] ?? ''])),
    other: otherOf(values),
    state: values.state as State,
    ...readAgain(line, values, changed, facts),
    ...(changed.some(field => field === 'when' || field === 'state') && asRead && { asRead }),
  };
  const told = { action: changedByEdition(file), changes, columns: section.columns };
  return { before: line, after, ...told, ...(settledOwners && { settledOwners }) };
}

/** A line that a later edition does not have any more: it stays, as superseded. */
export function closedLine(line: StandingLine, reason: string): Rewritten {
  const changes = changesOf(valuesOf(line), { state: 'superseded' });
  return {
    before: line,
    after: { ...line, state: 'superseded' },
    action: CLOSED,
    changes: withReason(reason, changes),
    columns: [],
  };
}

const otherOf = (values: LineValues): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, text]) =>
      name.startsWith(OWN) && text ? [[name.slice(OWN.length), text]] : [],
    ),
  );
