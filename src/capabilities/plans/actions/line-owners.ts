import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { json } from '../../../platform/database/json.ts';
import { recordMany } from '../../../platform/history/history.ts';
import { findOrAddOwners, type NamedOwner } from '../../organisations/index.ts';
import type { LineOwners } from '../plan.ts';
import { withReason } from '../rules/deeds.ts';
import { changesOf } from '../rules/line-changes.ts';
import { ownerValues } from '../rules/line-owners.ts';

/** Those of the register whom a line has. */
export type OwnersOfLine = { accountable: NamedOwner | null; contributors: NamedOwner[] };

/** Finds everybody in the register, or puts them there: few statements for thousands of lines. In the order of `lines`. */
export async function inRegister(
  within: Within,
  lines: readonly LineOwners[],
  now: Temporal.Instant,
): Promise<OwnersOfLine[]> {
  const wanted = lines.flatMap(({ accountable, contributors }) => [
    ...(accountable ? [accountable] : []),
    ...contributors,
  ]);
  const known = await findOrAddOwners(within, wanted, now);
  const found = ({ name }: { name: string }): NamedOwner[] => {
    const owner = known(name)?.owner;
    return owner ? [{ id: owner.id, name: owner.name }] : [];
  };
  return lines.map(({ accountable, contributors }) =>
    together(accountable ? (found(accountable)[0] ?? null) : null, contributors.flatMap(found)),
  );
}

/** Each once: whoever answers for a line does not also contribute to it. */
export function together(accountable: NamedOwner | null, contributors: NamedOwner[]): OwnersOfLine {
  const each = new Map(contributors.map(owner => [owner.id, owner]));
  if (accountable) each.delete(accountable.id);
  return { accountable, contributors: [...each.values()] };
}

type Contributing = { line: string; contributors: NamedOwner[] };

/** Those who contribute to lines that have no contributors yet. */
export async function storeContributors({ db }: Within, plan: string, lines: Contributing[]): Promise<void> {
  const rows = lines.flatMap(({ line, contributors }) => contributors.map(({ id }) => ({ line, owner: id })));
  if (!rows.length) return;
  await sql`
    insert into line_contributors (plan_id, line_id, owner_id)
    select ${plan}::uuid, line, owner from jsonb_to_recordset(${json(rows)}) as new (line uuid, owner uuid)
    on conflict do nothing
  `.execute(db);
}

/** Those who contribute to lines, in place of whoever did. */
export async function replaceContributors(
  within: Within,
  plan: string,
  lines: Contributing[],
): Promise<void> {
  const ids = lines.map(({ line }) => line);
  if (!ids.length) return;
  await within.db.deleteFrom('line_contributors').where('line_id', 'in', ids).execute();
  await storeContributors(within, plan, lines);
}

/**
 * Gives many lines of a plan the owners that were settled for them, found in the register or put there. Lines that have
 * them already are left alone; of the others the history says who it was before. Which lines were changed comes back.
 */
export async function setOwnersOfLines(
  within: Within,
  plan: string,
  given: readonly (LineOwners & { line: string; reason?: string })[],
  now: Temporal.Instant,
): Promise<string[]> {
  const reasons = new Map(given.map(({ line, reason = '' }) => [line, reason]));
  const settled = await inRegister(within, given, now);
  const after = new Map(given.map(({ line }, index) => [line, settled[index]!]));
  const before = await ownersOfLines(within, plan, [...after.keys()]);
  const changed = [...before].flatMap(([line, was]) => {
    const is = after.get(line)!;
    const changes = changesOf(ownerValues(was), ownerValues(is));
    return changes.length ? [{ line, ...is, changes: withReason(reasons.get(line)!, changes) }] : [];
  });
  if (!changed.length) return [];
  const rows = changed.map(({ line, accountable }) => ({
    line,
    owner: accountable?.id ?? null,
    name: accountable?.name ?? '',
  }));
  await sql`
    update lines as l set accountable_id = new.owner, accountable = new.name, version = l.version + 1, changed_at = ${now}
    from jsonb_to_recordset(${json(rows)}) as new (line uuid, owner uuid, name text)
    where l.id = new.line and l.plan_id = ${plan}
  `.execute(within.db);
  await replaceContributors(within, plan, changed);
  await within.db.updateTable('plans').set({ changed_at: now }).where('id', '=', plan).execute();
  await recordMany(
    within,
    changed.map(({ line, changes }) => ({ subject: { kind: 'line', id: line }, action: 'changed', changes })),
    now,
  );
  return changed.map(({ line }) => line);
}

/** As they stand, the lines held until the transaction ends. */
async function ownersOfLines(
  { db }: Within,
  plan: string,
  lines: string[],
): Promise<Map<string, OwnersOfLine>> {
  const { rows } = await sql<{ id: string; owner: string | null; name: string; contributors: NamedOwner[] }>`
    select l.id, l.accountable_id as owner, l.accountable as name,
      (select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name) order by lower(o.name)), '[]')
        from line_contributors c join owners o on o.id = c.owner_id where c.line_id = l.id) as contributors
    from lines l where l.plan_id = ${plan} and l.id = any(${lines}::uuid[])
    order by l.id for no key update of l
  `.execute(db);
  return new Map(
    rows.map(({ id, owner, name, contributors }) => [
      id,
      { accountable: owner ? { id: owner, name } : null, contributors },
    ]),
  );
}
