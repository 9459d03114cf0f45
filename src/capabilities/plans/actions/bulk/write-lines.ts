import { sql } from 'kysely';
import type { Within } from '../../../../platform/database/database.ts';
import { json } from '../../../../platform/database/json.ts';
import { type Change, recordMany } from '../../../../platform/history/history.ts';
import { findOrAddOwners } from '../../../organisations/index.ts';
import type { BulkChange } from '../../queries/bulk.ts';
import { CHANGED_TOGETHER, UNDONE_TOGETHER } from '../../rules/deeds.ts';
import { typedOwner } from '../../rules/line-owners.ts';
import { giveOwnersAsNow } from '../owners-now.ts';

/** A line of the change that is still as it has to be, or what became of it. */
type Held = {
  number: number;
  id: string;
  plan: string;
  changes: Change[];
  state: 'fits' | 'changed-meanwhile' | 'removed';
};

/** Changes the next lines, as they were weighed; what was changed since is left alone. */
export async function changeLines(
  within: Within,
  change: BulkChange,
  most: number,
  now: Temporal.Instant,
): Promise<void> {
  const owner = await inRegister(within, change, now);
  const held = await hold(within, change.id, { outcome: 'change', ahead: 0, most });
  const fit = await tell(within, change.id, held, 'alone');
  await write(within, change.id, fit, { from: 'after', owner }, now);
  await settle(within, change.id, fit, 'changed');
  await recordMany(
    within,
    fit.map(({ id, changes }) => ({ subject: { kind: 'line', id }, action: CHANGED_TOGETHER, changes })),
    now,
  );
}

/** Puts back what the change wrote over the next lines; what was changed since is kept as it is now. */
export async function undoLines(
  within: Within,
  change: BulkChange,
  most: number,
  now: Temporal.Instant,
): Promise<void> {
  const held = await hold(within, change.id, { outcome: 'changed', ahead: 1, most });
  const fit = await tell(within, change.id, held, 'kept');
  await write(within, change.id, fit, { from: 'before' }, now);
  await giveOwnersAsNow(
    within,
    fit.map(({ id }) => id),
  );
  await settle(within, change.id, fit, 'undone');
  const deeds = fit.map(({ id, changes }) => ({
    subject: { kind: 'line', id },
    action: UNDONE_TOGETHER,
    changes: changes.map(({ field, before, after }) => ({ field, before: after, after: before })),
  }));
  await recordMany(within, deeds, now);
}

async function inRegister(within: Within, { wanted }: BulkChange, now: Temporal.Instant) {
  const typed = typedOwner(wanted.accountable ?? '');
  const known = typed && (await findOrAddOwners(within, [typed], now))(typed.name);
  return known ? { id: known.owner.id, name: known.owner.name } : null;
}

/** Lines in the order of their identifiers and then their plans, as everybody takes them who changes many. */
async function hold(
  { db }: Within,
  change: string,
  { outcome, ahead, most }: { outcome: 'change' | 'changed'; ahead: number; most: number },
): Promise<Held[]> {
  const next = sql`(select * from bulk_change_lines where change_id = ${change} and outcome = ${outcome}
    order by line_id limit ${sql.lit(most)})`;
  const locked = await sql<{ id: string; version: number }>`
    select l.id, l.version from lines l where not l.shelved and l.id in (select line_id from ${next} b)
    order by l.id for no key update
  `.execute(db);
  const versions = new Map(locked.rows.map(({ id, version }) => [id, version]));
  const found = await sql<{ number: number; id: string; plan: string; version: number; changes: Change[] }>`
    select number, line_id as id, plan_id as plan, version, changes from ${next} b order by number
  `.execute(db);
  await sql`select id from plans where id = any(${[...new Set(found.rows.map(row => row.plan))]}::uuid[])
    order by id for no key update`.execute(db);
  return found.rows.map(({ version, ...row }) => {
    const is = versions.get(row.id);
    if (is === undefined) return { ...row, state: 'removed' };
    return { ...row, state: is === version + ahead ? 'fits' : 'changed-meanwhile' };
  });
}

/** Notes of the lines that do not fit why, and gives back the others. */
async function tell(
  { db }: Within,
  change: string,
  held: Held[],
  outcome: 'alone' | 'kept',
): Promise<Held[]> {
  const others = held.filter(({ state }) => state !== 'fits');
  if (others.length)
    await sql`
      update bulk_change_lines b set outcome = ${outcome}, why = o.why
      from jsonb_to_recordset(${json(others.map(({ number, state }) => ({ number, why: state })))})
        as o (number int, why text)
      where b.change_id = ${change} and b.number = o.number
    `.execute(db);
  return held.filter(({ state }) => state === 'fits');
}

type Source = { from: 'after'; owner: { id: string; name: string } | null } | { from: 'before' };

async function write(
  { db }: Within,
  change: string,
  fit: Held[],
  source: Source,
  now: Temporal.Instant,
): Promise<void> {
  if (!fit.length) return;
  const ids = sql`any(${fit.map(({ id }) => id)}::uuid[])`;
  const given = sql`b.${sql.ref(source.from)}`;
  const or = (column: string) =>
    sql`${sql.ref(column)} = coalesce(${given} -> ${sql.lit(column)}, l.${sql.ref(column)})`;
  const text = (column: string) =>
    sql`${sql.ref(column)} = coalesce(${given} ->> ${sql.lit(column)}, l.${sql.ref(column)})`;
  const owner = source.from === 'after' ? json(source.owner) : sql`${given} -> 'accountable'`;
  await sql`
    update lines l set ${text('state')}, ${text('marking')}, ${text('when')}, ${or('schedules')},
      ${or('suggestions')}, ${or('doubts')},
      tags = case when ${given} ? 'tags' then array(select jsonb_array_elements_text(${given} -> 'tags')) else l.tags end,
      accountable_id = case when ${given} ? 'accountable' then (${owner} ->> 'id')::uuid else l.accountable_id end,
      accountable = case when ${given} ? 'accountable' then coalesce(${owner} ->> 'name', '') else l.accountable end,
      version = l.version + 1, changed_at = ${now}
    from bulk_change_lines b where b.change_id = ${change} and b.line_id = l.id and l.id = ${ids}
  `.execute(db);
  await db
    .updateTable('plans')
    .set({ changed_at: now })
    .where('id', 'in', [...new Set(fit.map(({ plan }) => plan))])
    .execute();
  const contributors = sql`from bulk_change_lines b where b.change_id = ${change} and b.line_id = ${ids}
    and ${given} ? 'contributor'`;
  await (source.from === 'after'
    ? sql`delete from line_contributors c using (select b.line_id, (${given} ->> 'contributor')::uuid as owner ${contributors}) gone
        where c.line_id = gone.line_id and c.owner_id = gone.owner`
    : sql`insert into line_contributors (plan_id, line_id, owner_id)
        select b.plan_id, b.line_id, (${given} ->> 'contributor')::uuid ${contributors} on conflict do nothing`
  ).execute(db);
}

async function settle(
  { db }: Within,
  change: string,
  fit: Held[],
  outcome: 'changed' | 'undone',
): Promise<void> {
  if (!fit.length) return;
  await db
    .updateTable('bulk_change_lines')
    .set({ outcome })
    .where('change_id', '=', change)
    .where(
      'number',
      'in',
      fit.map(({ number }) => number),
    )
    .execute();
}
