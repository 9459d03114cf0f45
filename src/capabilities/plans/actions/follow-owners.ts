import { sql } from 'kysely';
import { z } from 'zod';
import type { Within } from '../../../platform/database/database.ts';
import { json } from '../../../platform/database/json.ts';
import { type Change, recordMany } from '../../../platform/history/history.ts';
import type { KeepsOwners, MergedOwners, NamedOwner } from '../../organisations/index.ts';

/**
 * What was moved from one owner to another: lines that they answered for and lines that they contributed to, each in
 * the version that it got by that, and plans that they own. `doubled`: the other one was there already.
 */
const movedShape = z.object({
  accountable: z.array(z.object({ id: z.uuid(), version: z.number(), doubled: z.boolean() })),
  contributing: z.array(z.object({ id: z.uuid(), version: z.number(), doubled: z.boolean() })),
  plans: z.array(z.uuid()),
});
type Moved = z.output<typeof movedShape>;
type MovedLine = Moved['accountable'][number];

/** Lists and tallies go by the name that stands with each line. */
async function renamed({ db }: Within, { id, name }: NamedOwner): Promise<void> {
  await db.updateTable('lines').set({ accountable: name }).where('accountable_id', '=', id).execute();
}

async function merged(within: Within, owners: MergedOwners, now: Temporal.Instant): Promise<Moved> {
  const { from, into } = owners;
  const { db } = within;
  const held = await sql<{ id: string; accountable: boolean; doubled: boolean }>`
    select l.id, l.accountable_id is not distinct from ${from.id}::uuid as accountable,
      l.accountable_id is not distinct from ${into.id}::uuid
        or exists (select from line_contributors c where c.line_id = l.id and c.owner_id = ${into.id}) as doubled
    from lines l
    where l.accountable_id = ${from.id}
      or l.id in (select line_id from line_contributors where owner_id = ${from.id})
    order by l.id for no key update of l
  `.execute(db);
  const [answering, helping] = [
    held.rows.filter(row => row.accountable),
    held.rows.filter(row => !row.accountable),
  ];
  await sql`
    insert into line_contributors (plan_id, line_id, owner_id)
    select plan_id, line_id, ${into.id} from line_contributors
    where owner_id = ${from.id} and line_id = any(${helping.filter(row => !row.doubled).map(row => row.id)}::uuid[])
  `.execute(db);
  await db.deleteFrom('line_contributors').where('owner_id', '=', from.id).execute();
  if (answering.length)
    await db
      .deleteFrom('line_contributors')
      .where('owner_id', '=', into.id)
      .where(
        'line_id',
        'in',
        answering.map(({ id }) => id),
      )
      .execute();
  const accountable = await handOver(within, answering, into, now);
  const contributing = await handOver(within, helping, undefined, now);
  await tell(within, { accountable, contributing }, owners, now);
  const plans = await plansHandedOver(within, from, into, now);
  return { accountable, contributing, plans };
}

/** Gives lines a new version, and somebody else to answer for them where that is said. */
export async function handOver(
  { db }: Within,
  lines: { id: string; doubled: boolean }[],
  to: NamedOwner | undefined,
  now: Temporal.Instant,
): Promise<MovedLine[]> {
  if (!lines.length) return [];
  const owner = to ? sql`accountable_id = ${to.id}, accountable = ${to.name},` : sql``;
  const ids = lines.map(({ id }) => id);
  const { rows } = await sql<{ id: string; version: number }>`
    update lines set ${owner} version = version + 1, changed_at = ${now} where id = any(${ids}::uuid[])
    returning id, version
  `.execute(db);
  const doubled = new Set(lines.filter(line => line.doubled).map(({ id }) => id));
  return rows.map(({ id, version }) => ({ id, version, doubled: doubled.has(id) }));
}

export async function tell(
  within: Within,
  { accountable, contributing }: Pick<Moved, 'accountable' | 'contributing'>,
  { from, into }: MergedOwners,
  now: Temporal.Instant,
): Promise<void> {
  const deeds = (lines: MovedLine[], field: string) =>
    lines.map(({ id }) => {
      const changes: Change[] = [{ field, before: from.name, after: into.name }];
      return { subject: { kind: 'line', id }, action: 'changed', changes };
    });
  await recordMany(
    within,
    [...deeds(accountable, 'accountable'), ...deeds(contributing, 'contributor')],
    now,
  );
}

export async function plansHandedOver(
  within: Within,
  from: NamedOwner,
  into: NamedOwner,
  now: Temporal.Instant,
  among?: string[],
): Promise<string[]> {
  const owned = within.db
    .updateTable('plans')
    .set(set => ({ owner_id: into.id, changed_at: now, version: set('version', '+', 1) }))
    .where('owner_id', '=', from.id)
    .returning('id');
  const plans = (await (among ? owned.where('id', 'in', among) : owned).execute()).map(({ id }) => id);
  const changes: Change[] = [{ field: 'owner', before: from.name, after: into.name }];
  const deeds = plans.map(id => ({ subject: { kind: 'plan', id }, action: 'changed', changes }));
  await recordMany(within, deeds, now);
  return plans;
}

async function standsAsLeft({ db }: Within, given: unknown, into: NamedOwner): Promise<boolean> {
  const moved = movedShape.safeParse(given).data;
  if (!moved) return false;
  const lines = [...moved.accountable, ...moved.contributing];
  const { rows } = await sql<{ id: string }>`
    select l.id from lines l join jsonb_to_recordset(${json(lines)}) as was (id uuid, version int)
      on was.id = l.id and was.version = l.version
    order by l.id for no key update of l
  `.execute(db);
  if (rows.length !== lines.length) return false;
  const plans = await sql<{ id: string }>`
    select id from plans where id = any(${moved.plans}::uuid[]) and owner_id = ${into.id} for no key update
  `.execute(db);
  return plans.rows.length === moved.plans.length;
}

/** `from` gets back what was theirs, and `into` stays where they were before. */
async function putBack(
  within: Within,
  given: unknown,
  { from, into }: MergedOwners,
  now: Temporal.Instant,
): Promise<void> {
  const { accountable, contributing, plans } = movedShape.parse(given);
  await handOver(within, accountable, from, now);
  await handOver(within, contributing, undefined, now);
  await contribute(
    within,
    contributing.map(({ id }) => id),
    from,
  );
  await contribute(
    within,
    accountable.filter(line => line.doubled).map(({ id }) => id),
    into,
  );
  const alone = contributing.filter(line => !line.doubled).map(({ id }) => id);
  if (alone.length)
    await within.db
      .deleteFrom('line_contributors')
      .where('owner_id', '=', into.id)
      .where('line_id', 'in', alone)
      .execute();
  await tell(within, { accountable, contributing }, { from: into, into: from }, now);
  if (plans.length) await plansHandedOver(within, into, from, now, plans);
}

async function contribute({ db }: Within, lines: string[], owner: NamedOwner): Promise<void> {
  await sql`
    insert into line_contributors (plan_id, line_id, owner_id)
    select plan_id, id, ${owner.id} from lines where id = any(${lines}::uuid[])
    on conflict do nothing
  `.execute(db);
}

/** How plans and their lines follow the register of owners. */
export const plansFollowOwners: KeepsOwners = { name: 'plans', renamed, merged, standsAsLeft, putBack };
