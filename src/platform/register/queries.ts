import { type RawBuilder, sql } from 'kysely';
import type { Within } from '../database/database.ts';
import type { Entry, Register, RegisterField } from './register.ts';

export const ENTRIES_ON_A_PAGE = 50;

export type EntriesAsked = {
  words?: string;
  gap?: string;
  facet?: string;
  order: 'name' | 'lines';
  ended: boolean;
  page: number;
};

type Row = Omit<Entry, 'values' | 'unmet'> & { row: Record<string, unknown> };

/** The entry's own columns come whole, so that a register has no SQL of its own for being listed. */
const columns = (register: Register) => sql`
  e.id, e.name, e.also_called as "alsoCalled", e.lines, e.version, e.ended_at as "endedAt",
  e.merged_into as "mergedInto", ${ownerOf(register)} as owner, to_jsonb(e) as row`;

const hasOwner = ({ fields }: Register) => fields.some(field => field.kind === 'owner');

const ownerOf = (register: Register): RawBuilder<unknown> =>
  hasOwner(register) ? sql`(select o.name from owners o where o.id = e.owner_id)` : sql`null::text`;

const asEntry =
  ({ fields }: Register) =>
  ({ row, ...entry }: Row): Entry => ({
    ...entry,
    unmet: (row.unmet as string[] | undefined) ?? [],
    values: Object.fromEntries(fields.map(field => [field.name, asText(field, row[field.name])])),
  });

const asText = (field: RegisterField, value: unknown): string =>
  field.kind === 'tick' ? (value ? 'yes' : '') : value === null || value === undefined ? '' : String(value);

export async function listEntries({ db }: Within, register: Register, asked: EntriesAsked): Promise<Entry[]> {
  const usual = register.inOrder ?? sql`lower(e.name)`;
  const inOrder = asked.order === 'lines' ? sql`e.lines desc, ${usual}` : usual;
  // which ones comes first: a row's columns are put together for those alone that are shown
  const found = await sql<Row>`
    select ${columns(register)} from ${sql.table(register.table)} e
    where e.id in (
      select e.id from ${sql.table(register.table)} e where ${conditions(register, asked)}
      order by ${inOrder}, e.id limit ${sql.lit(ENTRIES_ON_A_PAGE)} offset ${(asked.page - 1) * ENTRIES_ON_A_PAGE})
    order by ${inOrder}, e.id`.execute(db);
  return found.rows.map(asEntry(register));
}

export type EntryCounts = { found: number; all: number; ended: number } & Record<string, number>;

/** How many are found, how many there are, and how many lack what each gap names. */
export async function countEntries(
  { db }: Within,
  register: Register,
  asked: EntriesAsked,
): Promise<EntryCounts> {
  const present = sql`e.ended_at is null`;
  const gaps = register.gaps.map(
    ({ name, condition }) =>
      sql`, (count(*) filter (where ${present} and (${condition})))::int as ${sql.ref(name)}`,
  );
  const found = await sql<EntryCounts>`
    select (count(*) filter (where ${present}))::int as all,
      (count(*) filter (where not (${present}) and e.merged_into is null))::int as ended,
      (count(*) filter (where ${conditions(register, asked)}))::int as found ${sql.join(gaps, sql``)}
    from ${sql.table(register.table)} e`.execute(db);
  return found.rows[0]!;
}

function conditions(register: Register, { words, gap, facet, ended }: EntriesAsked): RawBuilder<unknown> {
  const all = [ended ? sql`e.ended_at is not null and e.merged_into is null` : sql`e.ended_at is null`];
  const lacking = register.gaps.find(one => one.name === gap);
  if (lacking) all.push(sql`(${lacking.condition})`);
  if (facet && register.facet) all.push(sql`${sql.ref(`e.${register.facet.field}`)}::text = ${facet}`);
  if (words) {
    const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
    all.push(
      sql`(e.name ilike ${like} or e.detail ilike ${like} or (e.also_called <> '{}' and array_to_string(e.also_called, ' ') ilike ${like})${
        register.table === 'clauses' ? sql` or e.number ilike ${like}` : sql``
      })`,
    );
  }
  return sql.join(all, sql` and `);
}

/** The values that the list can be narrowed by, as they stand, and the names of plans for theirs. */
export async function facetValues(
  { db }: Within,
  { table, facet }: Register,
): Promise<{ value: string; text: string }[]> {
  if (!facet) return [];
  const column = sql.ref(`e.${facet.field}`);
  if (facet.names) {
    const plans = await sql<{ value: string; text: string }>`
      select p.id as value, p.title as text from plans p where p.removed_at is null
        and exists (select from ${sql.table(table)} e where ${column} = p.id and e.ended_at is null)
      order by lower(p.title) limit 100`.execute(db);
    return plans.rows;
  }
  const found = await sql<{ value: string; text: string }>`
    select distinct ${column} as value, ${column} as text from ${sql.table(table)} e
    where e.ended_at is null and ${column} <> '' order by 1 limit 100`.execute(db);
  return found.rows;
}

export async function entryById({ db }: Within, register: Register, id: string): Promise<Entry | undefined> {
  const found = await sql<Row>`
    select ${columns(register)} from ${sql.table(register.table)} e where e.id = ${id}`.execute(db);
  return found.rows.map(asEntry(register))[0];
}

/** Held until the transaction ends, in one order, so that two who change them stand in line. */
export async function holdEntries({ db }: Within, register: Register, ids: string[]): Promise<Entry[]> {
  const found = await sql<Row>`
    select ${columns(register)} from ${sql.table(register.table)} e
    where e.id = any(${ids}::uuid[]) order by e.id for update of e`.execute(db);
  return found.rows.map(asEntry(register));
}

/** `text`: what tells it apart where several have one name. */
export type NamedEntry = { id: string; name: string; alsoCalled: string[]; lines: number; text?: string };

/** The names of all that were not merged into another; ended ones too, since a line that names one means it. */
export async function allNames(
  { db }: Within,
  register: Register,
): Promise<(NamedEntry & { ended: boolean })[]> {
  const shared = register.sharesNames;
  const found = await sql<NamedEntry & { ended: boolean }>`
    select e.id, ${shared ? sql`trim(e.number || ' ' || e.name)` : sql`e.name`} as name, e.also_called as "alsoCalled",
      ${shared ? sql`left(e.detail, 400)` : sql`null::text`} as text, e.lines, e.ended_at is not null as ended
    from ${sql.table(register.table)} e where e.merged_into is null order by lower(e.name), e.id`.execute(db);
  return found.rows;
}

export type Source = { plan: string; title: string; said: Record<string, unknown> };

/** The plans that an entry came from and what each says of it. */
export async function sourcesOf({ db }: Within, id: string): Promise<Source[]> {
  const found = await sql<Source>`
    select s.plan_id as plan, p.title, s.said from register_sources s join plans p on p.id = s.plan_id
    where s.entry_id = ${id} and p.removed_at is null order by lower(p.title), p.id limit 100`.execute(db);
  return found.rows;
}

/** Who may be chosen as owner of an entry. */
export async function ownerItems({ db }: Within): Promise<{ value: string; text: string }[]> {
  const rows = await db
    .selectFrom('owners')
    .select(['id as value', 'name as text'])
    .where('ended_at', 'is', null)
    .orderBy(sql`lower(name)`)
    .limit(1000)
    .execute();
  return rows;
}
