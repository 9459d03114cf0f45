import { sql } from 'kysely';
import type { Within } from '../../platform/database/database.ts';
import { isActor } from '../../platform/history/redact.ts';
import { namedInHistory } from '../../platform/privacy/named-in-history.ts';
import { type Known, knownOf } from '../../platform/privacy/of-somebody.ts';
import type { PersonalData, Sought } from '../../platform/privacy/personal-data.ts';
import type { Whom } from './whom.ts';

const ALL = sql`(
  select 'person' as kind, p.id, p.name, array_remove(array[lower(p.email)], '') as addresses,
    concat_ws(', ', 'works here', d.name) as detail
  from people p left join departments d on d.id = p.department_id
  union all select 'account', a.id, a.name, array[lower(a.email)], 'can sign in' from accounts a
  union all select 'holder', r.id, r.name,
    coalesce((select array_agg(lower(c.value)) from contact_details c where c.holder_id = r.id and c.kind = 'email'), '{}'),
    concat_ws(' of ', r.role, coalesce(b.name, x.name))
  from role_holders r left join bodies b on b.id = r.body_id left join areas x on x.id = r.area_id
)`;

/** Records whose name or address is exactly what was typed. */
export async function recordsCalled({ db }: Within, typed: string): Promise<Whom[]> {
  const words = typed.trim().toLowerCase();
  const { rows } = await sql<Whom>`
    select * from ${ALL} r where lower(r.name) = ${words} or ${words} = any(r.addresses) order by name, kind, id limit 50`.execute(
    db,
  );
  return rows;
}

export async function recordsById({ db }: Within, keys: string[]): Promise<Whom[]> {
  const { rows } = await sql<Whom>`
    select * from ${ALL} r where r.kind || ':' || r.id = any(${keys}::text[]) order by name, kind, id`.execute(
    db,
  );
  return rows;
}

/**
 * Names and addresses by which the picked ones are known, and another record as well; in small letters. What was typed is
 * one of them: it may be the address of somebody who was not picked.
 */
export async function sharedWithOthers(
  { db }: Within,
  picked: readonly Whom[],
  typed = '',
): Promise<Set<string>> {
  const keys = picked.map(({ kind, id }) => `${kind}:${id}`);
  const known = picked.flatMap(({ name, addresses }) => [name.toLowerCase(), ...addresses]);
  const words = [...known, typed.trim().toLowerCase()].filter(Boolean);
  const { rows } = await sql<{ word: string }>`
    select distinct word from ${ALL} r cross join lateral unnest(array[lower(r.name)] || r.addresses) as word
    where word = any(${words}::text[]) and r.kind || ':' || r.id <> all(${keys}::text[])`.execute(db);
  return new Set(rows.map(({ word }) => word));
}

/** Everything that is known of somebody: under their own columns, and in the words of what others changed. */
export async function everythingOf(within: Within, all: PersonalData[], sought: Sought): Promise<Known[]> {
  return [...(await knownOf(within, all, sought)), ...(await namedInHistory(within, sought))];
}

/** Where a name still stands in the words of plans: those are documents of the organisation, and a person weighs them. */
export async function namedInPlans({ db }: Within, names: string[]): Promise<number> {
  if (!names.length) return 0;
  const { rows } = await sql<{ lines: number }>`
    select count(*)::int as lines from lines l where exists (select from unnest(${names}::text[]) n
      where position(n in lower(concat_ws(' ', l.owner, l.messenger, l.what, l.how, l."when", l.why, l.comments, l.measure, l.other::text))) > 0)`.execute(
    db,
  );
  return rows[0]!.lines;
}

export type DoneRequest = {
  kind: 'access' | 'erasure';
  reference: string;
  counts: Record<string, number>;
  at: Temporal.Instant;
  by: string;
};

/** What was done for whoever asked, the latest first. */
export async function doneRequests({ db }: Within, most = 50): Promise<DoneRequest[]> {
  const rows = await db
    .selectFrom('privacy_requests')
    .selectAll()
    .orderBy('done_at', 'desc')
    .limit(most)
    .execute();
  return rows.map(row => ({
    kind: row.kind as DoneRequest['kind'],
    reference: row.reference,
    counts: row.counts as Record<string, number>,
    at: row.done_at,
    by: row.done_by,
  }));
}

/** Bytes of files that are handed out together; those beyond are named. */
const MOST_BYTES = 200 * 1024 * 1024;

type Files = { files: { name: string; content: Uint8Array }[]; leftOut: string[] };

/** Files that somebody put with records, also those that were taken away again. `names`: in small letters. */
export async function filesBy({ db }: Within, names: string[]): Promise<Files> {
  if (!names.length) return { files: [], leftOut: [] };
  const { rows } = await sql<{ name: string; content: Uint8Array | null }>`
    select a.name, case when sum(a.size) over (order by a.added_at, a.added_by, a.id) <= ${MOST_BYTES} then f.content end as content
    from attachments a join files f on f.id = a.file_id
    where ${isActor(names, sql`a.added_by`)} order by a.added_at, a.added_by, a.id`.execute(db);
  return {
    files: rows.flatMap(({ name, content }) => (content ? [{ name, content }] : [])),
    leftOut: rows.filter(({ content }) => !content).map(({ name }) => name),
  };
}
