import { type RawBuilder, sql } from 'kysely';
import { nameKey } from '../../language/same-name.ts';
import type { Within } from '../database/database.ts';
import { record, recordBeginnings } from '../history/history.ts';
import { type KnownNames, knownNames } from './names.ts';
import { holdEntries } from './queries.ts';
import { type Register, subjectOf } from './register.ts';

/** What a document says of an entry: its name, its own columns, and the whole as the reading has it. */
export type Found = {
  name: string;
  columns: Record<string, string | boolean>;
  said: Record<string, unknown>;
};

const LONGEST = 300;

/** A name that the table holds; undefined where there is none. */
const asName = (text: string): string | undefined =>
  text.replace(/\s+/g, ' ').trim().slice(0, LONGEST).trim() || undefined;

/**
 * Makes entries of what a document or its lines name, each once: one that the register knows gets what it did not say
 * before, and nothing of it is written over. Every one knows the plan then. Gives back which entry each name means.
 */
export async function fillEntries(
  within: Within,
  register: Register,
  { plan, found, origin }: { plan: string; found: Found[]; origin: string },
  now: Temporal.Instant,
): Promise<KnownNames> {
  const known = await knownNames(within, register);
  const named = found.flatMap(one => {
    const name = asName(one.name);
    return name && nameKey(name) ? [{ ...one, name }] : [];
  });
  const added = await addNew(within, register, known, named, origin, now);
  const before = named.filter(one => !added.has(known.get(nameKey(one.name))!));
  await completeKnown(within, register, known, before, origin, now);
  await addSources(
    within,
    plan,
    named.map(one => ({ entry: known.get(nameKey(one.name))!, said: one.said })),
  );
  return known;
}

/** Those that nobody knows yet; the names of one key are one entry. */
async function addNew(
  within: Within,
  register: Register,
  known: KnownNames,
  found: Found[],
  origin: string,
  now: Temporal.Instant,
): Promise<Set<string>> {
  const first = new Map<string, Found>();
  for (const one of found) {
    const key = nameKey(one.name);
    if (!known.has(key)) first.set(key, merged(first.get(key), one));
  }
  const added: string[] = [];
  for (const some of batches([...first.values()])) {
    const made = await insertEntries(within, register, some, now);
    for (const { id, name } of made) known.set(nameKey(name), id);
    added.push(...made.map(({ id }) => id));
  }
  if (added.length < first.size)
    for (const [key, id] of await knownNames(within, register)) known.set(key, id);
  await recordBeginnings(
    within,
    added.map(id => subjectOf(register, id)),
    origin,
    now,
  );
  return new Set(added);
}

const AT_ONCE = 500;

const batches = <One>(all: One[]): One[][] =>
  Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, index) =>
    all.slice(index * AT_ONCE, (index + 1) * AT_ONCE),
  );

const merged = (before: Found | undefined, one: Found): Found =>
  before
    ? {
        ...before,
        columns: Object.fromEntries(
          Object.entries({ ...one.columns, ...before.columns }).map(([name, value]) => [
            name,
            value || one.columns[name]!,
          ]),
        ),
      }
    : one;

/** Those of a name that somebody else has just made are left out: that was waited for. */
async function insertEntries(
  { db }: Within,
  register: Register,
  found: Found[],
  now: Temporal.Instant,
): Promise<{ id: string; name: string }[]> {
  const columns = Object.keys(found[0]!.columns);
  const names = sql.join(['name', ...columns, 'created_at', 'changed_at'].map(column => sql.ref(column)));
  const rows = found.map(one => {
    const values = [one.name, ...columns.map(column => one.columns[column]), now, now];
    return sql`(${sql.join(values)})`;
  });
  const made = await sql<{ id: string; name: string }>`
    insert into ${sql.table(register.table)} (${names}) values ${sql.join(rows)}
    on conflict do nothing returning id, name`.execute(db);
  return made.rows;
}

/** What an entry did not say before is taken from the document; what it says otherwise is added to its detail. */
async function completeKnown(
  within: Within,
  register: Register,
  known: KnownNames,
  found: Found[],
  origin: string,
  now: Temporal.Instant,
): Promise<void> {
  const saying = found.filter(({ columns }) => Object.keys(completed(undefined, columns)).length);
  if (!saying.length) return;
  const ids = [...new Set(saying.map(one => known.get(nameKey(one.name))!))];
  const entries = new Map((await holdEntries(within, register, ids)).map(entry => [entry.id, entry]));
  for (const one of saying) {
    const entry = entries.get(known.get(nameKey(one.name))!);
    if (!entry) continue;
    const after = completed(entry.values, one.columns);
    const changes = Object.entries(after).map(([field, value]) => ({
      field,
      before: entry.values[field] || null,
      after: value,
    }));
    if (!changes.length) continue;
    Object.assign(entry.values, after);
    await writeEntry(within, register, entry.id, after, now);
    await record(within, subjectOf(register, entry.id), origin, changes, now);
  }
}

/** Only what is new. Kinds and ticks are a person's to change; words beside other words stand under them. */
function completed(
  values: Record<string, string> | undefined,
  said: Found['columns'],
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(said).flatMap(([name, value]) => {
      const mine = values ? values[name] : '';
      if (mine === undefined || typeof value !== 'string' || !value || name === 'kind') return [];
      if (!mine) return [[name, value]];
      return name === 'detail' && !mine.includes(value) ? [[name, `${mine}\n${value}`]] : [];
    }),
  );
}

export async function writeEntry(
  { db }: Within,
  register: Register,
  id: string,
  columns: Record<string, unknown>,
  now: Temporal.Instant,
): Promise<void> {
  const sets: RawBuilder<unknown>[] = Object.entries(columns).map(
    ([name, value]) => sql`${sql.ref(name)} = ${value}`,
  );
  await sql`
    update ${sql.table(register.table)} set ${sql.join([...sets, sql`version = version + 1`, sql`changed_at = ${now}`])}
    where id = ${id}`.execute(db);
}

async function addSources(
  { db }: Within,
  plan: string,
  sources: { entry: string; said: Record<string, unknown> }[],
): Promise<void> {
  const once = new Map(sources.toReversed().map(one => [one.entry, one.said]));
  if (!once.size) return;
  await sql`
    insert into register_sources (entry_id, plan_id, said)
    select entry, ${plan}, said from unnest(${[...once.keys()]}::uuid[], ${[...once.values()].map(said => JSON.stringify(said))}::jsonb[]) s (entry, said)
    on conflict (entry_id, plan_id) do update set said = register_sources.said || excluded.said`.execute(db);
}
