import type { Insertable } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { DB } from '../../../platform/database/generated.ts';
import { json } from '../../../platform/database/json.ts';
import { FIELDS } from '../../../reading/reading.ts';
import type { NewLine } from '../plan.ts';
import { accountableName } from '../rules/accountable-name.ts';
import { referenceKey } from '../rules/reference-key.ts';

/** PostgreSQL takes 65,535 values in one statement; a line has some two dozen. */
const AT_ONCE = 500;

type Place = { plan: string; section: string; position: number; now: Temporal.Instant };

export type LineRow = Insertable<DB['lines']>;

export const lineRow = (line: NewLine, { plan, section, position, now }: Place): LineRow => ({
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
  accountable: accountableName(line.owner ?? ''),
  created_at: now,
  changed_at: now,
});

const fieldsOf = (line: NewLine) => Object.fromEntries(FIELDS.map(field => [field, line[field] ?? '']));

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
