import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { recordMany } from '../../../platform/history/history.ts';
import { type Links, putLinksBack } from '../queries/links.ts';
import { makePlace, placeAfterSection, takeOrder } from '../queries/places.ts';
import { RESTORED } from '../rules/deeds.ts';
import { linkEntriesAsNow } from './entries-now.ts';
import { giveOwnersAsNow } from './owners-now.ts';

export type LinesToRestore = { plan: string; lines: string[]; reason?: string };

/** A line as it lies among the removed; `after`: the line that stood before it. */
type Lying = {
  id: string;
  position: number;
  line: { row: Record<string, unknown>; links: Links; after: string | null };
};

/**
 * Puts removed lines back under their own identity, with what was linked with them: where they stood if that place is
 * free, else right after the line that stood before them. What does not lie there any more is passed over.
 */
export async function restoreLines(
  within: Within,
  { plan, lines }: LinesToRestore,
  now: Temporal.Instant,
): Promise<{ restored: string[] }> {
  const { db } = within;
  await takeOrder(within, plan);
  const found = await sql<Lying>`
    delete from removed_lines where plan_id = ${plan} and id = any(${lines}::uuid[])
      and exists (select from plans where id = ${plan} and removed_at is null)
    returning id, position, line
  `.execute(db);
  const lying = found.rows.sort((one, other) => one.position - other.position);
  if (!lying.length) return { restored: [] };
  if (await allFit(within, plan, lying)) await putWhereTheyStood(within, lying, now);
  else for (const one of lying) await putBack(within, plan, one, now);
  await putLinksBack(
    within,
    lying.map(({ line }) => line.links),
  );
  const restored = lying.map(({ id }) => id);
  await giveOwnersAsNow(within, restored);
  await linkEntriesAsNow(within, restored);
  await db.updateTable('plans').set({ changed_at: now }).where('id', '=', plan).execute();
  const deeds = restored.map(id => ({ subject: { kind: 'line', id }, action: RESTORED, changes: [] }));
  await recordMany(within, deeds, now);
  return { restored };
}

/** As a rule, every place is free and still among the lines of its section: then all are put back in one go. */
async function allFit({ db }: Within, plan: string, lying: Lying[]): Promise<boolean> {
  const wanted = lying.map(({ id, position, line }) => ({ id, position, section: line.row.section_id }));
  const found = await sql<{ fitting: number }>`
    select count(distinct w.position)::int as fitting
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w (id uuid, position int, section uuid)
    join plan_sections s on s.id = w.section and s.plan_id = ${plan}
    where not exists (select from lines where plan_id = ${plan} and position = w.position)
      and (not exists (select from lines where section_id = w.section)
        or w.section in (${beside(plan, sql`position < w.position order by position desc`)},
          ${beside(plan, sql`position > w.position order by position`)}))
  `.execute(db);
  return found.rows[0]!.fitting === lying.length;
}

const beside = (plan: string, where: ReturnType<typeof sql>) =>
  sql`(select section_id from lines where plan_id = ${plan} and ${where} limit 1)`;

async function putWhereTheyStood(within: Within, lying: Lying[], now: Temporal.Instant): Promise<void> {
  const rows = lying.map(({ position, line }) => ({ ...line.row, position }));
  for (const alike of Map.groupBy(rows, row => Object.keys(row).sort().join()).values())
    await insertRows(within, alike, now);
}

async function putBack(within: Within, plan: string, one: Lying, now: Temporal.Instant): Promise<void> {
  if (await allFit(within, plan, [one])) return putWhereTheyStood(within, [one], now);
  const { row, after } = one.line;
  const section = await sectionFor(within, plan, String(row.section_id));
  const place = await placeFor(within, plan, { section, after });
  await makePlace(within, plan, place);
  await insertRows(within, [{ ...row, section_id: section, position: place }], now);
}

/** Rows with the same columns. An owner who is gone from the register stays as the name alone. */
async function insertRows(
  { db }: Within,
  rows: Record<string, unknown>[],
  now: Temporal.Instant,
): Promise<void> {
  const columns = await sql<{ name: string }>`
    select attname as name from pg_attribute where attrelid = 'lines'::regclass and attnum > 0
      and not attisdropped and attgenerated = '' and attname = any(${Object.keys(rows[0]!)}::text[])
  `.execute(db);
  const names = columns.rows.map(({ name }) => name);
  const owners = await db.selectFrom('owners').select('id').execute();
  const known = new Set(owners.map(({ id }) => id));
  const whole = rows.map(row => ({
    ...row,
    version: Number(row.version) + 1,
    changed_at: now.toString(),
    accountable_id: known.has(String(row.accountable_id)) ? row.accountable_id : null,
  }));
  const into = sql.join(names.map(name => sql.ref(name)));
  await sql`
    insert into lines (${into}) select ${into}
    from jsonb_populate_recordset(null::lines, ${JSON.stringify(whole)}::jsonb)
  `.execute(db);
}

/** The section may be gone as well; then the first that there is takes the line. */
async function sectionFor({ db }: Within, plan: string, section: string): Promise<string> {
  const { id } = await db
    .selectFrom('plan_sections')
    .select('id')
    .where('plan_id', '=', plan)
    .orderBy(sql`id = ${section}::uuid desc`)
    .orderBy('position')
    .limit(1)
    .executeTakeFirstOrThrow();
  return id;
}

/** Right after the line that stood before it, where that is still in the section; else at the section's end. */
async function placeFor(
  within: Within,
  plan: string,
  { section, after }: { section: string; after: string | null },
): Promise<number> {
  const neighbour = await within.db
    .selectFrom('lines')
    .select('position')
    .where('id', '=', after)
    .where('plan_id', '=', plan)
    .where('section_id', '=', section)
    .executeTakeFirst();
  return neighbour ? neighbour.position + 1 : placeAfterSection(within, plan, section);
}
