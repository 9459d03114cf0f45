import { sql } from 'kysely';
import { type Refusal, refuse } from '../../language/refusal.ts';
import { nameKey } from '../../language/same-name.ts';
import type { Within } from '../database/database.ts';
import { json } from '../database/json.ts';
import { record } from '../history/history.ts';
import { writeEntry } from './fill.ts';
import { linkAnew } from './link-lines.ts';
import { holdEntries } from './queries.ts';
import { type Entry, type Register, subjectOf } from './register.ts';

export type NotMerged = Refusal<'not-found' | 'same' | 'changed-meanwhile'>;

type Kept = { alsoCalled: string[]; values: Record<string, string> };

/** What the one that is kept has afterwards: all names, its own words first, and what only the other says. */
export function together(kept: Entry, gone: Entry): Kept {
  const names = new Map(
    [kept.name, ...kept.alsoCalled, gone.name, ...gone.alsoCalled]
      .map(name => [nameKey(name), name] as const)
      .toReversed(),
  );
  names.delete(nameKey(kept.name));
  const values = Object.fromEntries(
    Object.entries(kept.values).map(([name, mine]) => [name, joined(name, mine, gone.values[name] ?? '')]),
  );
  return { alsoCalled: [...names.values()].toReversed(), values };
}

/** Words that differ are both kept where they are told at length; elsewhere those of the one that is kept stand. */
function joined(name: string, mine: string, other: string): string {
  if (!mine || !other || mine.includes(other)) return mine || other;
  return name === 'detail' || name === 'role' ? `${mine}\n${other}` : mine;
}

/**
 * Makes two entries one: lines, other names and what was said in documents follow. The one that goes keeps its history
 * and leads to the other. Gives back what undoes it.
 */
