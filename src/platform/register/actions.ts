import { sql } from 'kysely';
import { type Refusal, refuse } from '../../language/refusal.ts';
import { nameKey } from '../../language/same-name.ts';
import type { Within } from '../database/database.ts';
import { type Change, record } from '../history/history.ts';
import { writeEntry } from './fill.ts';
import { knownNames } from './names.ts';
import { holdEntries } from './queries.ts';
import { type Entry, type Register, type RegisterField, subjectOf } from './register.ts';

/** What somebody typed: the name, the other names, and the register's own fields. */
export type EntryTyped = { name: string; alsoCalled: string[]; values: Record<string, string> };

export type EntryNotSaved =
  | Refusal<'not-found'>
  | (Refusal<'changed-meanwhile'> & { entry: Entry })
  | (Refusal<'name-taken'> & { by: string });

/** Writes down an entry by hand. */
export async function addEntry(
  within: Within,
  register: Register,
  typed: EntryTyped,
  now: Temporal.Instant,
): Promise<{ id: string } | EntryNotSaved> {
  const taken = await takenBy(within, register, typed);
  if (taken) return { ...refuse('name-taken'), by: taken };
  const columns: [string, unknown][] = [
    ['name', typed.name],
    ['also_called', sql`${typed.alsoCalled}::text[]`],
    ['created_at', now],
    ['changed_at', now],
    ...columnsOf(register, typed.values),
  ];
  const made = await sql<{ id: string }>`
    insert into ${sql.table(register.table)} (${sql.join(columns.map(([name]) => sql.ref(name)))})
    values (${sql.join(columns.map(([, value]) => value))}) on conflict do nothing returning id`.execute(
    within.db,
  );
  const id = made.rows[0]?.id;
  if (!id) return { ...refuse('name-taken'), by: (await takenBy(within, register, typed)) ?? '' };
  await record(within, subjectOf(register, id), 'added', [], now);
  await register.saved?.(within, id, ['name', ...Object.keys(typed.values)], now);
  return { id };
}

/** Saves an entry over the version that was seen, or refuses where it has been changed since. */
export async function saveEntry(
  within: Within,
  register: Register,
  { id, version, typed }: { id: string; version: number; typed: EntryTyped },
  now: Temporal.Instant,
): Promise<{ saved: string[] } | EntryNotSaved> {
  const [entry] = await holdEntries(within, register, [id]);
  if (!entry || entry.mergedInto) return refuse('not-found');
  if (entry.version !== version) return { ...refuse('changed-meanwhile'), entry };
  const changes = changesOf(entry, typed);
  if (!changes.length) return { saved: [] };
  const taken = await takenBy(within, register, typed, id);
  if (taken) return { ...refuse('name-taken'), by: taken };
  const columns = {
    name: typed.name,
    also_called: sql`${typed.alsoCalled}::text[]`,
    ...Object.fromEntries(columnsOf(register, typed.values)),
  };
  await writeEntry(within, register, id, columns, now);
  await record(within, subjectOf(register, id), 'changed', await inNames(within, register, changes), now);
  const saved = changes.map(change => change.field);
  await register.saved?.(within, id, saved, now);
  return { saved };
}

/** Ends an entry, or takes it up again: lines keep it, and nothing new is asked of it. */
export async function endEntry(
  within: Within,
  register: Register,
  { id, version, ended }: { id: string; version: number; ended: boolean },
  now: Temporal.Instant,
): Promise<{ done: true } | EntryNotSaved> {
  const [entry] = await holdEntries(within, register, [id]);
  if (!entry || entry.mergedInto) return refuse('not-found');
  if (entry.version !== version || Boolean(entry.endedAt) === ended)
    return { ...refuse('changed-meanwhile'), entry };
  const taken = ended ? undefined : await takenBy(within, register, entry, id);
  if (taken) return { ...refuse('name-taken'), by: taken };
  await writeEntry(within, register, id, { ended_at: ended ? now : null }, now);
  await record(within, subjectOf(register, id), ended ? 'ended' : 'taken up again', [], now);
  return { done: true };
}

/** The name of another entry that means the same; clauses share headings, and nobody's are taken. */
async function takenBy(
  within: Within,
  register: Register,
  { name, alsoCalled }: Pick<EntryTyped, 'name' | 'alsoCalled'>,
  own?: string,
): Promise<string | undefined> {
  if (register.sharesNames) return undefined;
  const known = await knownNames(within, register);
  return [name, ...alsoCalled].find(one => {
    const id = known.get(nameKey(one));
    return id !== undefined && id !== own;
  });
}

function columnsOf({ fields }: Register, values: Record<string, string>): [string, unknown][] {
  return fields.flatMap(field =>
    field.name in values ? [[field.name, asColumn(field, values[field.name]!)]] : [],
  );
}

function asColumn({ kind }: RegisterField, value: string): unknown {
  if (kind === 'tick') return Boolean(value);
  return kind === 'owner' ? value || null : value;
}

function changesOf(entry: Entry, { name, alsoCalled, values }: EntryTyped): Change[] {
  const before = { name: entry.name, 'also called': entry.alsoCalled.join('; '), ...entry.values };
  const after: Record<string, string> = { name, 'also called': alsoCalled.join('; '), ...values };
  return Object.entries(after)
    .map(([field, value]) => ({
      field,
      before: (before as Record<string, string>)[field] || null,
      after: value || null,
    }))
    .filter(change => change.before !== change.after);
}

/** History tells an owner by name, whoever is renamed later. */
async function inNames({ db }: Within, { fields }: Register, changes: Change[]): Promise<Change[]> {
  const owner = fields.find(field => field.kind === 'owner')?.name;
  const change = changes.find(one => one.field === owner);
  if (!change) return changes;
  const ids = [change.before, change.after].filter(id => id !== null);
  const rows = ids.length
    ? await db.selectFrom('owners').select(['id', 'name']).where('id', 'in', ids).execute()
    : [];
  const nameOf = (id: string | null) => rows.find(row => row.id === id)?.name ?? null;
  const named = { field: 'owner', before: nameOf(change.before), after: nameOf(change.after) };
  return changes.map(one => (one === change ? named : one));
}
