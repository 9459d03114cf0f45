import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { recordMany } from '../../../platform/history/history.ts';
import { type Links, putLinksBack } from '../queries/links.ts';
import { makePlace, placeAfterSection, takeOrder } from '../queries/places.ts';
import { RESTORED } from '../rules/deeds.ts';
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
  for (const { position, line } of lying) await putBack(within, plan, { ...line, position }, now);
  await putLinksBack(
    within,
    lying.map(({ line }) => line.links),
  );
  await giveOwnersAsNow(
    within,
    lying.map(({ id }) => id),
  );
  await db.updateTable('plans').set({ changed_at: now }).where('id', '=', plan).execute();
  const restored = lying.map(({ id }) => id);
  const deeds = restored.map(id => ({ subject: { kind: 'line', id }, action: RESTORED, changes: [] }));
  await recordMany(within, deeds, now);
  return { restored };
}

type LineBack = Lying['line'] & { position: number };

async function putBack(
  within: Within,
  plan: string,
  { row, after, position }: LineBack,
  now: Temporal.Instant,
): Promise<void> {
  const { db } = within;
  const section = await sectionFor(within, plan, String(row.section_id));
  const place = await placeFor(within, plan, { section, after, position });
  await makePlace(within, plan, place);
  const columns = await sql<{ name: string }>`
    select attname as name from pg_attribute where attrelid = 'lines'::regclass and attnum > 0
      and not attisdropped and attgenerated = '' and attname = any(${Object.keys(row)}::text[])
  `.execute(db);
  const names = sql.join(columns.rows.map(({ name }) => sql.ref(name)));
  const whole = {
    ...row,
    section_id: section,
    position: place,
    version: Number(row.version) + 1,
    changed_at: now.toString(),
    accountable_id: await ownerStill(within, row.accountable_id),
  };
  await sql`
    insert into lines (${names}) select ${names}
    from jsonb_populate_record(null::lines, ${JSON.stringify(whole)}::jsonb)
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

async function placeFor(
  within: Within,
  plan: string,
  { section, after, position }: { section: string; after: string | null; position: number },
): Promise<number> {
  const found = await sql<{ fits: boolean; neighbour: number | null }>`
    select not exists (select from lines where plan_id = ${plan} and position = ${position})
        and (not exists (select from lines where section_id = ${section})
          or ${section}::uuid in (${beside(plan, sql`position < ${position} order by position desc`)},
            ${beside(plan, sql`position > ${position} order by position`)})) as fits,
      (select position from lines where id = ${after}::uuid and plan_id = ${plan} and section_id = ${section}) as neighbour
  `.execute(within.db);
  const { fits, neighbour } = found.rows[0]!;
  if (fits) return position;
  return neighbour === null ? placeAfterSection(within, plan, section) : neighbour + 1;
}

const beside = (plan: string, where: ReturnType<typeof sql>) =>
  sql`(select section_id from lines where plan_id = ${plan} and ${where} limit 1)`;

async function ownerStill({ db }: Within, id: unknown): Promise<string | null> {
  if (typeof id !== 'string') return null;
  const owner = await db.selectFrom('owners').select('id').where('id', '=', id).executeTakeFirst();
  return owner?.id ?? null;
}