export async function mergeEntries(
  within: Within,
  register: Register,
  { kept: keptId, gone: goneId }: { kept: string; gone: string },
  now: Temporal.Instant,
): Promise<{ merge: string } | NotMerged> {
  const held = await holdEntries(within, register, [keptId, goneId]);
  const kept = held.find(entry => entry.id === keptId);
  const gone = held.find(entry => entry.id === goneId);
  if (!kept || !gone) return refuse('not-found');
  if (keptId === goneId) return refuse('same');
  if (kept.mergedInto || gone.mergedInto) return refuse('changed-meanwhile');
  const { alsoCalled, values } = together(kept, gone);
  const moved = await moveLinks(within, register, { from: goneId, to: keptId });
  await moveSources(within, { from: goneId, to: keptId });
  await writeEntry(within, register, goneId, { ended_at: gone.endedAt ?? now, merged_into: keptId }, now);
  await writeEntry(
    within,
    register,
    keptId,
    { also_called: sql`${alsoCalled}::text[]`, ...own(register, kept, values) },
    now,
  );
  await record(
    within,
    subjectOf(register, keptId),
    'merged',
    [{ field: 'merged with', before: null, after: gone.name }],
    now,
  );
  await record(
    within,
    subjectOf(register, goneId),
    'merged',
    [{ field: 'merged into', before: null, after: kept.name }],
    now,
  );
  const before = {
    alsoCalled: kept.alsoCalled,
    values: kept.values,
    goneEndedAt: gone.endedAt?.toString() ?? null,
  };
  const merge = await within.db
    .insertInto('register_merges')
    .values({
      kept_id: keptId,
      gone_id: goneId,
      kept_version: kept.version + 1,
      gone_version: gone.version + 1,
      before: json(before),
      lines: json(moved),
      merged_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await register.saved?.(within, keptId, Object.keys(values), now);
  return { merge: merge.id };
}

/** Its own columns that the merge changes; ticks and owners stay what they are. */
function own(register: Register, kept: Entry, values: Record<string, string>): Record<string, string> {
  const texts = register.fields.filter(field => field.kind === 'text' || field.kind === 'area');
  return Object.fromEntries(
    texts.filter(({ name }) => values[name] !== kept.values[name]).map(({ name }) => [name, values[name]!]),
  );
}

type Move = { from: string; to: string };
type Moved = { plan: string; line: string; byHand: boolean; both: boolean };

/** The links of one become the other's. `both`: the line had both already. */
async function moveLinks({ db }: Within, register: Register, { from, to }: Move): Promise<Moved[]> {
  const { table, entry } = register.links;
  const column = sql.ref(entry);
  const moved = await sql<Moved>`
    with gone as (delete from ${sql.table(table)} where ${column} = ${from} returning plan_id, line_id, by_hand)
    select g.plan_id as plan, g.line_id as line, g.by_hand as "byHand",
      exists (select from ${sql.table(table)} l where l.line_id = g.line_id and l.${column} = ${to}) as both
    from gone g order by g.line_id`.execute(db);
  await addLinks({ db } as Within, register, to, moved.rows);
  return moved.rows;
}

async function addLinks({ db }: Within, register: Register, to: string, lines: Moved[]): Promise<void> {
  if (!lines.length) return;
  const { table, entry } = register.links;
  const of = lines.map(one => [one.plan, one.line, String(one.byHand)] as const);
  await sql`
    insert into ${sql.table(table)} (plan_id, line_id, ${sql.ref(entry)}, by_hand)
    select plan, line, ${to}, by_hand from unnest(${of.map(one => one[0])}::uuid[], ${of.map(one => one[1])}::uuid[],
      ${of.map(one => one[2])}::boolean[]) m (plan, line, by_hand)
    where exists (select from lines where lines.id = m.line)
    order by line on conflict do nothing`.execute(db);
}

/** The one that went keeps them too: what is undone finds them where they were. */
async function moveSources({ db }: Within, { from, to }: Move): Promise<void> {
  await sql`
    insert into register_sources (entry_id, plan_id, said)
    select ${to}, plan_id, said from register_sources where entry_id = ${from}
    on conflict do nothing`.execute(db);
}

export type Merge = {
  id: string;
  keptId: string;
  goneId: string;
  goneName: string;
  /** Whether neither was changed since. */
  undoable: boolean;
};

/** The last merge into an entry that was not undone. */
export async function lastMerge(
  { db }: Within,
  register: Register,
  kept: string,
): Promise<Merge | undefined> {
  const found = await sql<Merge>`
    select m.id, m.kept_id as "keptId", m.gone_id as "goneId", g.name as "goneName",
      k.version = m.kept_version and g.version = m.gone_version as undoable
    from register_merges m join ${sql.table(register.table)} k on k.id = m.kept_id
      join ${sql.table(register.table)} g on g.id = m.gone_id
    where m.kept_id = ${kept} and m.undone_at is null order by m.merged_at desc limit 1`.execute(db);
  return found.rows[0];
}

/** Makes the two of a merge two again, while nobody changed either. */
export async function undoMerge(
  within: Within,
  register: Register,
  kept: string,
  now: Temporal.Instant,
): Promise<{ gone: string } | NotMerged> {
  const merge = await lastMerge(within, register, kept);
  if (!merge) return refuse('not-found');
  await holdEntries(within, register, [merge.keptId, merge.goneId]);
  if (!(await lastMerge(within, register, kept))?.undoable) return refuse('changed-meanwhile');
  const done = await within.db
    .updateTable('register_merges')
    .set({ undone_at: now })
    .where('id', '=', merge.id)
    .where('undone_at', 'is', null)
    .returning(['before', 'lines'])
    .executeTakeFirst();
  if (!done) return refuse('changed-meanwhile');
  const before = done.before as {
    alsoCalled: string[];
    values: Record<string, string>;
    goneEndedAt: string | null;
  };
  const ended = before.goneEndedAt ? Temporal.Instant.from(before.goneEndedAt) : null;
  await writeEntry(within, register, merge.goneId, { ended_at: ended, merged_into: null }, now);
  const texts = register.fields
    .filter(field => field.kind === 'text' || field.kind === 'area')
    .map(field => field.name);
  const columns = Object.fromEntries(texts.map(name => [name, before.values[name] ?? '']));
  await writeEntry(
    within,
    register,
    kept,
    { also_called: sql`${before.alsoCalled}::text[]`, ...columns },
    now,
  );
  await giveBack(within, register, merge, done.lines as Moved[]);
  await linkAnew(within, kept, now); // lines that came to it since by the other's name
  const words = [{ field: 'merged with', before: merge.goneName, after: null }];
  await record(within, subjectOf(register, kept), 'undid the merge', words, now);
  await record(within, subjectOf(register, merge.goneId), 'undid the merge', [], now);
  await register.saved?.(within, kept, texts, now);
  return { gone: merge.goneId };
}

async function giveBack(within: Within, register: Register, merge: Merge, moved: Moved[]): Promise<void> {
  const { table, entry } = register.links;
  const alone = moved.filter(one => !one.both).map(one => one.line);
  await sql`
    delete from ${sql.table(table)} where ${sql.ref(entry)} = ${merge.keptId} and line_id = any(${alone}::uuid[])`.execute(
    within.db,
  );
  await addLinks(within, register, merge.goneId, moved);
  await sql`
    delete from register_sources k using register_sources g
    where k.entry_id = ${merge.keptId} and g.entry_id = ${merge.goneId} and g.plan_id = k.plan_id and g.said = k.said`.execute(
    within.db,
  );
}
