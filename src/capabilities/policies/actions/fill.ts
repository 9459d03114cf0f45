import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { record, recordBeginnings } from '../../../platform/history/history.ts';
import { type Link, settleLinks } from '../../../platform/register/links.ts';
import { citableClauses, type StoredClause, storedClauses } from '../queries.ts';
import { CLAUSES } from '../register.ts';
import { clausesCited } from '../rules/cited.ts';
import { keyOfClause, type ReadClause, storableClause } from '../rules/read-clause.ts';

/**
 * Makes the clauses that a policy or framework has entries of the register. A later edition's words take the place of
 * those that were read before, and never of what a person wrote; one that it leaves out stays, for a person to end.
 */
export async function fillClauses(
  within: Within,
  plan: string,
  { clauses, origin }: { clauses: ReadClause[]; origin: string },
  now: Temporal.Instant,
): Promise<void> {
  if (!clauses.length) return;
  const known = Map.groupBy(await storedClauses(within, plan), keyOfClause);
  const added: string[] = [];
  for (const [index, clause] of clauses.entries()) {
    const read = storableClause(clause);
    const before = known.get(keyOfClause(read))?.shift();
    const place = index + 1;
    if (before) await takeNewWords(within, before, { ...read, place }, { origin, now });
    else added.push(await addClause(within, plan, { ...read, place }, now));
  }
  await recordBeginnings(
    within,
    added.map(id => ({ kind: CLAUSES.one, id })),
    origin,
    now,
  );
  await sourceOf(within, plan);
}

type Placed = ReturnType<typeof storableClause> & { place: number };

async function addClause(
  { db }: Within,
  plan: string,
  { number, name, detail, place }: Placed,
  now: Temporal.Instant,
): Promise<string> {
  const row = {
    plan_id: plan,
    number,
    name,
    detail,
    detail_read: detail,
    place,
    created_at: now,
    changed_at: now,
  };
  const { id } = await db.insertInto('clauses').values(row).returning('id').executeTakeFirstOrThrow();
  return id;
}

async function takeNewWords(
  within: Within,
  before: StoredClause,
  { detail, place }: Placed,
  { origin, now }: { origin: string; now: Temporal.Instant },
): Promise<void> {
  const ours = before.detail !== before.detailRead;
  if (detail === before.detailRead && place === before.place) return;
  const taken = !ours && detail !== before.detail;
  await within.db
    .updateTable('clauses')
    .set(set => ({
      place,
      detail_read: detail,
      ...(taken && { detail, version: set('version', '+', 1), changed_at: now }),
    }))
    .where('id', '=', before.id)
    .execute();
  if (taken)
    await record(
      within,
      { kind: CLAUSES.one, id: before.id },
      origin,
      [{ field: 'text', before: before.detail, after: detail }],
      now,
    );
}

async function sourceOf({ db }: Within, plan: string): Promise<void> {
  await sql`
    insert into register_sources (entry_id, plan_id, said) select id, plan_id, '{}' from clauses where plan_id = ${plan}
    on conflict do nothing`.execute(db);
}

/** What a line says, in all of its cells. */
export type CitingLine = { plan: string; line: string; words: string };

/** Links lines of a plan with the clauses that they cite by number. */
export async function linkClauses(within: Within, plan: string, lines: CitingLine[]): Promise<void> {
  const clauses = await citableClauses(within);
  const wanted: Link[] = lines.flatMap(({ line, words }) =>
    clausesCited(words, clauses, plan).map(({ id }) => ({ plan, line, entry: id })),
  );
  await settleLinks(within, CLAUSES, lines, wanted);
}
