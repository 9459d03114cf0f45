import type { Insertable } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { DB } from '../../../platform/database/generated.ts';
import { json } from '../../../platform/database/json.ts';
import { FIELDS } from '../../../reading/reading.ts';
import type { NamedOwner } from '../../organisations/index.ts';
import type { Column, NewLine } from '../plan.ts';
import { answeringByCells, wantedBy } from '../rules/line-owners.ts';
import { referenceKey } from '../rules/reference-key.ts';
import { inRegister, storeContributors } from './line-owners.ts';

/** PostgreSQL takes 65,535 values in one statement; a line has some two dozen. */
const AT_ONCE = 500;

type Place = {
  plan: string;
  section: string;
  position: number;
  now: Temporal.Instant;
  /** Who answers for it. */
  accountable?: NamedOwner | null;
};

export type LineRow = Insertable<DB['lines']>;

export const lineRow = (
  line: NewLine,
  { plan, section, position, now, accountable = null }: Place,
): LineRow => ({
  ...fieldsOf(line),
  plan_id: plan,
  section_id: section,
  position,
  other: json(line.other),
  state: line.state,
  marking: line.marking ?? 'none',
  schedules: json(line.schedules),
  suggestions: json(line.suggestions),
  doubts: json(line.doubts),
  as_read: line.asRead ? json(line.asRead) : null,
  reference_key: referenceKey(line.reference ?? ''),
  accountable: accountable?.name ?? '',
  accountable_id: accountable?.id ?? null,
  created_at: now,
  changed_at: now,
});

const fieldsOf = (line: NewLine) => Object.fromEntries(FIELDS.map(field => [field, line[field] ?? '']));

export type NewLineAt = Omit<Place, 'accountable' | 'plan' | 'now'> & {
  line: NewLine;
  columns: Pick<Column, 'meaning' | 'headings'>[];
};

/** Stores new lines with their owners, whom the register holds or is given. Identifiers in the order of their positions. */
export async function storeNewLines(
  within: Within,
  plan: string,
  lines: NewLineAt[],
  now: Temporal.Instant,
): Promise<string[]> {
  const inOrder = lines.toSorted((one, other) => one.position - other.position);
  const wanted = inOrder.map(
    ({ line, columns }) => line.settledOwners ?? wantedBy(answeringByCells(line, columns)),
  );
  const owners = await inRegister(within, wanted, now);
  const rows = inOrder.map(({ line, section, position }, index) =>
    lineRow(line, { plan, section, position, now, accountable: owners[index]!.accountable }),
  );
  const stored = await storeLines(within, rows);
  const contributing = stored.map((line, index) => ({ line, contributors: owners[index]!.contributors }));
  await storeContributors(within, plan, contributing);
  return stored;
}

/** Identifiers of the lines, in their order. */
export async function storeLines({ db }: Within, rows: LineRow[]): Promise<string[]> {
  const stored: { id: string; position: number }[] = [];
  for (const some of batches(rows))
    stored.push(...(await db.insertInto('lines').values(some).returning(['id', 'position']).execute()));
  return stored.sort((one, other) => one.position - other.position).map(line => line.id);
}

export function batches<Row>(rows: Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / AT_ONCE) }, (_, index) =>
    rows.slice(index * AT_ONCE, (index + 1) * AT_ONCE),
  );
}
